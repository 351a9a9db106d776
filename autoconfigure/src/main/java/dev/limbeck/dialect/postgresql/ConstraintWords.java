package dev.limbeck.dialect.postgresql;

import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.ConstraintVisitor;
import dev.limbeck.schema.ExcludeConstraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.UniqueConstraint;

/**
 * Says what a constraint is, for messages.
 */
final class ConstraintWords implements ConstraintVisitor<String> {

	@Override
	public String visit(PrimaryKey key) {
		return "primary key " + key.columns();
	}

	@Override
	public String visit(UniqueConstraint unique) {
		return "unique constraint " + unique.columns();
	}

	@Override
	public String visit(ForeignKey key) {
		return "foreign key " + key.columns();
	}

	@Override
	public String visit(CheckConstraint check) {
		return "check (" + check.condition() + ")";
	}

	@Override
	public String visit(ExcludeConstraint exclusion) {
		return "exclusion constraint";
	}

}
