package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.ServerError;
import dev.limbeck.dialect.StatementOutcome;
import dev.limbeck.revision.MigrationStep;

/**
 * Send the statements of revisions to the server: each one by itself and as it is
 * written, because the driver would split and rewrite what it is given.
 */
final class StatementRunner {

	private static final String ACTIVE_TRANSACTION = "25001";

	private static final String OUTSIDE = "Put '-- migrate:autocommit' on the line before the statement and "
			+ "'-- migrate:end' on the line behind it, so that it runs outside a transaction, and ";

	private static final String OUTSIDE_IN_JAVA = "Put the operation into op.autocommit((outside) -> outside.…), so that it "
			+ "runs outside a transaction, and ";

	private final Connection connection;

	private final Statement statement;

	private final Dialect dialect;

	private final ShutdownSignal shutdown;

	StatementRunner(Connection connection, Dialect dialect, ShutdownSignal shutdown) throws SQLException {
		this.connection = connection;
		this.statement = connection.createStatement();
		this.statement.setEscapeProcessing(false);
		this.dialect = dialect;
		this.shutdown = shutdown;
	}

	/**
	 * Run a statement.
	 * @param compiled the statement
	 * @param step the step that it belongs to
	 * @param stateAfterFailure says what state the database is in if it fails
	 * @param next what to do if it fails because of what it says
	 * @throws StatementFailedException if the server refuses it
	 */
	void run(CompiledStatement compiled, MigrationStep step, Supplier<String> stateAfterFailure, String next) {
		if (this.shutdown.isTimeUp()) {
			throw new CancelledException();
		}
		try {
			this.statement.execute(this.dialect.forDriver(compiled.statement()));
		}
		catch (SQLException ex) {
			ServerError error = this.dialect.describe(ex).map(compiled.source()::shown);
			boolean lost = error.isConnectionLost() && !LostConnection.isAlive(this.connection);
			throw new StatementFailedException(step, compiled.position(error.position()), describe(compiled), error,
					lost ? "" : stateAfterFailure.get(), lost ? "" : next(compiled, error, step, next), lost);
		}
	}

	private String describe(CompiledStatement compiled) {
		String operation = compiled.source().operation();
		return this.dialect.abridge(compiled.shown()) + ((operation != null) ? "\nOperation: " + operation : "");
	}

	private static String next(CompiledStatement compiled, ServerError error, MigrationStep step, String next) {
		if (ACTIVE_TRANSACTION.equals(error.sqlState()) && error.message().contains("transaction block")) {
			boolean program = compiled.source().operation() != null;
			return (program ? OUTSIDE_IN_JAVA : OUTSIDE) + Wording.again(step) + ".";
		}
		if (error.isTransactionAborted() && compiled.source().operation() != null) {
			return "A statement that the revision sent through its connection has failed before this one. "
					+ RevisionFailedException.SAVEPOINT + Wording.again(step) + ".";
		}
		return next;
	}

	ServerError describe(SQLException ex) {
		return this.dialect.describe(ex);
	}

	boolean isSetting(CompiledStatement compiled) {
		return this.dialect.isSetting(compiled.statement());
	}

	boolean leavesInvalid(CompiledStatement compiled) throws SQLException {
		return this.dialect.leavesInvalid(this.connection, compiled.statement());
	}

	StatementOutcome recover(CompiledStatement compiled) throws SQLException {
		return this.dialect.recover(this.connection, compiled.statement());
	}

}
