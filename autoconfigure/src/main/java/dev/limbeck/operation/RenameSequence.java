package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Rename a sequence.
 *
 * @param sequence the sequence
 * @param newName the new name
 * @since 0.1.0
 */
public record RenameSequence(QualifiedName sequence, String newName) implements SequenceOperation {

	/**
	 * Create a rename sequence.
	 * @param sequence the sequence
	 * @param newName the new name
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public RenameSequence {
		OperationRequirement.present("sequence", sequence);
		OperationRequirement.text("newName", newName);
	}

	@Override
	public @Nullable Operation inverse() {
		return new RenameSequence(this.sequence.sibling(this.newName), this.sequence.name());
	}

	@Override
	public <R> R accept(SequenceOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
