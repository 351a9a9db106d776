package dev.limbeck.dialect.postgresql;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import dev.limbeck.dialect.GuardedRows;
import dev.limbeck.dialect.GuardedTable;
import dev.limbeck.dialect.UnsuitableDatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables only if they are what they should be, which the catalog tells in the same
 * statement. It is on the way of every start, so it has neither streams nor patterns.
 */
final class GuardedRead {

	/** A server that was built without libxml cannot read by a function. */
	private static final String NOT_SUPPORTED = "0A000";

	private final Connection connection;

	private final int timeout;

	private final List<GuardedTable> tables;

	private final GuardedSql sql;

	GuardedRead(Connection connection, int timeout, @Nullable String schema, List<GuardedTable> tables) {
		this.connection = connection;
		this.timeout = timeout;
		this.tables = tables;
		this.sql = new GuardedSql(schema, tables);
	}

	// Read the rows. In a transaction of the caller nothing may fail, so there it takes a
	// statement for each table and one before them.
	GuardedRows read() throws SQLException {
		if (!this.connection.getAutoCommit()) {
			return readOneByOne();
		}
		try {
			return read(this.sql.withRows());
		}
		catch (SQLException ex) {
			if (!NOT_SUPPORTED.equals(ex.getSQLState())) {
				throw ex;
			}
			return readOneByOne();
		}
	}

	private GuardedRows readOneByOne() throws SQLException {
		GuardedRows found = read(this.sql.withoutRows());
		Map<String, List<List<@Nullable String>>> rows = new HashMap<>();
		for (GuardedTable table : this.tables) {
			if (found.rows().containsKey(table.name()) && found.schema() != null) {
				rows.put(table.name(), query(this.sql.rows(found.schema(), table), table.read().size()));
			}
		}
		return new GuardedRows(found.schema(), rows);
	}

	private List<List<@Nullable String>> query(String sql, int columns) throws SQLException {
		try (Statement statement = createStatement(); ResultSet row = statement.executeQuery(sql)) {
			List<List<@Nullable String>> rows = new ArrayList<>();
			while (row.next()) {
				List<@Nullable String> values = new ArrayList<>(columns);
				for (int i = 1; i <= columns; i++) {
					values.add(decode(row.getString(i)));
				}
				rows.add(values);
			}
			return rows;
		}
	}

	private GuardedRows read(String sql) throws SQLException {
		try (Statement statement = createStatement(); ResultSet row = statement.executeQuery(sql)) {
			String schema = null;
			Map<String, List<List<@Nullable String>>> rows = new HashMap<>();
			while (row.next()) {
				schema = row.getString(1);
				String name = row.getString(2);
				if (name != null) {
					FoundTable found = new FoundTable(String.valueOf(schema), name, row.getString(3), row.getString(4),
							row.getString(5));
					found.requireFit(row.getString(6));
					rows.put(name, parse(row.getString(7), table(name).read().size()));
				}
			}
			return new GuardedRows(schema, rows);
		}
	}

	private Statement createStatement() throws SQLException {
		Statement statement = this.connection.createStatement();
		statement.setQueryTimeout(this.timeout);
		return statement;
	}

	private GuardedTable table(String name) {
		for (GuardedTable table : this.tables) {
			if (table.name().equals(name)) {
				return table;
			}
		}
		throw new IllegalStateException(name);
	}

	// The rows as the server's function wraps them: <row …><v0>68</v0><v2>69</v2></row>,
	// without what is null
	private static List<List<@Nullable String>> parse(@Nullable String xml, int columns) {
		List<List<@Nullable String>> rows = new ArrayList<>();
		if (xml == null) {
			return rows;
		}
		int end = 0;
		for (int start = xml.indexOf("<row"); start >= 0; start = xml.indexOf("<row", end)) {
			end = xml.indexOf("</row>", start);
			List<@Nullable String> values = new ArrayList<>(columns);
			for (int i = 0; i < columns; i++) {
				values.add(parse(xml, "<v" + i + ">", start, end));
			}
			rows.add(values);
		}
		return rows;
	}

	private static @Nullable String parse(String xml, String tag, int start, int end) {
		int found = xml.indexOf(tag, start);
		return (found < 0 || found > end) ? null
				: decode(xml.substring(found + tag.length(), xml.indexOf("</", found)));
	}

	private static @Nullable String decode(@Nullable String hex) {
		return (hex != null) ? new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8) : null;
	}

	/**
	 * What the catalog says of a table.
	 *
	 * @param schema its schema
	 * @param name its name
	 * @param kind the letter of what it is
	 * @param owner its owner
	 * @param reader who would read it
	 */
	private record FoundTable(String schema, String name, String kind, String owner, String reader) {

		void requireFit(String verdict) {
			switch (verdict) {
				case GuardedSql.OF_A_STRANGER -> throw ofAStranger();
				case GuardedSql.NO_TABLE -> throw noTable();
				case GuardedSql.OTHER_COLUMNS -> throw otherColumns();
				default -> {
				}
			}
		}

		private UnsuitableDatabaseException ofAStranger() {
			return new UnsuitableDatabaseException(describe() + " belongs to the role '" + this.owner
					+ "', and what that role has attached to it (triggers, rules, a view's functions) would run with "
					+ "the rights of '" + this.reader + "'. It was neither read nor written, and nothing was run.",
					"If it is not yours, drop it, or name another schema with migrations.version-table-schema. If it is, "
							+ "look at its triggers, rules and policies, and let a superuser or its owner run: ALTER TABLE "
							+ qualified() + " OWNER TO " + quote(this.reader)
							+ ". The owner may also be a superuser, the owner of the database, or a role that "
							+ "another role has made '" + this.reader + "' a member of.");
		}

		private UnsuitableDatabaseException noTable() {
			return new UnsuitableDatabaseException(
					describe() + " is no ordinary table, but " + kindInWords() + " of the role '" + this.owner
							+ "'. It was neither read nor written, and nothing was run.",
					"Rename or drop it, or name other tables with migrations.version-table and migrations.history-table.");
		}

		private UnsuitableDatabaseException otherColumns() {
			return new UnsuitableDatabaseException(
					describe() + " does not have the columns that the migrations write, so it is not theirs. "
							+ "Nothing was run.",
					"If another tool has made it, name other tables with migrations.version-table and "
							+ "migrations.history-table; if it was changed by hand, change it back.");
		}

		private String describe() {
			return "The table " + qualified() + " of the migrations";
		}

		private String qualified() {
			return quote(this.schema) + "." + quote(this.name);
		}

		private static String quote(String name) {
			return new PostgresqlDialect().quote(name);
		}

		private String kindInWords() {
			return switch (this.kind) {
				case "v" -> "a view";
				case "m" -> "a materialized view";
				case "f" -> "a foreign table";
				case "p" -> "a partitioned table";
				case "S" -> "a sequence";
				case "c" -> "a type";
				default -> "an index";
			};
		}

	}

}
