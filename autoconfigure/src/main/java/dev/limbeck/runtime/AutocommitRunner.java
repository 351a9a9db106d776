package dev.limbeck.runtime;

import java.sql.SQLException;

import dev.limbeck.dialect.ServerError;
import dev.limbeck.dialect.StatementOutcome;

import org.springframework.util.StringUtils;

/**
 * Run the statements that PostgreSQL refuses in a transaction. After a crash, whether one
 * of them took effect is for the database to tell.
 */
final class AutocommitRunner {

	private final RunContext context;

	private final StatementRunner statements;

	AutocommitRunner(RunContext context, StatementRunner statements) {
		this.context = context;
		this.statements = statements;
	}

	/**
	 * Run a statement, unless an interrupted run is known to have done it.
	 * @param step its step
	 * @param statement the statement
	 * @param checkpoint how far the step is behind it
	 * @throws SQLException if the database cannot be asked
	 */
	void run(StartedStep step, CompiledStatement statement, Checkpoint checkpoint) throws SQLException {
		UnfinishedStep unfinished = step.entry().running().unfinished();
		boolean inDoubt = unfinished != null && unfinished.progress() == checkpoint.before();
		if (unfinished == null || !inDoubt || !isDone(step, statement, checkpoint, unfinished)) {
			execute(step, statement);
			requireValid(step, statement);
		}
	}

	// What a failed build leaves is taken away at once: the statement may be edited
	// before
	// it runs again, and then its name is unknown
	private void execute(StartedStep step, CompiledStatement statement) {
		try {
			this.statements.run(statement, step.entry().step(), step::describeState, StartedStep.advice(step.entry()));
		}
		catch (StatementFailedException ex) {
			if (!ex.isConnectionLost() && ex.getServerError().kind() != ServerError.Kind.EXISTING_RELATION) {
				takeAway(statement, ex);
			}
			throw ex;
		}
	}

	private void takeAway(CompiledStatement statement, StatementFailedException failure) {
		try {
			recover(statement);
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
		}
	}

	// CREATE INDEX CONCURRENTLY IF NOT EXISTS is content with an index that an earlier
	// attempt left invalid
	private void requireValid(StartedStep step, CompiledStatement statement) throws SQLException {
		if (this.context.dialect().leavesInvalid(this.context.connection(), statement.statement())) {
			throw new UnfinishedStepException(
					"The index that the statement at " + statement.position(0)
							+ " was to build is there already, but invalid: an earlier attempt was interrupted. "
							+ step.describeState(),
					StringUtils.capitalize(StepText.again(step.entry().step()))
							+ ": the invalid index is dropped then and built anew.");
		}
	}

	private boolean isDone(StartedStep step, CompiledStatement statement, Checkpoint checkpoint,
			UnfinishedStep unfinished) throws SQLException {
		StatementOutcome outcome = recover(statement);
		if (outcome == StatementOutcome.UNKNOWN && !unfinished.failed()) {
			throw inDoubt(step, statement, checkpoint);
		}
		return outcome == StatementOutcome.DONE && !unfinished.failed();
	}

	private StatementOutcome recover(CompiledStatement statement) throws SQLException {
		return this.context.dialect().recover(this.context.connection(), statement.statement());
	}

	private UnfinishedStepException inDoubt(StartedStep step, CompiledStatement statement, Checkpoint checkpoint) {
		CompiledStep compiled = step.entry().compiled();
		String history = this.context.tables().history();
		return new UnfinishedStepException(
				"The process that ran the " + compiled.step().direction().word() + " of revision " + compiled.name()
						+ " died during the statement at " + statement.position(0)
						+ ", which runs outside a transaction, and the database cannot tell whether it took effect. "
						+ step.describeState(),
				"Look whether it did. If so: UPDATE " + history + " SET progress = " + checkpoint.finished()
						+ ", checksum = '" + checkpoint.checksum() + "' WHERE id = " + step.id() + "; if not: UPDATE "
						+ history + " SET outcome = 'failed' WHERE id = " + step.id() + "; then "
						+ StepText.again(compiled.step()) + ".");
	}

}
