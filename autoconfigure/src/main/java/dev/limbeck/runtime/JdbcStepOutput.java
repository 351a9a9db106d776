package dev.limbeck.runtime;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import dev.limbeck.dialect.Timeouts;
import org.jspecify.annotations.Nullable;

/**
 * Carries steps out on a connection.
 */
final class JdbcStepOutput implements StepOutput<SQLException> {

	private final RunContext context;

	private final StepJournal journal;

	private final RunTransaction transaction;

	private final StatementRunner statements;

	private final AutocommitRunner autocommit;

	/** The steps that the open transaction records. */
	private final List<RunningStep> recorded = new ArrayList<>();

	/** A step that is not one transaction, as far as it is committed. */
	private @Nullable StartedStep started;

	/** What becomes of it when the open transaction is committed. */
	private @Nullable StartedStep next;

	private @Nullable ResumedStatements resumed;

	JdbcStepOutput(RunContext context) throws SQLException {
		this.context = context;
		this.journal = new StepJournal(context);
		this.transaction = new RunTransaction(context, this.journal);
		this.statements = new StatementRunner(context);
		this.autocommit = new AutocommitRunner(context, this.statements);
	}

	/**
	 * Delete all rows of the version table, in the transaction of the first step.
	 * @param heads the rows
	 * @throws SQLException if the connection is lost
	 */
	void purge(Collection<String> heads) throws SQLException {
		this.transaction.purge(heads);
	}

	/**
	 * Leave no transaction open, unless it is the caller's.
	 * @throws CommitFailedException if the server refuses
	 * @throws SQLException if the connection is lost
	 */
	void settle() throws SQLException {
		commit(this.transaction::end);
	}

	@Override
	public void enter(JournalEntry entry) throws SQLException {
		if (!entry.running().isTransactional()) {
			settle();
		}
		UnfinishedStep unfinished = entry.running().unfinished();
		this.resumed = null;
		if (unfinished != null) {
			this.context.trail().open(unfinished.id());
			if (!entry.running().isReplayed()) {
				unfinished.requireUnedited(entry.running());
			}
		}
	}

	@Override
	public void begin(JournalEntry entry) throws SQLException {
		this.transaction.begin(timeouts(entry));
	}

	@Override
	public void limit(JournalEntry entry) throws SQLException {
		this.transaction.limit(timeouts(entry));
	}

	private Timeouts timeouts(JournalEntry entry) {
		return entry.compiled().timeouts(this.context.settings().timeouts());
	}

	@Override
	public void guard(List<String> heads) throws SQLException {
		this.transaction.guard(heads);
	}

	@Override
	public void beginPart(JournalEntry entry) throws SQLException {
		this.transaction.beginPart(timeouts(entry));
	}

	@Override
	public void write(JournalEntry entry, StatementSink.Resumable<SQLException> sink) throws SQLException {
		ScriptInstance program = entry.compiled().program();
		UnfinishedStep unfinished = entry.running().unfinished();
		if (unfinished != null) {
			ResumedStatements statements = new ResumedStatements(this.context, this.statements, entry, unfinished,
					sink);
			this.resumed = statements;
			statements.write(this::describeState);
		}
		else if (program != null) {
			this.context.run(program, entry.step(), sink, this::describeState).run();
		}
		else {
			entry.running().writeTo(sink);
		}
	}

	@Override
	public void execute(JournalEntry entry, CompiledStatement statement) {
		this.statements.run(statement, entry.step(), this::describeState,
				(this.started != null) ? StartedStep.advice(entry) : StepText.advice(entry.step().direction()));
	}

	@Override
	public void executeAlone(JournalEntry entry, CompiledStatement statement, Checkpoint checkpoint)
			throws SQLException {
		this.autocommit.run(started(), statement, checkpoint);
		StartedStep step = started().at(checkpoint);
		this.started = step;
		this.journal.progress(step);
	}

	@Override
	public void restoreSession() {
		this.transaction.restoreSession();
	}

