package dev.limbeck.compare;

import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.ConstraintVisitor;
import dev.limbeck.schema.ExcludeConstraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.UniqueConstraint;

/**
 * Tells what a constraint is.
 */
final class ConstraintType implements ConstraintVisitor<ObjectType> {

	@Override
	public ObjectType visit(PrimaryKey constraint) {
		return ObjectType.PRIMARY_KEY;
	}

	@Override
	public ObjectType visit(UniqueConstraint constraint) {
		return ObjectType.UNIQUE_CONSTRAINT;
	}

	@Override
	public ObjectType visit(ForeignKey constraint) {
		return ObjectType.FOREIGN_KEY;
	}

	@Override
	public ObjectType visit(CheckConstraint constraint) {
		return ObjectType.CHECK_CONSTRAINT;
	}

	@Override
	public ObjectType visit(ExcludeConstraint constraint) {
		return ObjectType.EXCLUDE_CONSTRAINT;
	}

}
