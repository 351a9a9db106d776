package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.limbeck.dialect.ServerError;
import dev.limbeck.revision.Direction;
import dev.limbeck.revision.MigrationException;
import dev.limbeck.revision.MigrationStep;
import dev.limbeck.runtime.StateTables.Ending;
import org.jspecify.annotations.Nullable;

/**
 * Run one step after the other on one connection, and keep count of the rows that the
 * version table must have.
 */
final class StepRunner {

	private final RunContext context;

	private final Connection connection;

	private final TransactionScope scope;

	private final Listeners listeners;

	private final StepJournal journal;

	private final StatementRunner statements;

	private final Set<String> heads;

	private Set<String> committedHeads;

	private final List<RunningStep> uncommitted = new ArrayList<>();

	/**
	 * The id of the transaction whose guard has passed, or {@code null} if none is open.
	 */
	private @Nullable String transaction;

	StepRunner(RunContext context, Collection<String> heads) throws SQLException {
		this.context = context;
		this.connection = context.connection();
		this.scope = context.scope();
		this.listeners = context.listeners();
		this.journal = new StepJournal(this.connection, context.tables(), context.session(),
				context.settings().application());
		this.statements = new StatementRunner(this.connection, context.dialect(), context.shutdown(),
				context.settings().messages());
		this.heads = new TreeSet<>(heads);
		this.committedHeads = Set.copyOf(heads);
	}

	/**
	 * Run a step.
	 * @param running the step and its place in the run
	 * @param unfinished what an interrupted run left of this step, or {@code null}
	 * @param fingerprint what the step completes, or {@code null}
	 * @throws SQLException if the connection is lost
	 */
	void run(RunningStep running, @Nullable UnfinishedStep unfinished, @Nullable String fingerprint)
			throws SQLException {
		CompiledStep step = running.step();
		if (step.isTransactional() && unfinished == null) {
			runInTransaction(running, fingerprint);
		}
		else {
			complete();
			if (unfinished != null) {
				this.context.trail().open(unfinished.id());
			}
			ResumableStep work = resumable(step);
			Program program = step.program();
			if (program != null) {
				ProgressTarget target = new ProgressTarget(work, this.connection);
				target.run(this.context.run(program, step.step(), target), target.begin(unfinished), fingerprint);
			}
			else {
				new NonTransactionalStep(work).run(unfinished, fingerprint);
			}
			completed(running);
		}
	}

	private ResumableStep resumable(CompiledStep step) {
		return new ResumableStep(this.context, this.journal, this.statements, step, this.heads);
	}

	private void completed(RunningStep running) throws SQLException {
		moveTo(running.step().step().headsAfter());
		this.context.trail().finish();
		complete();
		this.listeners.committed(running.progress());
	}

	private void runInTransaction(RunningStep running, @Nullable String fingerprint) throws SQLException {
		inTransaction(() -> {
			String begun = begin();
			MigrationStep step = running.step().step();
			JournalEntry entry = JournalEntry.of(running.step());
			Program program = running.step().program();
			if (program != null && runProgram(program, running, begun, entry, fingerprint)) {
				return;
			}
			for (CompiledBlock block : running.step().blocks()) {
				for (CompiledStatement statement : block.statements()) {
					this.statements.run(statement, step, this::describeRolledBack, next(step.direction()));
				}
			}
			record(entry, begun, running, fingerprint);
		});
	}

	// Return whether the revision has left the transaction, and is recorded then
	private boolean runProgram(Program program, RunningStep running, String begun, JournalEntry entry,
			@Nullable String fingerprint) throws SQLException {
		MigrationStep step = running.step().step();
		TransactionTarget target = new TransactionTarget(this.statements, step, this::describeRolledBack,
				next(step.direction()), (done) -> leave(running.step(), begun, entry, done));
		ProgramRun run = this.context.run(program, step, target);
		try {
			run.run();
		}
		catch (SQLException | RuntimeException ex) {
			if (target.outside() != null) {
				target.outside().abort(entry, ex);
			}
			throw ex;
		}
		if (target.outside() != null) {
			target.outside().complete(entry, fingerprint);
			completed(running);
		}
		return target.outside() != null;
	}

	private ProgressTarget leave(CompiledStep step, String begun, JournalEntry entry, List<String> done)
			throws SQLException {
		if (this.scope == TransactionScope.CALLER) {
			throw new OpenTransactionException(
					"Revision " + step.name() + " wants to do something outside of a "
							+ "transaction, and one is open on the connection. " + describeRolledBack(),
					"Roll it back, set the connection to autocommit before the run, or run the revision with the command on "
							+ "a connection of its own.");
		}
		ResumableStep work = resumable(step);
		try {
			this.journal.requireTransaction(step.step(), begun);
			work.start(entry, done);
			complete();
		}
		catch (SQLException ex) {
			throw refused(List.of(step), ex);
		}
		return new ProgressTarget(work, this.connection);
	}

