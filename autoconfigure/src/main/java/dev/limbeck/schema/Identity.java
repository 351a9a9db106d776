package dev.limbeck.schema;

/**
 * How an identity column numbers rows.
 *
 * @param always whether a row may not bring a number of its own
 * @param options the sequence behind it
 * @since 0.1.0
 */
public record Identity(boolean always, SequenceOptions options) {

	/**
	 * Create an identity.
	 * @param always whether a row may not bring a number of its own
	 * @param options the sequence behind it
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public Identity {
		Requirement.present("options", options);
	}

}
