package dev.limbeck.schema;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One column or expression of an index.
 *
 * @param column the column; {@code null} if it is an expression
 * @param expression the expression; {@code null} if it is a column
 * @param collation the collation, if it is not that of the column
 * @param operatorClass the operator class, if it is not the type's own
 * @param operatorClassParameters the parameters of the operator class
 * @param descending whether the greatest comes first
 * @param nullsFirst whether nulls come first
 * @since 0.1.0
 */
public record IndexKey(@Nullable String column, @Nullable String expression, @Nullable QualifiedName collation,
		@Nullable QualifiedName operatorClass, Map<String, String> operatorClassParameters, boolean descending,
		boolean nullsFirst) {

	/**
	 * Create an index key.
	 * @param column the column; {@code null} if it is an expression
	 * @param expression the expression; {@code null} if it is a column
	 * @param collation the collation, if it is not that of the column
	 * @param operatorClass the operator class, if it is not the type's own
	 * @param operatorClassParameters the parameters of the operator class
	 * @param descending whether the greatest comes first
	 * @param nullsFirst whether nulls come first
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public IndexKey {
		Requirement.textIfAny("column", column);
		Requirement.textIfAny("expression", expression);
		if ((column == null) == (expression == null)) {
			throw new InvalidSchemaException("column", "and 'expression' exclude each other, and one is needed");
		}
		operatorClassParameters = Requirement.map("operatorClassParameters", operatorClassParameters);
	}

	/**
	 * Return a column in ascending order, nulls last.
	 * @param column the column
	 * @return the key
	 */
	public static IndexKey column(String column) {
		return new IndexKey(column, null, null, null, Map.of(), false, false);
	}

	/**
	 * Return an expression in ascending order, nulls last.
	 * @param expression the expression
	 * @return the key
	 */
	public static IndexKey expression(String expression) {
		return new IndexKey(null, expression, null, null, Map.of(), false, false);
	}

}
