package dev.limbeck.dialect.postgresql;

import java.util.List;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.Identity;

/**
 * Writes the definition of a column.
 */
final class ColumnClause {

	private final DdlContext context;

	ColumnClause(DdlContext context) {
		this.context = context;
	}

	String of(Column column) {
		StringBuilder sql = new StringBuilder(this.context.name(column.name()));
		sql.append(' ').append(this.context.type(column.type()));
		if (column.collation() != null) {
			sql.append(" COLLATE ").append(this.context.name(column.collation()));
		}
		if (column.serverDefault() != null) {
			sql.append(" DEFAULT ").append(this.context.serverDefault(column.serverDefault()));
		}
		if (column.generated() != null) {
			sql.append(' ').append(generated(column.generated()));
		}
		if (column.identity() != null) {
			sql.append(' ').append(identity(column.identity()));
		}
		else if (!column.nullable()) {
			sql.append(" NOT NULL");
		}
		return sql.toString();
	}

	private String generated(Generated generated) {
		if (!generated.stored()) {
			this.context.require(18, "generated columns that are not stored");
		}
		return "GENERATED ALWAYS AS (" + SqlFragment.of("generated expression", generated.expression()) + ") "
				+ (generated.stored() ? "STORED" : "VIRTUAL");
	}

	String identity(Identity identity) {
		List<String> options = CounterClause.of(identity.options());
		return "GENERATED " + generation(identity) + " AS IDENTITY"
				+ (options.isEmpty() ? "" : " (" + String.join(" ", options) + ")");
	}

	static String generation(Identity identity) {
		return identity.always() ? "ALWAYS" : "BY DEFAULT";
	}

}
