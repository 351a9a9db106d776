package dev.limbeck.schema;

/**
 * What the database puts into a column that a row says nothing about.
 *
 * @since 0.1.0
 */
public sealed interface ServerDefault permits SqlExpression, LiteralValue {

	/**
	 * Return a default that the database computes.
	 * @param sql the expression, such as {@code now()}
	 * @return the default
	 */
	static ServerDefault expression(String sql) {
		return new SqlExpression(sql);
	}

	/**
	 * Return a default that is a value.
	 * @param value the value, which is written as a literal
	 * @return the default
	 */
	static ServerDefault value(Object value) {
		return new LiteralValue(value);
	}

}
