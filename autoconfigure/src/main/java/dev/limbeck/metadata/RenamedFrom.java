package dev.limbeck.metadata;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which name a table or a column had before, so that a comparison with the database
 * sees a rename in place of something that was dropped and something that was added. Once
 * the revision that renames it has run everywhere, the annotation can go.
 *
 * @since 0.1.0
 */
@Documented
@Target({ ElementType.TYPE, ElementType.FIELD, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
public @interface RenamedFrom {

	/**
	 * Return the name in the database: of the table for an entity, with a schema if it
	 * was in another one, and of the column for an attribute.
	 * @return the name, as it was in the database
	 */
	String value();

}
