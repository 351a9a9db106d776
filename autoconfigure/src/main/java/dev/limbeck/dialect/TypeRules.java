package dev.limbeck.dialect;

import dev.limbeck.schema.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * What a database thinks of two types.
 *
 * @since 0.1.0
 */
public interface TypeRules {

	/**
	 * Tell whether a column of one type is as the other demands. What the other does not
	 * state, such as a length, does not matter.
	 * @param actual the type that a column has
	 * @param demanded the type that it is to have
	 * @return whether it is
	 */
	boolean satisfies(ColumnType actual, ColumnType demanded);

	/**
	 * Return what makes the values of one type those of another, where the database would
	 * not by itself.
	 * @param column the column
	 * @param from the type that it has
	 * @param to the type that it gets
	 * @return the expression, {@code null} if none is needed
	 */
	@Nullable String conversion(String column, ColumnType from, ColumnType to);

}
