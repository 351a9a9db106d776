package dev.limbeck.dialect.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.limbeck.dialect.InspectionScope;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of an inspection: it sees one state of the database, cannot write, and
 * has nothing but the catalog in its search path, so that the server qualifies what it
 * prints. What else decides how the server prints something is set, too, to what means
 * the same in every session: a role, a database and the driver have settings of their
 * own. Money is printed as the session has it, as no text of it is read alike everywhere.
 * Queries as short as its are not worth being compiled. Within a transaction of the
 * caller it is a savepoint, and what it set goes with that.
 */
final class CatalogTransaction implements AutoCloseable {

	private static final String SETTINGS = Stream
		.of("search_path = pg_catalog, pg_temp", "jit = off", "standard_conforming_strings = on",
				"quote_all_identifiers = off", "TimeZone = 'UTC'", "DateStyle = 'ISO'", "IntervalStyle = 'postgres'",
				"bytea_output = 'hex'", "extra_float_digits = 1")
		.map((setting) -> "; SET LOCAL " + setting)
		.collect(Collectors.joining());

	private final Connection connection;

	private final TemporaryTransaction transaction;

	private CatalogTransaction(Connection connection, TemporaryTransaction transaction) {
		this.connection = connection;
		this.transaction = transaction;
	}

	static CatalogTransaction begin(Connection connection) throws SQLException {
		CatalogTransaction begun = new CatalogTransaction(connection, TemporaryTransaction.begin(connection));
		begun.set(begun.transaction.isOwn() ? "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
				: "SET LOCAL transaction_read_only = on");
		return begun;
	}

	CatalogReader reader(InspectionScope scope) throws SQLException {
		return new CatalogReader(this.connection, scope);
	}

	List<List<@Nullable String>> ask(String query) throws SQLException {
		try (Statement statement = this.connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
			int columns = row.getMetaData().getColumnCount();
			List<List<@Nullable String>> rows = new ArrayList<>();
			while (row.next()) {
				List<@Nullable String> values = new ArrayList<>();
				for (int i = 1; i <= columns; i++) {
					values.add(row.getString(i));
				}
				rows.add(values);
			}
			return rows;
		}
	}

	private void set(String transactionMode) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(transactionMode + SETTINGS);
		}
		catch (SQLException ex) {
			close();
			throw ex;
		}
	}

	@Override
	public void close() throws SQLException {
		this.transaction.close();
	}

}
