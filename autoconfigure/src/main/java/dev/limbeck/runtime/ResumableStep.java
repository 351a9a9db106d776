package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.limbeck.dialect.ServerError;
import dev.limbeck.dialect.StatementKind;
import dev.limbeck.dialect.StatementOutcome;
import dev.limbeck.revision.Direction;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * A step that is not one transaction, while it runs: its row in the history, and the
 * statements that are finished. Whatever can run in a transaction does so together with
 * the count of them, so that only a statement which PostgreSQL refuses there can ever be
 * in doubt after a crash.
 */
final class ResumableStep {

	private static final String DUPLICATE_TABLE = "42P07";

	private final Connection connection;

	private final StepJournal journal;

	private final StatementRunner statements;

	private final Listeners listeners;

	private final RunTrail trail;

	private final CompiledStep step;

	private final Set<String> heads;

	private final List<String> finished = new ArrayList<>();

	/** What the open transaction has done. */
	private final List<String> pending = new ArrayList<>();

	private long id;

	private @Nullable UnfinishedStep unfinished;

	ResumableStep(RunContext context, StepJournal journal, StatementRunner statements, CompiledStep step,
			Set<String> heads) {
		this.connection = context.connection();
		this.listeners = context.listeners();
		this.trail = context.trail();
		this.journal = journal;
		this.statements = statements;
		this.step = step;
		this.heads = heads;
	}

	CompiledStep step() {
		return this.step;
	}

	int finished() {
		return this.finished.size();
	}

	boolean isSetting(CompiledStatement statement) {
		return this.statements.isSetting(statement);
	}

	// Record its end
	void finish(JournalEntry entry, @Nullable String fingerprint) throws SQLException {
		this.statements.endStep();
		inTransaction(() -> {
			this.journal.restoreSession();
			String transaction = this.journal.guard(this.heads);
			this.journal.finish(this.id, entry, transaction, this.finished.size(), entry.step().headsAfter(),
					fingerprint);
			this.listeners.applied(this.connection, entry.step(), this::describeState);
		});
	}

	// Record its beginning
	JournalEntry start() throws SQLException {
		JournalEntry entry = JournalEntry.of(this.step);
		this.trail.open(entry);
		inTransaction(() -> {
			this.journal.guard(this.heads);
			this.id = this.journal.start(entry, this.heads, 0, checksum());
		});
		return entry;
	}

	// Record in a transaction that is open what it has done there
	void start(JournalEntry entry, List<String> done) throws SQLException {
		this.finished.addAll(done);
		this.journal.takeOwnRole();
		this.trail.open(entry);
		this.id = this.journal.start(entry, this.heads, this.finished.size(), checksum());
	}

	// Go on with it, of which nothing is known to be finished yet
	JournalEntry resume(UnfinishedStep unfinished) throws SQLException {
		this.id = unfinished.id();
		this.unfinished = unfinished;
		inTransaction(() -> {
			this.journal.guard(this.heads);
			this.journal.restart(this.id);
		});
		return JournalEntry.of(this.step);
	}

	// A statement that the interrupted run has finished. Settings that it made were those
	// of a session that has ended
	void skip(CompiledStatement statement) {
		if (isSetting(statement)) {
			execute(statement);
		}
		this.finished.add(statement.sql());
	}

	List<String> finishedStatements() {
		return List.copyOf(this.finished);
	}

	// Run statements in a transaction of their own
	void runTogether(List<CompiledStatement> together) throws SQLException {
		if (together.isEmpty()) {
			return;
		}
		try {
			String transaction = begin();
			together.forEach(this::runWithin);
			commit(transaction);
		}
		catch (SQLException | RuntimeException ex) {
			rollback(ex);
			throw ex;
		}
	}

	// Begin a transaction, and return its id
	String begin() throws SQLException {
		this.connection.setAutoCommit(false);
		return this.journal.transaction();
	}

	void runWithin(CompiledStatement statement) {
		execute(statement);
		this.pending.add(statement.sql());
	}

	// Commit a transaction together with the count of statements
	void commit(String transaction) throws SQLException {
		List<String> all = new ArrayList<>(this.finished);
		all.addAll(this.pending);
		try {
			this.journal.progress(this.id, all.size(), NonTransactionalStep.checksum(all));
			this.journal.requireTransaction(this.step.step(), transaction);
			this.connection.commit();
		}
		catch (SQLException ex) {
			throw refused(ex);
		}
		this.connection.setAutoCommit(true);
		this.finished.addAll(this.pending);
		this.pending.clear();
	}

	void rollback(Exception failure) {
		Transaction.rollback(this.connection, failure);
		this.pending.clear();
	}

	// Run a statement of a block that is outside of any transaction
	void runOutside(CompiledStatement statement) throws SQLException {
		if (statement.kind() == StatementKind.TRANSACTIONAL) {
			runTogether(List.of(statement));
		}
		else {
			runAlone(statement);
		}
	}