	@Override
	public void record(JournalEntry entry) throws SQLException {
		this.statements.endStep();
		this.recorded.add(entry.running());
		this.context.trail().record(entry);
		if (!this.transaction.holds(entry)) {
			refusable(() -> this.transaction.record(entry));
			tellListeners(entry);
		}
	}

	@Override
	public void start(JournalEntry entry, Checkpoint checkpoint) throws SQLException {
		this.journal.limitOutside(entry.compiled().statementTimeout());
		UnfinishedStep unfinished = entry.running().unfinished();
		if (unfinished != null) {
			this.journal.restart(unfinished.id());
			this.next = new StartedStep(entry, unfinished.id(), checkpoint);
			return;
		}
		refusable(List.of(entry.compiled()), () -> {
			if (entry.running().isTransactional()) {
				leave(entry);
			}
			this.context.trail().open(entry);
			this.next = new StartedStep(entry, this.journal.start(entry, checkpoint), checkpoint);
		});
	}

	// The step has begun as one transaction
	private void leave(JournalEntry entry) throws SQLException {
		if (this.transaction.isCallers()) {
			throw OpenTransactionException.ofBlock(entry.compiled(), describeState());
		}
		this.transaction.requireOpen(entry.step());
		this.journal.takeOwnRole();
	}

	@Override
	public void checkpoint(JournalEntry entry, Checkpoint checkpoint) throws SQLException {
		StartedStep step = started().at(checkpoint);
		refusable(() -> {
			this.journal.progress(step);
			this.transaction.requireOpen(entry.step());
		});
		this.next = step;
	}

	@Override
	public void finish(JournalEntry entry) throws SQLException {
		this.statements.endStep();
		this.recorded.add(entry.running());
		refusable(() -> this.transaction.finish(started()));
		tellListeners(entry);
		this.next = null;
	}

	private void tellListeners(JournalEntry entry) {
		this.context.listeners().applied(this.context.connection(), entry.step(), this::describeState);
	}

	@Override
	public void commit() throws SQLException {
		commit(this.transaction::commit);
	}

	private void commit(Transaction.Work work) throws SQLException {
		refusable(work);
		if (!this.transaction.isCallers()) {
			committed();
		}
	}

	private void committed() {
		if (this.started != null && this.next == null) {
			this.context.trail().finish();
		}
		this.started = this.next;
		this.context.trail().commit();
		this.recorded.forEach((running) -> this.context.listeners().committed(running.progress()));
		this.recorded.clear();
	}

	@Override
	public void abort(Exception failure) {
		this.transaction.rollback(failure);
		boolean counted = this.started != null && this.recorded.isEmpty();
		if (counted && isCertain(failure) && (this.resumed == null || this.resumed.isOver())) {
			try {
				this.journal.fail(started());
			}
			catch (SQLException ex) {
				failure.addSuppressed(ex);
			}
		}
	}

	// Only what the server refused has certainly not taken effect; after anything else
	// the
	// statement is in doubt
	private static boolean isCertain(Exception failure) {
		return (failure instanceof StatementFailedException statement && !statement.isConnectionLost())
				|| failure instanceof RevisionFailedException || failure instanceof CancelledException
				|| failure instanceof CommitFailedException;
	}

	private void refusable(Transaction.Work work) throws SQLException {
		List<CompiledStep> steps = this.recorded.stream().map(RunningStep::step).toList();
		StartedStep step = this.next;
		refusable((steps.isEmpty() && step != null) ? List.of(step.entry().compiled()) : steps, work);
	}

	private void refusable(List<CompiledStep> steps, Transaction.Work work) throws SQLException {
		try {
			work.run();
		}
		catch (SQLException ex) {
			throw CommitFailedException.of(ex, steps, this.context, describeState());
		}
	}

	private String describeState() {
		return (this.started != null) ? this.started.describeState() : this.context.trail().describeRolledBack();
	}

	private StartedStep started() {
		return Objects.requireNonNull(this.started, "the start of the step must be recorded");
	}

}
