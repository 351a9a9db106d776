package dev.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.dialect.DdlStatement;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Writes the comments of a table and of what it consists of, except its indexes.
 */
final class TableComments {

	private final DdlContext context;

	TableComments(DdlContext context) {
		this.context = context;
	}

	List<DdlStatement> of(Table table) {
		List<DdlStatement> comments = new ArrayList<>();
		String name = this.context.name(table.name());
		if (table.comment() != null) {
			comments.add(this.context.comment("TABLE", name, table.comment()));
		}
		for (Column column : table.columns()) {
			if (column.comment() != null) {
				comments.add(of(table.name(), column.name(), column.comment()));
			}
		}
		for (Constraint constraint : table.constraints()) {
			comments.addAll(of(table.name(), constraint));
		}
		return comments;
	}

	DdlStatement of(QualifiedName table, String column, @Nullable String comment) {
		return this.context.comment("COLUMN", this.context.name(table) + "." + this.context.name(column), comment);
	}

	List<DdlStatement> of(QualifiedName table, Constraint constraint) {
		if (constraint.comment() == null) {
			return List.of();
		}
		String name = this.context.naming().nameOf(table, constraint);
		return List.of(ofConstraint(table, name, constraint.comment()));
	}

	DdlStatement ofConstraint(QualifiedName table, String constraint, @Nullable String comment) {
		return this.context.comment("CONSTRAINT", this.context.name(constraint) + " ON " + this.context.name(table),
				comment);
	}

}
