package dev.limbeck.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import dev.limbeck.dialect.SqlStatement;
import dev.limbeck.dialect.StatementOutcome;
import dev.limbeck.dialect.postgresql.Token.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Find out what became of a statement that was interrupted outside a transaction. An
 * index that was being built concurrently stays behind invalid: it is dropped, so that
 * building it can start over.
 */
final class PostgresqlRecovery {

	private static final String INDEX_QUERY = """
			SELECT i.indisvalid, n.nspname, c.relname
			FROM pg_catalog.pg_class t
			JOIN pg_catalog.pg_index i ON i.indrelid OPERATOR(pg_catalog.=) t.oid
			JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) i.indexrelid
			JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
			WHERE t.oid OPERATOR(pg_catalog.=) pg_catalog.to_regclass(?)
				AND c.relname OPERATOR(pg_catalog.=) (pg_catalog.parse_ident(?))[1]""";

	// One that is being built is invalid until it is complete
	private static final String INVALID_QUERY = """
			SELECT pg_catalog.format('%I.%I', n.nspname, c.relname)
			FROM pg_catalog.pg_index i
			JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) i.indexrelid
			JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
			WHERE NOT i.indisvalid AND c.relkind OPERATOR(pg_catalog.=) 'i'::"char"
				AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_progress_create_index p
					WHERE p.index_relid OPERATOR(pg_catalog.=) i.indexrelid)
			ORDER BY 1""";

	private final Connection connection;

	PostgresqlRecovery(Connection connection) {
		this.connection = connection;
	}

	StatementOutcome recover(SqlStatement statement) throws SQLException {
		TokenCursor cursor = new TokenCursor(statement.text());
		if (cursor.accept("vacuum", "reindex", "cluster", "discard")) {
			return StatementOutcome.NOT_DONE;
		}
		if (acceptBuild(cursor)) {
			return isNamed(cursor) ? recoverCreateIndex(find(cursor)) : StatementOutcome.UNKNOWN;
		}
		if (cursor.accept("drop") && cursor.accept("index") && cursor.accept("concurrently")) {
			return recoverDropIndex(cursor);
		}
		return StatementOutcome.UNKNOWN;
	}

	boolean leavesInvalid(SqlStatement statement) throws SQLException {
		TokenCursor cursor = new TokenCursor(statement.text());
		FoundIndex index = (acceptBuild(cursor) && isNamed(cursor)) ? find(cursor) : null;
		return index != null && !index.valid();
	}

	static List<String> findInvalid(Connection connection) throws SQLException {
		List<String> indexes = new ArrayList<>();
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(INVALID_QUERY)) {
			while (row.next()) {
				indexes.add(row.getString(1));
			}
		}
		return indexes;
	}

	private static boolean acceptBuild(TokenCursor cursor) {
		if (!cursor.accept("create")) {
			return false;
		}
		cursor.accept("unique");
		return cursor.accept("index") && cursor.accept("concurrently");
	}

	private static boolean isNamed(TokenCursor cursor) {
		if (cursor.accept("if")) {
			cursor.accept("not");
			cursor.accept("exists");
		}
		return !cursor.isAt("on");
	}

	private StatementOutcome recoverCreateIndex(@Nullable FoundIndex index) throws SQLException {
		if (index != null && index.valid()) {
			return StatementOutcome.DONE;
		}
		if (index != null) {
			drop(index.schema(), index.name());
		}
		return StatementOutcome.NOT_DONE;
	}

	/**
	 * Find the index that a statement builds concurrently.
	 * @param statement the statement
	 * @return the index, or {@code null} if it builds none or gives it no name
	 */
	static @Nullable BuiltIndex findBuilt(SqlStatement statement) {
		TokenCursor cursor = new TokenCursor(statement.text());
		if (!acceptBuild(cursor)) {
			return null;
		}
		boolean conditional = cursor.isAt("if");
		return isNamed(cursor) ? takeBuilt(cursor, conditional) : null;
	}

	private static BuiltIndex takeBuilt(TokenCursor cursor, boolean conditional) {
		String index = takeName(cursor);
		cursor.accept("on");
		cursor.accept("only");
		return new BuiltIndex(takeName(cursor), index, conditional);
	}

	private @Nullable FoundIndex find(TokenCursor cursor) throws SQLException {
		BuiltIndex built = takeBuilt(cursor, false);
		try (PreparedStatement query = this.connection.prepareStatement(INDEX_QUERY)) {
			query.setString(1, built.table());
			query.setString(2, built.index());
			try (ResultSet row = query.executeQuery()) {
				return row.next() ? new FoundIndex(row.getString(2), row.getString(3), row.getBoolean(1)) : null;
			}
		}
	}

	private void drop(String schema, String index) throws SQLException {
		PostgresqlDialect dialect = new PostgresqlDialect();
		try (Statement statement = this.connection.createStatement()) {
			statement.execute("DROP INDEX CONCURRENTLY " + dialect.quote(schema) + "." + dialect.quote(index));
		}
	}

	private StatementOutcome recoverDropIndex(TokenCursor cursor) throws SQLException {
		if (cursor.accept("if")) {
			cursor.accept("exists");
		}
		try (PreparedStatement query = this.connection
			.prepareStatement("SELECT pg_catalog.to_regclass(?)::pg_catalog.text")) {
			query.setString(1, takeName(cursor));
			try (ResultSet row = query.executeQuery()) {
				row.next();
				@Nullable String found = row.getString(1);
				return (found != null) ? StatementOutcome.NOT_DONE : StatementOutcome.DONE;
			}
		}
	}

	// Take a name as it is written, with its quotes and its schema
	private static String takeName(TokenCursor cursor) {
		StringBuilder name = new StringBuilder();
		do {
			name.append((name.length() > 0) ? "." : "");
			Token token = cursor.take();
			name.append(token.script(), token.start(), token.end());
		}
		while (!cursor.isAt(Kind.END) && cursor.accept('.'));
		return name.toString();
	}

	/**
	 * An index that a statement builds.
	 *
	 * @param table the table, as it is written
	 * @param index the index, as it is written
	 * @param conditional whether it is built only if it does not exist
	 */
	record BuiltIndex(String table, String index, boolean conditional) {
	}

	private record FoundIndex(String schema, String name, boolean valid) {
	}

}
