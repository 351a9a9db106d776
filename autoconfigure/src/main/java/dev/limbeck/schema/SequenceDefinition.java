package dev.limbeck.schema;

import org.jspecify.annotations.Nullable;

/**
 * What there is to say about a sequence besides its name.
 *
 * @param <B> the class itself
 * @since 0.1.0
 */
public abstract class SequenceDefinition<B extends SequenceDefinition<B>> extends CounterDefinition<B> {

	private final QualifiedName name;

	private @Nullable ColumnType type;

	private @Nullable SequenceOwner ownedBy;

	private @Nullable String comment;

	/**
	 * Create a definition.
	 * @param name the name of the sequence
	 */
	protected SequenceDefinition(QualifiedName name) {
		this.name = name;
	}

	/**
	 * Set the type of the numbers.
	 * @param type the type
	 * @return this
	 */
	public B type(ColumnType type) {
		this.type = type;
		return self();
	}

	/**
	 * Drop the sequence when a column is dropped.
	 * @param table the table, in the schema of the sequence
	 * @param column the column
	 * @return this
	 */
	public B ownedBy(String table, String column) {
		this.ownedBy = new SequenceOwner(this.name.sibling(table), column);
		return self();
	}

	/**
	 * Describe the sequence.
	 * @param comment the comment
	 * @return this
	 */
	public B comment(String comment) {
		this.comment = comment;
		return self();
	}

	/**
	 * Return the sequence.
	 * @return the sequence
	 */
	protected Sequence sequence() {
		return new Sequence(this.name, this.type, options(), this.ownedBy, this.comment);
	}

}
