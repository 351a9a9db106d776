package dev.limbeck.dialect;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of the values of a column that gets another type.
 *
 * @param kind what happens to them
 * @param using the expression that makes the new value of the old one, {@code null} if
 * the database needs none
 * @param query a query for the rows that are in the way, or that would change;
 * {@code null} if there are none
 * @param decision what somebody has to decide, if what the values mean changes
 * @param merging the expression of the new value, if values that differ may get the same;
 * {@code null} if each keeps its own
 * @since 0.1.0
 */
public record Conversion(ConversionClass kind, @Nullable String using, @Nullable String query,
		@Nullable String decision, @Nullable String merging) {

}
