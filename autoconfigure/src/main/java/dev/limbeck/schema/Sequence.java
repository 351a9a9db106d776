package dev.limbeck.schema;

import org.jspecify.annotations.Nullable;

/**
 * A sequence.
 *
 * @param name the name
 * @param type the type of its numbers; {@code null} is left to the database
 * @param options how it counts
 * @param ownedBy the column that it is dropped with, if there is one
 * @param comment the comment, if it has one
 * @since 0.1.0
 */
public record Sequence(QualifiedName name, @Nullable ColumnType type, SequenceOptions options,
		@Nullable SequenceOwner ownedBy, @Nullable String comment) {

	/**
	 * Create a sequence.
	 * @param name the name
	 * @param type the type of its numbers; {@code null} is left to the database
	 * @param options how it counts
	 * @param ownedBy the column that it is dropped with, if there is one
	 * @param comment the comment, if it has one
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public Sequence {
		Requirement.present("sequence", name);
		Requirement.present("options", options);
	}

}
