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
 * @param extent how much of it whoever declares it can say
 * @since 0.1.0
 */
public record Sequence(QualifiedName name, @Nullable ColumnType type, SequenceOptions options,
		@Nullable SequenceOwner ownedBy, @Nullable String comment, Extent extent) {

	/**
	 * Create a sequence.
	 * @param name the name
	 * @param type the type of its numbers; {@code null} is left to the database
	 * @param options how it counts
	 * @param ownedBy the column that it is dropped with, if there is one
	 * @param comment the comment, if it has one
	 * @param extent how much of it whoever declares it can say
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public Sequence {
		Requirement.present("sequence", name);
		Requirement.present("options", options);
		Requirement.present("extent", extent);
	}

	/**
	 * Create a sequence of which everything is said.
	 * @param name the name
	 * @param type the type of its numbers; {@code null} is left to the database
	 * @param options how it counts
	 * @param ownedBy the column that it is dropped with, if there is one
	 * @param comment the comment, if it has one
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public Sequence(QualifiedName name, @Nullable ColumnType type, SequenceOptions options,
			@Nullable SequenceOwner ownedBy, @Nullable String comment) {
		this(name, type, options, ownedBy, comment, Extent.EVERYTHING);
	}

}
