package dev.limbeck.operation;

import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Give a table a constraint: a primary key, a unique constraint, a foreign key, a check
 * or an exclusion constraint.
 *
 * @param table the table
 * @param constraint the constraint
 * @since 0.1.0
 */
public record CreateConstraint(QualifiedName table, Constraint constraint) implements ConstraintOperation {

	/**
	 * Create a create constraint.
	 * @param table the table
	 * @param constraint the constraint
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public CreateConstraint {
		OperationRequirement.present("table", table);
		OperationRequirement.present("constraint", constraint);
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
