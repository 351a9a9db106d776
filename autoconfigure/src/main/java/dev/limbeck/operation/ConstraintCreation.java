package dev.limbeck.operation;

import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.ConstraintVisitor;
import dev.limbeck.schema.ExcludeConstraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.UniqueConstraint;

/**
 * The operation that creates a constraint.
 */
final class ConstraintCreation implements ConstraintVisitor<ConstraintOperation> {

	private final QualifiedName table;

	ConstraintCreation(QualifiedName table) {
		this.table = table;
	}

	@Override
	public ConstraintOperation visit(PrimaryKey constraint) {
		return new CreatePrimaryKey(this.table, constraint);
	}

	@Override
	public ConstraintOperation visit(UniqueConstraint constraint) {
		return new CreateUniqueConstraint(this.table, constraint);
	}

	@Override
	public ConstraintOperation visit(ForeignKey constraint) {
		return new CreateForeignKey(this.table, constraint);
	}

	@Override
	public ConstraintOperation visit(CheckConstraint constraint) {
		return new CreateCheckConstraint(this.table, constraint);
	}

	@Override
	public ConstraintOperation visit(ExcludeConstraint constraint) {
		return new CreateExcludeConstraint(this.table, constraint);
	}

}
