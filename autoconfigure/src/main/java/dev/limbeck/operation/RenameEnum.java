package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Rename an enum type.
 *
 * @param type the enum type
 * @param newName the new name
 * @since 0.1.0
 */
public record RenameEnum(QualifiedName type, String newName) implements EnumOperation {

	/**
	 * Create a rename enum.
	 * @param type the enum type
	 * @param newName the new name
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public RenameEnum {
		OperationRequirement.present("type", type);
		OperationRequirement.text("newName", newName);
	}

	@Override
	public @Nullable Operation inverse() {
		return new RenameEnum(this.type.sibling(this.newName), this.type.name());
	}

	@Override
	public <R> R accept(EnumOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
