package dev.limbeck.dialect.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import dev.limbeck.dialect.OtherHistory;
import dev.limbeck.dialect.OtherHistory.Tool;
import dev.limbeck.dialect.ToolTable;
import org.jspecify.annotations.Nullable;

/**
 * Finds what tells of migrations in the schemas that the session may use. Tables of other
 * tools are known by their columns, since their names are configurable. A version table
 * of one column is Alembic's, unless a history of ours is beside it. A table of somebody
 * who must not be trusted is not read, since its policies would be.
 */
final class OtherHistories {

	private static final String CANDIDATES = """
			SELECT n.nspname::pg_catalog.text AS schema, c.relname::pg_catalog.text AS name,
				pg_catalog.has_table_privilege(c.oid, 'SELECT') AS readable,
				CASE WHEN NOT %s THEN pg_catalog.pg_get_userbyid(c.relowner) END AS untrusted,
				(SELECT pg_catalog.array_agg(a.attname::pg_catalog.text)
					FROM pg_catalog.pg_attribute a WHERE a.attrelid OPERATOR(pg_catalog.=) c.oid
					AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped) AS columns,
				EXISTS (SELECT FROM pg_catalog.pg_class h
					JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) h.oid
					WHERE h.relnamespace OPERATOR(pg_catalog.=) c.relnamespace
					AND a.attname OPERATOR(pg_catalog.=) 'heads_after'::pg_catalog.name) AS recorded
			FROM pg_catalog.pg_class c
			JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
			WHERE c.relkind OPERATOR(pg_catalog.=) ANY ('{r,p}'::pg_catalog."char"[])
			AND c.relpersistence OPERATOR(pg_catalog.<>) 't'::pg_catalog."char"
			AND pg_catalog.has_schema_privilege(n.oid, 'USAGE')
			AND EXISTS (SELECT FROM pg_catalog.pg_attribute a WHERE a.attrelid OPERATOR(pg_catalog.=) c.oid
				AND pg_catalog.lower(a.attname::pg_catalog.text)
					OPERATOR(pg_catalog.=) ANY ('{version_num,installed_rank,md5sum}'::pg_catalog.text[]))
			ORDER BY 1, 2
			""".formatted(TrustedOwner.of("c.relowner"));

	private static final List<String> VERSION_COLUMNS = List.of("version_num");

	private OtherHistories() {
	}

	/**
	 * Find the tables.
	 * @param connection where to look
	 * @param schema the schema in which the version table belongs
	 * @param versionTable the name of the version table
	 * @param quote quotes a name
	 * @return the tables that hold a row, or may hold one; none if the version table
	 * exists
	 */
	static List<OtherHistory> find(Connection connection, String schema, String versionTable,
			UnaryOperator<String> quote) throws SQLException {
		List<OtherHistory> histories = new ArrayList<>();
		try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(CANDIDATES)) {
			while (row.next()) {
				List<String> columns = CatalogReader.strings(row, "columns");
				boolean same = columns.equals(VERSION_COLUMNS) && row.getString("name").equals(versionTable);
				if (same && row.getString("schema").equals(schema)) {
					return List.of();
				}
				Tool tool = same ? Tool.SAME : tool(row, columns);
				if (tool != null) {
					OtherHistory history = new OtherHistory(tool, row.getString("schema"), row.getString("name"),
							row.getString("untrusted"));
					String table = quote.apply(history.schema()) + "." + quote.apply(history.name());
					boolean readable = row.getBoolean("readable") && history.untrustedOwner() == null;
					if (same || !readable || hasRow(connection, table)) {
						histories.add(history);
					}
				}
			}
		}
		return histories;
	}

	private static @Nullable Tool tool(ResultSet row, List<String> columns) throws SQLException {
		ToolTable table = ToolTable.find(row.getString("name"), columns);
		Tool tool = (table != null) ? table.history() : null;
		return (tool == Tool.ALEMBIC && row.getBoolean("recorded")) ? null : tool;
	}

	private static boolean hasRow(Connection connection, String table) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("SELECT EXISTS (SELECT FROM " + table + ")")) {
			return rows.next() && rows.getBoolean(1);
		}
	}

}
