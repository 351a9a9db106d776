package dev.limbeck.operation;

import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Let columns of a table refer to another.
 *
 * @param table the table
 * @param constraint the constraint
 * @since 0.1.0
 */
public record CreateForeignKey(QualifiedName table, ForeignKey constraint) implements ConstraintOperation {

	/**
	 * Create a create foreign key.
	 * @param table the table
	 * @param constraint the constraint
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public CreateForeignKey {
		Requirement.present("table", table);
		Requirement.present("constraint", constraint);
	}

	@Override
	public @Nullable Operation inverse() {
		return DropConstraint.of(this.table, this.constraint);
	}

	@Override
	public <R> R accept(ConstraintOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
