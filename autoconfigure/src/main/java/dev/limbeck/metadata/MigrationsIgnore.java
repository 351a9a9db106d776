package dev.limbeck.metadata;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Leaves the table of an entity, or the columns of an attribute, out of the comparison
 * with the database: neither is it created nor altered nor dropped.
 *
 * @since 0.1.0
 */
@Documented
@Target({ ElementType.TYPE, ElementType.FIELD, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
public @interface MigrationsIgnore {

}
