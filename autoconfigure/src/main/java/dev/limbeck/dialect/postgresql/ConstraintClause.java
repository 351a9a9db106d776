package dev.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ConstraintVisitor;
import dev.limbeck.schema.Deferrability;
import dev.limbeck.schema.ExcludeConstraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.MatchType;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.ReferentialAction;
import dev.limbeck.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Writes the definition of a constraint, without its name.
 */
final class ConstraintClause implements ConstraintVisitor<String> {

	private final DdlContext context;

	ConstraintClause(DdlContext context) {
		this.context = context;
	}

	String named(QualifiedName table, Constraint constraint) {
		String name = this.context.naming().nameOf(table, constraint);
		return "CONSTRAINT " + this.context.name(name) + " " + constraint.accept(this);
	}

	@Override
	public String visit(PrimaryKey constraint) {
		return "PRIMARY KEY " + key(constraint.columns(), constraint.withoutOverlaps()) + include(constraint.include())
				+ deferrability(constraint.deferrability());
	}

	@Override
	public String visit(UniqueConstraint constraint) {
		return "UNIQUE " + nullsNotDistinct(constraint.nullsNotDistinct())
				+ key(constraint.columns(), constraint.withoutOverlaps()) + include(constraint.include())
				+ deferrability(constraint.deferrability());
	}

	@Override
	public String visit(ForeignKey constraint) {
		return "FOREIGN KEY " + period(constraint.columns(), constraint.period()) + " " + references(constraint);
	}

	String references(ForeignKey constraint) {
		return "REFERENCES " + this.context.name(constraint.referredTable()) + " "
				+ period(constraint.referredColumns(), constraint.period())
				+ ((constraint.match() == MatchType.FULL) ? " MATCH FULL" : "")
				+ action("DELETE", constraint.onDelete()) + setOnDelete(constraint.setOnDelete())
				+ action("UPDATE", constraint.onUpdate()) + deferrability(constraint.deferrability())
				+ validity(constraint.validated(), constraint.enforced());
	}

	@Override
	public String visit(CheckConstraint constraint) {
		return "CHECK (" + SqlFragment.of("check condition", constraint.condition()) + ")"
				+ (constraint.noInherit() ? " NO INHERIT" : "")
				+ validity(constraint.validated(), constraint.enforced());
	}

	@Override
	public String visit(ExcludeConstraint constraint) {
		IndexKeyClause keys = new IndexKeyClause(this.context);
		String elements = constraint.elements()
			.stream()
			.map((element) -> keys.of(element.key()) + " WITH " + element.operator())
			.collect(Collectors.joining(", "));
		return "EXCLUDE USING " + this.context.name(constraint.method()) + " (" + elements + ")"
				+ include(constraint.include()) + where(constraint.where()) + deferrability(constraint.deferrability());
	}

	String nullsNotDistinct(boolean nullsNotDistinct) {
		if (nullsNotDistinct) {
			this.context.require(15, "NULLS NOT DISTINCT");
		}
		return nullsNotDistinct ? "NULLS NOT DISTINCT " : "";
	}

	String deferrability(Deferrability deferrability) {
		return switch (deferrability) {
			case NOT_DEFERRABLE -> "";
			case INITIALLY_IMMEDIATE -> " DEFERRABLE";
			case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
		};
	}

	private String key(List<String> columns, boolean withoutOverlaps) {
		if (withoutOverlaps) {
			this.context.require(18, "WITHOUT OVERLAPS");
		}
		return "(" + this.context.names().list(columns) + (withoutOverlaps ? " WITHOUT OVERLAPS" : "") + ")";
	}

	private String period(List<String> columns, boolean period) {
		if (!period) {
			return this.context.columns(columns);
		}
		this.context.require(18, "foreign keys with a PERIOD");
		List<String> all = new ArrayList<>(columns.stream().map(this.context::name).toList());
		int last = all.size() - 1;
		all.set(last, "PERIOD " + all.get(last));
		return "(" + String.join(", ", all) + ")";
	}

	private String include(List<String> include) {
		return include.isEmpty() ? "" : " INCLUDE " + this.context.columns(include);
	}

	private String action(String event, ReferentialAction action) {
		return (action == ReferentialAction.NO_ACTION) ? "" : " ON " + event + " " + action.name().replace('_', ' ');
	}

	private String setOnDelete(List<String> columns) {
		if (columns.isEmpty()) {
			return "";
		}
		this.context.require(15, "columns behind ON DELETE SET NULL or SET DEFAULT");
		return " " + this.context.columns(columns);
	}

	private String validity(boolean validated, boolean enforced) {
		if (!enforced) {
			this.context.require(18, "NOT ENFORCED");
			return " NOT ENFORCED";
		}
		return validated ? "" : " NOT VALID";
	}

	private String where(@Nullable String condition) {
		return (condition != null) ? " WHERE (" + SqlFragment.of("where condition", condition) + ")" : "";
	}

}
