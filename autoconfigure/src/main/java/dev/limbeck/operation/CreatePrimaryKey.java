package dev.limbeck.operation;

import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Give a table a primary key.
 *
 * @param table the table
 * @param constraint the constraint
 * @since 0.1.0
 */
public record CreatePrimaryKey(QualifiedName table, PrimaryKey constraint) implements ConstraintOperation {

	/**
	 * Create a create primary key.
	 * @param table the table
	 * @param constraint the constraint
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public CreatePrimaryKey {
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
