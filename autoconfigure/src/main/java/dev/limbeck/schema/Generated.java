package dev.limbeck.schema;

/**
 * What a generated column is computed from.
 *
 * @param expression the expression
 * @param stored whether the result is stored, rather than computed by every reader
 * @since 0.1.0
 */
public record Generated(String expression, boolean stored) {

	/**
	 * Create a generated.
	 * @param expression the expression
	 * @param stored whether the result is stored, rather than computed by every reader
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public Generated {
		Requirement.text("expression", expression);
	}

}
