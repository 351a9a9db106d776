package dev.limbeck.operation;

import dev.limbeck.schema.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Create a sequence.
 *
 * @param sequence the sequence
 * @param ifNotExists whether to do nothing if there is one of that name
 * @since 0.1.0
 */
public record CreateSequence(Sequence sequence, boolean ifNotExists) implements SequenceOperation {

	/**
	 * Create a create sequence.
	 * @param sequence the sequence
	 * @param ifNotExists whether to do nothing if there is one of that name
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public CreateSequence {
		OperationRequirement.present("sequence", sequence);
	}

	@Override
	public @Nullable Operation inverse() {
		return new DropSequence(this.sequence.name(), false, false, this.sequence);
	}

	@Override
	public <R> R accept(SequenceOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
