package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Rename an index.
 *
 * @param index the index
 * @param newName the new name
 * @since 0.1.0
 */
public record RenameIndex(QualifiedName index, String newName) implements IndexOperation {

	/**
	 * Create a rename index.
	 * @param index the index
	 * @param newName the new name
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public RenameIndex {
		OperationRequirement.present("index", index);
		OperationRequirement.text("newName", newName);
	}

	@Override
	public @Nullable Operation inverse() {
		return new RenameIndex(this.index.sibling(this.newName), this.index.name());
	}

	@Override
	public <R> R accept(IndexOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
