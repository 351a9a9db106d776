package dev.limbeck.dialect;

import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ExcludeConstraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.QualifiedName;

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
	 * Tell what becomes of the values of a column that gets another type.
	 * @param table the table
	 * @param column the column
	 * @param from the type that it has
	 * @param to the type that it gets
	 * @return what becomes of them
	 */
	Conversion conversion(QualifiedName table, String column, ValueType from, ValueType to);

	/**
	 * Write a query for how many rows have a value in a column that is not the one which
	 * an expression gives.
	 * @param table the table
	 * @param column the column
	 * @param type the type of the values that the expression gives
	 * @param expression the expression
	 * @return the query
	 */
	String differing(QualifiedName table, String column, ColumnType type, String expression);

	/**
	 * Write a query for how many sets of values that are unique would be so no more.
	 * @param table the table
	 * @param values the values
	 * @return the query
	 */
	String duplicates(QualifiedName table, UniqueValues values);

	/**
	 * Write a query for the rows that break a check.
	 * @param table the table
	 * @param condition the condition of the check
	 * @return the query
	 */
	String breaking(QualifiedName table, String condition);

	/**
	 * Write a query for the rows that refer to none.
	 * @param table the table
	 * @param key the foreign key
	 * @return the query
	 */
	String dangling(QualifiedName table, ForeignKey key);

	/**
	 * Write a query for the rows that refer to something.
	 * @param table the table
	 * @param key the foreign key
	 * @return the query
	 */
	String referring(QualifiedName table, ForeignKey key);

	/**
	 * Write a query for how many pairs of rows exclude each other.
	 * @param table the table
	 * @param exclusion the exclusion constraint
	 * @return the query
	 */
	String excluding(QualifiedName table, ExcludeConstraint exclusion);

}
