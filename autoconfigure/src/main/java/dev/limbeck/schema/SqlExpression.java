package dev.limbeck.schema;

/**
 * An expression in the words of the database. It is written as it stands.
 *
 * @param sql the expression
 * @since 0.1.0
 */
public record SqlExpression(String sql) implements ServerDefault {

	/**
	 * Create a sql expression.
	 * @param sql the expression
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public SqlExpression {
		Requirement.text("sql", sql);
	}

	/**
	 * Return an expression.
	 * @param sql the expression
	 * @return the expression
	 */
	public static SqlExpression sql(String sql) {
		return new SqlExpression(sql);
	}

}
