package dev.limbeck.operation;

import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.CounterDefinition;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOwner;
import org.jspecify.annotations.Nullable;

/**
 * Says what changes about a sequence. What is not said stays as it is.
 *
 * @since 0.1.0
 */
public final class AlterSequenceBuilder extends CounterDefinition<AlterSequenceBuilder> {

	private final QualifiedName name;

	private @Nullable ColumnType type;

	private boolean restart;

	private @Nullable Long restartWith;

	private @Nullable SequenceOwner ownedBy;

	private boolean disowned;

	private @Nullable Sequence existing;

	AlterSequenceBuilder(QualifiedName name) {
		this.name = name;
	}

	@Override
	protected AlterSequenceBuilder self() {
		return this;
	}

	/**
	 * Change the type of the numbers.
	 * @param type the type
	 * @return this
	 */
	public AlterSequenceBuilder type(ColumnType type) {
		this.type = type;
		return this;
	}

	/**
	 * Start again with the first number.
	 * @return this
	 */
	public AlterSequenceBuilder restart() {
		this.restart = true;
		return this;
	}

	/**
	 * Go on with a number.
	 * @param number the next number
	 * @return this
	 */
	public AlterSequenceBuilder restart(long number) {
		this.restart = true;
		this.restartWith = number;
		return this;
	}

	/**
	 * Drop the sequence when a column is dropped.
	 * @param table the table, in the schema of the sequence
	 * @param column the column
	 * @return this
	 */
	public AlterSequenceBuilder ownedBy(String table, String column) {
		this.ownedBy = new SequenceOwner(this.name.sibling(table), column);
		return this;
	}

	/**
	 * Drop the sequence with no column any more.
	 * @return this
	 */
	public AlterSequenceBuilder ownedByNone() {
		this.disowned = true;
		return this;
	}

	/**
	 * Tell what the sequence is like before, so that the change can be undone.
	 * @param existing the sequence
	 * @return this
	 */
	public AlterSequenceBuilder existing(Sequence existing) {
		this.existing = existing;
		return this;
	}

	AlterSequence operation() {
		return new AlterSequence(this.name, this.type, options(), this.restart, this.restartWith, this.ownedBy,
				this.disowned, this.existing);
	}

}
