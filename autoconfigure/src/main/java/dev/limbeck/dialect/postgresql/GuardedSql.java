package dev.limbeck.dialect.postgresql;

import java.util.List;

import dev.limbeck.dialect.GuardedTable;
import dev.limbeck.dialect.GuardedTable.Column;
import dev.limbeck.dialect.GuardedTable.Kind;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.Oid;

/**
 * The statement that looks tables up in the catalog and reads those that are what they
 * should be. To name a table in it would be to use it, and an error if it is missing; so
 * its rows are read by a function that is given a query, and called only then.
 */
final class GuardedSql {

	static final String OF_A_STRANGER = "stranger";

	static final String NO_TABLE = "kind";

	static final String OTHER_COLUMNS = "columns";

	private static final String EQUALS = " OPERATOR(pg_catalog.=) ";

	private final @Nullable String schema;

	private final List<GuardedTable> tables;

	GuardedSql(@Nullable String schema, List<GuardedTable> tables) {
		this.schema = schema;
		this.tables = tables;
	}

	// Return a query for schema, name, kind, owner, reader, verdict and rows of each
	// table that is there; a single row with the schema if none is.
	String withRows() {
		StringBuilder reading = new StringBuilder("CASE WHEN found.verdict").append(EQUALS)
			.append("'fit' THEN pg_catalog.query_to_xml(pg_catalog.format(CASE");
		for (GuardedTable table : this.tables) {
			reading.append(" WHEN found.name")
				.append(EQUALS)
				.append(literal(table.name()))
				.append(" THEN ")
				.append(literal(select("%I." + quote(table.name()).replace("%", "%%"), table)));
		}
		return select(reading.append(" END, found.schema), false, true, '')::pg_catalog.text END").toString());
	}

	// Return the same without the rows.
	String withoutRows() {
		return select("NULL");
	}

	// Return a query for the rows of a table, whose values are in hexadecimal digits.
	String rows(String schema, GuardedTable table) {
		return select(quote(schema) + "." + quote(table.name()), table);
	}

	private static String select(String relation, GuardedTable table) {
		StringBuilder sql = new StringBuilder("SELECT ");
		for (int i = 0; i < table.read().size(); i++) {
			sql.append((i > 0) ? ", " : "")
				.append("pg_catalog.encode(pg_catalog.convert_to(")
				.append(table.read().get(i))
				.append(", 'UTF8'), 'hex') AS v")
				.append(i);
		}
		sql.append(" FROM ").append(relation);
		if (table.newestBy() != null) {
			sql.append(" ORDER BY ").append(table.newestBy()).append(" DESC LIMIT 1");
		}
		return sql.toString();
	}

	// OFFSET 0 keeps the planner from writing the verdict into each place where it is
	// used
	private String select(String rows) {
		return "SELECT found.schema, found.name, found.kind, found.owner, found.reader, found.verdict, " + rows
				+ " FROM (SELECT place.schema, c.relname::pg_catalog.text AS name, c.relkind AS kind, "
				+ "pg_catalog.pg_get_userbyid(c.relowner) AS owner, current_user AS reader, " + verdict()
				+ " AS verdict FROM (SELECT " + place()
				+ " AS schema OFFSET 0) AS place LEFT JOIN pg_catalog.pg_class c ON c.oid" + EQUALS + "ANY ("
				+ relations("place.schema") + ") OFFSET 0) AS found";
	}

	// Return an expression for what the row {@code c} of the catalog is worth.
	String verdict() {
		return "CASE WHEN NOT " + TrustedOwner.of("c.relowner") + " THEN '" + OF_A_STRANGER
				+ "'\n\tWHEN c.relkind OPERATOR(pg_catalog.<>) 'r' THEN '" + NO_TABLE + "'\n\tWHEN " + columns()
				+ " THEN 'fit'\n\tELSE '" + OTHER_COLUMNS + "' END";
	}

	private String place() {
		if (this.schema != null) {
			return literal(this.schema) + "::pg_catalog.text";
		}
		StringBuilder place = new StringBuilder("COALESCE(");
		for (GuardedTable table : this.tables) {
			place.append(StateSchema.of(literal(table.name()))).append(", ");
		}
		return place.append("pg_catalog.current_schema()::pg_catalog.text)").toString();
	}

	// Return an array of the tables, of which those that do not exist are null; all are
	// if
	// there is no schema
	String relations(String schema) {
		StringBuilder relations = new StringBuilder("ARRAY[");
		for (GuardedTable table : this.tables) {
			relations.append((relations.length() > "ARRAY[".length()) ? ", " : "")
				.append("pg_catalog.to_regclass(pg_catalog.textcat(pg_catalog.quote_ident(")
				.append(schema)
				.append("), ")
				.append(literal("." + quote(table.name())))
				.append("))");
		}
		return relations.append("]").toString();
	}

	// A limited text is as good as text
	private String columns() {
		StringBuilder expected = new StringBuilder();
		StringBuilder count = new StringBuilder("CASE");
		for (GuardedTable table : this.tables) {
			count.append(" WHEN c.relname")
				.append(EQUALS)
				.append(literal(table.name()))
				.append(" THEN ")
				.append(table.columns().size());
			for (Column column : table.columns()) {
				expected.append((expected.length() > 0) ? ", " : "")
					.append(literal(table.name() + " " + column.name() + " " + type(column.kind())));
			}
		}
		return "(SELECT pg_catalog.count(*) FROM pg_catalog.pg_attribute a WHERE a.attrelid" + EQUALS
				+ "c.oid AND NOT a.attisdropped\n\t\tAND pg_catalog.concat(c.relname, ' ', a.attname, ' ', "
				+ "CASE WHEN a.atttypid" + EQUALS + "'" + Oid.VARCHAR + "'::pg_catalog.oid THEN '" + Oid.TEXT
				+ "'::pg_catalog.oid ELSE a.atttypid END)" + EQUALS + "ANY (\n\t\tARRAY[" + expected + "]))" + EQUALS
				+ count + " END";
	}

	private static int type(Kind kind) {
		return switch (kind) {
			case TEXT -> Oid.TEXT;
			case INTEGER -> Oid.INT4;
			case BIG_INTEGER -> Oid.INT8;
			case TIMESTAMP -> Oid.TIMESTAMPTZ;
		};
	}

	private static String literal(String text) {
		return PostgresqlText.quote(text);
	}

	private static String quote(String name) {
		return new PostgresqlDialect().quote(name);
	}

}
