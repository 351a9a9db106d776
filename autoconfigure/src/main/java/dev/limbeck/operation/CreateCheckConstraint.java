package dev.limbeck.operation;

import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Demand a condition of every row of a table.
 *
 * @param table the table
 * @param constraint the constraint
 * @since 0.1.0
 */
public record CreateCheckConstraint(QualifiedName table, CheckConstraint constraint) implements ConstraintOperation {

	/**
	 * Create a create check constraint.
	 * @param table the table
	 * @param constraint the constraint
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public CreateCheckConstraint {
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
