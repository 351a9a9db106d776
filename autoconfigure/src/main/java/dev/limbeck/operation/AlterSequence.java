package dev.limbeck.operation;

import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.SequenceOwner;
import org.jspecify.annotations.Nullable;

/**
 * Change a sequence.
 *
 * @param sequence the sequence
 * @param type the new type
 * @param options how it counts from now on; {@code null} stays as it is
 * @param restart whether to start again
 * @param restartWith the number to start again with; {@code null} for the first one
 * @param ownedBy the column that it is dropped with from now on
 * @param disowned whether it is dropped with no column from now on
 * @param existing what the sequence is like before, if it is known
 * @since 0.1.0
 */
public record AlterSequence(QualifiedName sequence, @Nullable ColumnType type, SequenceOptions options, boolean restart,
		@Nullable Long restartWith, @Nullable SequenceOwner ownedBy, boolean disowned,
		@Nullable Sequence existing) implements SequenceOperation {

	/**
	 * Create an alter sequence.
	 * @param sequence the sequence
	 * @param type the new type
	 * @param options how it counts from now on; {@code null} stays as it is
	 * @param restart whether to start again
	 * @param restartWith the number to start again with; {@code null} for the first one
	 * @param ownedBy the column that it is dropped with from now on
	 * @param disowned whether it is dropped with no column from now on
	 * @param existing what the sequence is like before, if it is known
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public AlterSequence {
		OperationRequirement.present("sequence", sequence);
		if (restartWith != null && !restart) {
			throw new InvalidOperationException("restartWith", "requires 'restart'");
		}
		if (ownedBy != null && disowned) {
			throw new InvalidOperationException("ownedBy", "and 'disowned' exclude each other");
		}
		if (type == null && ownedBy == null && !disowned && !restart && options.equals(SequenceOptions.DEFAULTS)) {
			throw new InvalidOperationException("options", "is empty, and nothing else is to be changed");
		}
	}

	@Override
	public @Nullable Operation inverse() {
		return new SequenceChange(this).inverse();
	}

	@Override
	public <R> R accept(SequenceOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
