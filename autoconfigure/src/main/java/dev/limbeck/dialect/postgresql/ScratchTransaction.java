package dev.limbeck.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;

import dev.limbeck.dialect.DdlStatement;
import dev.limbeck.dialect.RefusedTargetException;
import org.jspecify.annotations.Nullable;

/**
 * What happens in it has not happened when it is closed.
 */
final class ScratchTransaction implements AutoCloseable {

	private final Connection connection;

	private final TemporaryTransaction transaction;

	private ScratchTransaction(Connection connection, TemporaryTransaction transaction) {
		this.connection = connection;
		this.transaction = transaction;
	}

	static ScratchTransaction begin(Connection connection) throws SQLException {
		return new ScratchTransaction(connection, TemporaryTransaction.begin(connection));
	}

	// Create schemas, and let names without a schema be found in the first of them before
	// anywhere else
	void createSchemas(List<String> schemas, String defaultSchema) throws SQLException {
		StringBuilder sql = new StringBuilder("SET LOCAL check_function_bodies = off;");
		schemas.forEach((schema) -> sql.append("CREATE SCHEMA ").append(schema).append(';'));
		PostgresqlNames names = new PostgresqlNames();
		String path = schemas.get(0) + ", " + names.name(defaultSchema);
		sql.append("SELECT pg_catalog.set_config('search_path', ").append(PostgresqlText.quote(path + ", "));
		sql.append(" OPERATOR(pg_catalog.||) pg_catalog.current_setting('search_path'), true)");
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql.toString());
		}
		catch (SQLException ex) {
			throw new RefusedTargetException(
					"The server refuses a schema to try the target in: %s. Nothing was changed."
						.formatted(ex.getMessage()),
					"Give the role CREATE on the database, or compare with a database where it has it.", ex);
		}
	}

	void create(String what, List<DdlStatement> statements) {
		SQLException failure = tryStatements(statements);
		if (failure != null) {
			throw refusal(what, failure);
		}
	}

	static RefusedTargetException refusal(String what, SQLException failure) {
		return new RefusedTargetException(
				"The server refuses %s of the target: %s. Nothing was changed.".formatted(what, failure.getMessage()),
				"Correct the expression or type that the message names, where the application declares it.", failure);
	}

	/**
	 * Try to create something.
	 * @param statements the statements
	 * @return why it failed, {@code null} if it did not
	 */
	@Nullable SQLException attempt(List<DdlStatement> statements) throws SQLException {
		Savepoint before = this.connection.setSavepoint();
		SQLException failure = tryStatements(statements);
		if (failure != null) {
			this.connection.rollback(before);
		}
		this.connection.releaseSavepoint(before);
		return failure;
	}

	private @Nullable SQLException tryStatements(List<DdlStatement> statements) {
		try (Statement statement = this.connection.createStatement()) {
			for (DdlStatement ddl : statements) {
				statement.execute(DriverText.of(ddl.sql()));
			}
			return null;
		}
		catch (SQLException ex) {
			return ex;
		}
	}

	@Override
	public void close() throws SQLException {
		this.transaction.close();
	}

}
