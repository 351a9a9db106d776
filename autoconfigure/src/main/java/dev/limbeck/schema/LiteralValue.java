package dev.limbeck.schema;

/**
 * A value that is to be written as a literal.
 *
 * @param value the value
 * @since 0.1.0
 */
public record LiteralValue(Object value) implements ServerDefault {

	/**
	 * Create a literal value.
	 * @param value the value
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public LiteralValue {
		Requirement.present("value", value);
	}

}
