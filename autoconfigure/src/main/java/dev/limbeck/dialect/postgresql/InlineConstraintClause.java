package dev.limbeck.dialect.postgresql;

import java.util.List;

import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ConstraintVisitor;
import dev.limbeck.schema.Deferrability;
import dev.limbeck.schema.ExcludeConstraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.UniqueConstraint;

/**
 * Writes the constraints of a single column that can stand behind its definition; for the
 * others the clause is empty.
 */
final class InlineConstraintClause implements ConstraintVisitor<String> {

	private final DdlContext context;

	private final QualifiedName table;

	private final List<String> column;

	InlineConstraintClause(DdlContext context, QualifiedName table, String column) {
		this.context = context;
		this.table = table;
		this.column = List.of(column);
	}

	String of(Constraint constraint) {
		String clause = constraint.accept(this);
		return (!clause.isEmpty())
				? "CONSTRAINT " + this.context.name(this.context.naming().nameOf(this.table, constraint)) + " " + clause
				: "";
	}

	@Override
	public String visit(PrimaryKey constraint) {
		boolean plain = constraint.include().isEmpty() && !constraint.withoutOverlaps();
		return (plain && constraint.columns().equals(this.column))
				? "PRIMARY KEY" + deferrability(constraint.deferrability()) : "";
	}

	@Override
	public String visit(UniqueConstraint constraint) {
		boolean plain = constraint.include().isEmpty() && !constraint.withoutOverlaps();
		String nulls = new ConstraintClause(this.context).nullsNotDistinct(constraint.nullsNotDistinct())
			.stripTrailing();
		return (plain && constraint.columns().equals(this.column))
				? "UNIQUE" + (nulls.isEmpty() ? "" : " " + nulls) + deferrability(constraint.deferrability()) : "";
	}

	@Override
	public String visit(ForeignKey constraint) {
		boolean plain = (constraint.validated() || !constraint.enforced()) && !constraint.period();
		return (plain && constraint.columns().equals(this.column))
				? new ConstraintClause(this.context).references(constraint) : "";
	}

	@Override
	public String visit(CheckConstraint constraint) {
		boolean plain = constraint.validated() || !constraint.enforced();
		return plain ? new ConstraintClause(this.context).visit(constraint) : "";
	}

	@Override
	public String visit(ExcludeConstraint constraint) {
		return "";
	}

	private String deferrability(Deferrability deferrability) {
		return new ConstraintClause(this.context).deferrability(deferrability);
	}

}
