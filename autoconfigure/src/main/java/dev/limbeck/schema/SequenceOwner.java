package dev.limbeck.schema;

/**
 * The column that a sequence is dropped with.
 *
 * @param table the table
 * @param column the column
 * @since 0.1.0
 */
public record SequenceOwner(QualifiedName table, String column) {

	/**
	 * Create a sequence owner.
	 * @param table the table
	 * @param column the column
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public SequenceOwner {
		Requirement.present("table", table);
		Requirement.text("column", column);
	}

}
