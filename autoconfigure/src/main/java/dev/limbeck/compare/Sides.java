package dev.limbeck.compare;

import org.jspecify.annotations.Nullable;

/**
 * What the two sides of a comparison have.
 *
 * @param target what the target has, {@code null} if it has not got the object
 * @param database what the database has, {@code null} if it has not got the object
 * @since 0.1.0
 */
public record Sides(@Nullable String target, @Nullable String database) {

}
