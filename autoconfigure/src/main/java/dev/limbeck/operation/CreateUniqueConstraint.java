package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Let no two rows of a table be equal in columns.
 *
 * @param table the table
 * @param constraint the constraint
 * @since 0.1.0
 */
public record CreateUniqueConstraint(QualifiedName table, UniqueConstraint constraint) implements ConstraintOperation {

	/**
	 * Create a create unique constraint.
	 * @param table the table
	 * @param constraint the constraint
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public CreateUniqueConstraint {
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
