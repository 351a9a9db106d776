package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Rename a constraint.
 *
 * @param table the table
 * @param name the name
 * @param newName the new name
 * @since 0.1.0
 */
public record RenameConstraint(QualifiedName table, String name, String newName) implements ConstraintOperation {

	/**
	 * Create a rename constraint.
	 * @param table the table
	 * @param name the name
	 * @param newName the new name
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public RenameConstraint {
		OperationRequirement.present("table", table);
		OperationRequirement.text("name", name);
		OperationRequirement.text("newName", newName);
	}

	@Override
	public @Nullable Operation inverse() {
		return new RenameConstraint(this.table, this.newName, this.name);
	}

	@Override
	public <R> R accept(ConstraintOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
