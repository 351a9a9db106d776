package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Drop a sequence.
 *
 * @param sequence the sequence
 * @param ifExists whether to do nothing if there is none of that name
 * @param cascade whether to drop what depends on it, too
 * @param dropped what the sequence was like, if it is known
 * @since 0.1.0
 */
public record DropSequence(QualifiedName sequence, boolean ifExists, boolean cascade,
		@Nullable Sequence dropped) implements SequenceOperation {

	/**
	 * Create a drop sequence.
	 * @param sequence the sequence
	 * @param ifExists whether to do nothing if there is none of that name
	 * @param cascade whether to drop what depends on it, too
	 * @param dropped what the sequence was like, if it is known
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public DropSequence {
		OperationRequirement.present("sequence", sequence);
	}

	@Override
	public @Nullable Operation inverse() {
		return (this.dropped != null) ? new CreateSequence(this.dropped, false) : null;
	}

	@Override
	public <R> R accept(SequenceOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