	/**
	 * Delete all rows of the version table.
	 * @throws SQLException if the connection is lost
	 */
	void purge() throws SQLException {
		inTransaction(() -> {
			begin();
			Instant now = JournalEntry.now();
			this.context.trail().purge(now);
			this.journal.purge(this.heads, now);
			moveTo(List.of());
		});
	}

	private void inTransaction(Transaction.Work work) throws SQLException {
		try {
			work.run();
		}
		catch (SQLException | RuntimeException ex) {
			if (this.scope != TransactionScope.CALLER) {
				Transaction.rollback(this.connection, ex);
			}
			throw ex;
		}
	}

	// The transaction was begun together with the record of the step before, if there was
	// one
	private String begin() throws SQLException {
		if (this.transaction == null) {
			if (this.scope != TransactionScope.CALLER) {
				this.connection.setAutoCommit(false);
			}
			this.transaction = this.journal.guard(this.heads);
		}
		return this.transaction;
	}

	private void record(JournalEntry entry, String begun, RunningStep running, @Nullable String fingerprint)
			throws SQLException {
		this.statements.endStep();
		Ending ending = endingOf(running);
		this.uncommitted.add(running);
		this.context.trail().record(entry);
		try {
			this.transaction = this.journal.record(entry, begun, entry.step().headsAfter(), fingerprint, ending);
		}
		catch (SQLException ex) {
			throw refused(uncommitted(), ex);
		}
		this.listeners.applied(this.connection, entry.step(), this::describeRolledBack);
		moveTo(entry.step().headsAfter());
		if (this.scope == TransactionScope.STEP) {
			if (ending == Ending.OPEN) {
				commit();
				this.transaction = null;
			}
			committed();
		}
	}

	// Listeners come between the record and the commit
	private Ending endingOf(RunningStep running) {
		if (this.scope != TransactionScope.STEP || this.listeners.isTransactional()) {
			return Ending.OPEN;
		}
		return running.isLast() ? Ending.COMMIT : Ending.COMMIT_AND_BEGIN;
	}

	private void moveTo(Collection<String> heads) {
		this.heads.clear();
		this.heads.addAll(heads);
	}

	/**
	 * Commit what is open, unless that is for the caller to do.
	 * @throws CommitFailedException if the server refuses
	 * @throws SQLException if the connection is lost
	 */
	void complete() throws SQLException {
		if (this.scope == TransactionScope.CALLER) {
			return;
		}
		if (!this.connection.getAutoCommit()) {
			commit();
			this.connection.setAutoCommit(true);
		}
		this.transaction = null;
		committed();
	}

	private void commit() throws SQLException {
		try {
			this.connection.commit();
		}
		catch (SQLException ex) {
			throw refused(uncommitted(), ex);
		}
	}

	private List<CompiledStep> uncommitted() {
		return this.uncommitted.stream().map(RunningStep::step).toList();
	}

	private void committed() {
		this.committedHeads = Set.copyOf(this.heads);
		this.context.trail().commit();
		this.uncommitted.forEach((running) -> this.listeners.committed(running.progress()));
		this.uncommitted.clear();
	}

	// A deferred constraint is the fault of the revision. If the connection is lost,
	// nobody knows whether the server has committed; the next start reads it from the
	// version table
	private MigrationException refused(List<CompiledStep> steps, SQLException ex) throws SQLException {
		ServerError error = this.statements.describe(ex);
		if (steps.isEmpty()) {
			throw ex;
		}
		CompiledStep last = steps.get(steps.size() - 1);
		Program program = last.program();
		if (error.isTransactionAborted() && program != null) {
			return RevisionFailedException.aborted(program.revision(), last.step().direction(), describeRolledBack());
		}
		if (!error.isConstraintViolation()) {
			throw ex;
		}
		return new CommitFailedException(steps, error, this.statements.showsDetail(), describeRolledBack());
	}

	String describeRolledBack() {
		String database = "the database is at " + Heads.describe(new TreeSet<>(this.committedHeads)) + ".";
		return switch (this.scope) {
			case STEP -> "Nothing of this revision remains; " + database;
			case RUN -> "Nothing remains of what this run had not committed; " + database;
			case CALLER -> "Your transaction can only be rolled back now; when it is, " + database;
		};
	}

	private static String next(Direction direction) {
		return (direction == Direction.UPGRADE)
				? "Correct the statement and start again: a revision that was not applied may be edited freely."
				: "Correct the statement and " + Wording.again(direction)
						+ ": the downgrade of a revision may be edited freely.";
	}

	/**
	 * Return the rows of the version table.
	 * @return the rows, sorted
	 */
	Set<String> heads() {
		return Collections.unmodifiableSet(this.heads);
	}

}
