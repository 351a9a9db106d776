package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.ServerError;
import dev.limbeck.revision.MigrationStep;

import org.springframework.util.StringUtils;

/**
 * Send the statements of revisions to the server: each one by itself and as it is
 * written, because the driver would split and rewrite what it is given.
 */
final class StatementRunner {

	/** Rows that nobody wants, but whose functions are to be called. */
	private static final int FETCH_SIZE = 200;

	private static final String OUTSIDE = "Put '-- migrate:autocommit' on the line before the statement and "
			+ "'-- migrate:end' on the line behind it, so that it runs outside a transaction, and ";

	private static final String OUTSIDE_IN_JAVA = "Put the operation into op.autocommit((outside) -> outside.…), so that it "
			+ "runs outside a transaction, and ";

	private final Connection connection;

	private final Statement statement;

	private final Dialect dialect;

	private final ShutdownSignal shutdown;

	private final MessageSettings settings;

	private final ServerMessages messages;

	private final BlockerWatch blockers;

	StatementRunner(RunContext context) throws SQLException {
		this.connection = context.connection();
		this.statement = this.connection.createStatement();
		this.statement.setEscapeProcessing(false);
		this.statement.setFetchSize(FETCH_SIZE);
		this.dialect = context.dialect();
		this.shutdown = context.shutdown();
		this.settings = context.settings().messages();
		this.messages = new ServerMessages(this.statement, this.dialect, this.settings);
		this.blockers = context.blockers();
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
		this.messages.begin(compiled, step);
		this.blockers.begins(compiled);
		try {
			boolean rows = this.statement.execute(this.dialect.forDriver(compiled.statement()));
			while (rows || this.statement.getUpdateCount() != -1) {
				if (rows) {
					readToTheEnd();
				}
				rows = this.statement.getMoreResults();
			}
		}
		catch (SQLException ex) {
			boolean transactional = isTransactional();
			ServerError error = this.dialect.describe(ex).map(compiled.source()::shown);
			boolean lost = error.isConnectionLost() && !LostConnection.isAlive(this.connection);
			throw new StatementFailedException(step, compiled.position(error.position()), describe(compiled), error,
					this.settings.errorDetail(), lost ? "" : stateAfterFailure.get(),
					lost ? "" : next(compiled, error, step, next), transactional, lost);
		}
		finally {
			this.blockers.ends();
			this.messages.end();
		}
	}

	// Known to the driver, so that this is no round trip
	private boolean isTransactional() {
		try {
			return !this.connection.getAutoCommit();
		}
		catch (SQLException ex) {
			return false;
		}
	}

	private void readToTheEnd() throws SQLException {
		try (ResultSet rows = this.statement.getResultSet()) {
			while (rows.next()) {
				if (rows.getWarnings() != null) {
					this.messages.take(rows);
				}
			}
			this.messages.take(rows);
		}
	}

	/**
	 * The statements of a step are over.
	 */
	void endStep() {
		this.messages.endStep();
	}

	private String describe(CompiledStatement compiled) {
		String operation = compiled.source().operation();
		return this.dialect.abridge(compiled.shown()) + ((operation != null) ? "\nOperation: " + operation : "");
	}

	private static String next(CompiledStatement compiled, ServerError error, MigrationStep step, String next) {
		if (error.kind() == ServerError.Kind.REFUSED_IN_TRANSACTION) {
			boolean program = compiled.source().operation() != null;
			return (program ? OUTSIDE_IN_JAVA : OUTSIDE) + StepText.again(step) + ".";
		}
		if (error.kind() == ServerError.Kind.TRANSACTION_ABORTED && compiled.source().operation() != null) {
			return "A statement that the revision sent through its connection has failed before this one. "
					+ RevisionFailedException.SAVEPOINT + StepText.again(step) + ".";
		}
		return byCause(error, step, next);
	}

	private static String byCause(ServerError error, MigrationStep step, String next) {
		return switch (error.kind()) {
			case MISSING_PRIVILEGE ->
				"Let the owner of what the message names GRANT the user of the migrations what the statement "
						+ "needs (of another's table only the owner may change the columns), or connect as the owner with "
						+ "migrations.datasource.username; then " + StepText.again(step) + ".";
			case LOCK_TIMEOUT ->
				"Another session holds a lock for longer than lock_timeout lets wait. When it has ended, "
						+ StepText.again(step) + ". If it may take longer, let the revision be run again for longer "
						+ "(migrations.lock-retry-timeout), or at another time of the day. A longer migrations.lock-timeout "
						+ "makes the application wait as well.";
			case DEADLOCK, SERIALIZATION_FAILURE ->
				"Other transactions are in the way each time. " + StringUtils.capitalize(StepText.again(step))
						+ " when they are fewer, or let the revision take its "
						+ "locks in the order in which the application takes them.";
			case CANCELLED ->
				"The statement took longer than statement_timeout lets it (migrations.statement-timeout, or "
						+ "what the revision sets), or another session ended it. See which, then "
						+ StepText.again(step) + ".";
			case DISK_FULL -> "Make room where the server has its data, then " + StepText.again(step) + ".";
			case UNCOMMITTED_ENUM_VALUE ->
				"Add the value at the beginning of its revision and outside a transaction, between "
						+ "'-- migrate:autocommit' and '-- migrate:end', or with op.autocommit((outside) -> "
						+ "outside.addEnumValue(…)) in Java; then " + StepText.again(step) + ".";
			case MISSING_SCHEMA ->
				"Create the schema in a revision before this one, or in this one, then " + StepText.again(step) + ".";
			default -> next;
		};
	}

}