	private void runAlone(CompiledStatement statement) throws SQLException {
		UnfinishedStep before = this.unfinished;
		UnfinishedStep inDoubt = (before != null && this.finished.size() == before.progress()) ? before : null;
		if (inDoubt == null || !isDone(statement, inDoubt)) {
			executeAlone(statement);
			requireValid(statement);
		}
		this.finished.add(statement.sql());
		this.journal.progress(this.id, this.finished.size(), checksum());
	}

	// What a failed build leaves is taken away at once: the statement may be edited
	// before
	// it runs again, and then nobody knows the name
	private void executeAlone(CompiledStatement statement) {
		try {
			execute(statement);
		}
		catch (StatementFailedException ex) {
			if (!ex.isConnectionLost() && !DUPLICATE_TABLE.equals(ex.getSqlState())) {
				takeAway(statement, ex);
			}
			throw ex;
		}
	}

	private void takeAway(CompiledStatement statement, StatementFailedException failure) {
		try {
			this.statements.recover(statement);
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
		}
	}

	// CREATE INDEX CONCURRENTLY IF NOT EXISTS is content with an index that an earlier
	// attempt left invalid
	private void requireValid(CompiledStatement statement) throws SQLException {
		if (this.statements.leavesInvalid(statement)) {
			throw new UnfinishedStepException(
					"The index that the statement at " + statement.position(0)
							+ " was to build is there already, but invalid: an earlier attempt was interrupted. "
							+ describeState(),
					StringUtils.capitalize(again()) + ": the invalid index is dropped then and built anew.");
		}
	}

	private boolean isDone(CompiledStatement statement, UnfinishedStep inDoubt) throws SQLException {
		StatementOutcome outcome = this.statements.recover(statement);
		if (outcome == StatementOutcome.UNKNOWN && !inDoubt.failed()) {
			throw new UnfinishedStepException("The process that ran the " + describe()
					+ " died during the statement at " + statement.position(0)
					+ ", which runs outside a transaction, and the database cannot tell whether it took effect. "
					+ describeState(),
					"Look whether it did. If so: UPDATE " + this.journal.historyTable() + " SET progress = "
							+ (this.finished.size() + 1) + ", checksum = '" + checksumWith(statement) + "' WHERE id = "
							+ this.id + "; if not: UPDATE " + this.journal.historyTable()
							+ " SET outcome = 'failed' WHERE id = " + this.id + "; then " + again() + ".");
		}
		return outcome == StatementOutcome.DONE && !inDoubt.failed();
	}

	void execute(CompiledStatement statement) {
		this.statements.run(statement, this.step.step(), this::describeState, "Correct the statement and " + again()
				+ ". The statements that have run must stay as they are; this one and those behind it may be edited.");
	}

	private String describe() {
		return this.step.step().direction().word() + " of revision " + this.step.name();
	}

	private String again() {
		return Wording.again(this.step.step());
	}

	String describeState() {
		String all = (this.step.program() != null) ? "" : " of " + this.step.size();
		return "The database is at " + Heads.describe(new TreeSet<>(this.heads)) + "; of this revision, which does not "
				+ "run in one transaction, " + this.finished.size() + all + " statements have run and stay. The next "
				+ ((this.step.step().direction() == Direction.UPGRADE) ? "start" : "downgrade")
				+ " goes on behind them.";
	}

	// Only what the server refused has certainly not taken effect; after anything else
	// the
	// statement is in doubt
	void recordFailure(JournalEntry entry, Exception failure) {
		boolean statementRefused = failure instanceof StatementFailedException statement
				&& !statement.isConnectionLost();
		boolean betweenStatements = failure instanceof RevisionFailedException || failure instanceof CancelledException;
		if (!statementRefused && !betweenStatements && !(failure instanceof CommitFailedException)) {
			return;
		}
		try {
			this.journal.fail(this.id, entry);
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
		}
	}

	private void inTransaction(Transaction.Work work) throws SQLException {
		try {
			Transaction.run(this.connection, work);
		}
		catch (SQLException ex) {
			throw refused(ex);
		}
	}

	// A deferred constraint is the fault of the revision
	private SQLException refused(SQLException ex) {
		ServerError error = this.statements.describe(ex);
		if (error.isConstraintViolation()) {
			throw new CommitFailedException(List.of(this.step), error, this.statements.showsDetail(), describeState());
		}
		Program program = this.step.program();
		if (error.isTransactionAborted() && program != null) {
			throw RevisionFailedException.aborted(program.revision(), this.step.step().direction(), describeState());
		}
		return ex;
	}

	private String checksum() {
		return NonTransactionalStep.checksum(this.finished);
	}

	private String checksumWith(CompiledStatement statement) {
		List<String> texts = new ArrayList<>(this.finished);
		texts.add(statement.sql());
		return NonTransactionalStep.checksum(texts);
	}

}
