package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.MigrationSession;
import dev.limbeck.dialect.ServerError;
import dev.limbeck.revision.RevisionStep;
import dev.limbeck.runtime.StateTables.Ending;
import org.jspecify.annotations.Nullable;

/**
 * Run one step after the other on one connection, and keep count of the rows that the
 * version table must have.
 */
final class StepRunner {

	private static final String NEXT = "Correct the statement and start again: a revision that was not applied may be "
			+ "edited freely.";

	private final Connection connection;

	private final TransactionMode mode;

	private final StepJournal journal;

	private final StatementRunner statements;

	private final Set<String> heads;

	private Set<String> committedHeads;

	private final List<CompiledScript> uncommitted = new ArrayList<>();

	/**
	 * The id of the transaction whose guard has passed, or {@code null} if none is open.
	 */
	private @Nullable String transaction;

	StepRunner(Connection connection, Dialect dialect, MigrationSettings settings, StateTables tables,
			MigrationSession session, Set<String> heads) throws SQLException {
		this.connection = connection;
		this.mode = settings.transactionMode();
		this.journal = new StepJournal(connection, tables, session, settings.application());
		this.statements = new StatementRunner(connection, dialect);
		this.heads = new TreeSet<>(heads);
		this.committedHeads = Set.copyOf(heads);
	}

	/**
	 * Run a step.
	 * @param step the step
	 * @param script its statements
	 * @param unfinished what an interrupted run left of this step, or {@code null}
	 * @param fingerprint what the step completes, or {@code null} if others follow
	 * @throws SQLException if the connection is lost
	 */
	void run(RevisionStep step, CompiledScript script, @Nullable UnfinishedStep unfinished,
			@Nullable String fingerprint) throws SQLException {
		if (script.isTransactional() && unfinished == null) {
			runInTransaction(step, script, fingerprint);
		}
		else {
			complete();
			new NonTransactionalStep(this.connection, this.journal, this.statements, step, script, this.heads)
				.run(unfinished, fingerprint);
			moveTo(step);
			complete();
		}
	}

	private void runInTransaction(RevisionStep step, CompiledScript script, @Nullable String fingerprint)
			throws SQLException {
		try {
			String begun = begin();
			StepJournal.Entry entry = StepJournal.Entry.of(step, script);
			for (CompiledBlock block : script.blocks()) {
				for (CompiledStatement statement : block.statements()) {
					this.statements.run(statement, step.revision().id(), this::describeRolledBack, NEXT);
				}
			}
			record(entry, begun, script, fingerprint);
		}
		catch (SQLException | RuntimeException ex) {
			Transaction.rollback(this.connection, ex);
			throw ex;
		}
	}

	// The transaction was begun together with the record of the step before, if there was
	// one
	private String begin() throws SQLException {
		if (this.transaction == null) {
			this.connection.setAutoCommit(false);
			this.transaction = this.journal.guard(this.heads);
		}
		return this.transaction;
	}

	private void record(StepJournal.Entry entry, String begun, CompiledScript script, @Nullable String fingerprint)
			throws SQLException {
		boolean perRun = this.mode == TransactionMode.PER_RUN;
		Ending ending = perRun ? Ending.OPEN : ((fingerprint != null) ? Ending.COMMIT : Ending.COMMIT_AND_BEGIN);
		this.uncommitted.add(script);
		try {
			this.transaction = this.journal.record(entry, begun, entry.step().headsAfter(), fingerprint, ending);
		}
		catch (SQLException ex) {
			throw refused(ex);
		}
		moveTo(entry.step());
		if (!perRun) {
			this.uncommitted.clear();
			this.committedHeads = Set.copyOf(this.heads);
		}
	}

	private void moveTo(RevisionStep step) {
		this.heads.clear();
		this.heads.addAll(step.headsAfter());
	}

	/**
	 * Commit what is open.
	 * @throws CommitFailedException if the server refuses
	 * @throws SQLException if the connection is lost
	 */
	void complete() throws SQLException {
		if (!this.connection.getAutoCommit()) {
			commit();
			this.connection.setAutoCommit(true);
		}
		this.transaction = null;
		this.uncommitted.clear();
		this.committedHeads = Set.copyOf(this.heads);
	}

	private void commit() throws SQLException {
		try {
			this.connection.commit();
		}
		catch (SQLException ex) {
			throw refused(ex);
		}
	}

	// A deferred constraint is the fault of the revision. If the connection is lost,
	// nobody
	// knows whether the server has committed; the next start reads it from the version
	// table
	private CommitFailedException refused(SQLException ex) throws SQLException {
		ServerError error = this.statements.describe(ex);
		if (this.uncommitted.isEmpty() || !error.isConstraintViolation()) {
			throw ex;
		}
		return new CommitFailedException(this.uncommitted.stream().map(CompiledScript::script).toList(), error,
				describeRolledBack());
	}

	private String describeRolledBack() {
		return ((this.mode == TransactionMode.PER_REVISION) ? "Nothing of this revision remains"
				: "Nothing remains of what this run had not committed") + "; the database is at "
				+ Heads.describe(new TreeSet<>(this.committedHeads)) + ".";
	}

	/**
	 * Return the rows of the version table.
	 * @return the rows, sorted
	 */
	Set<String> heads() {
		return Collections.unmodifiableSet(this.heads);
	}

}
