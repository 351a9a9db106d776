package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import dev.limbeck.dialect.StatementKind;
import org.jspecify.annotations.Nullable;

/**
 * Runs the statements of a Java revision that is not one transaction. Where it goes on
 * behind an interruption, the code is called from its beginning: the statements that are
 * finished are left out, and the connection only reads until they are over, so that
 * nothing is done twice.
 */
final class ProgressTarget implements StatementTarget {

	private final ResumableStep work;

	private final Connection connection;

	private @Nullable UnfinishedStep replayed;

	private int depth;

	/** The transaction of the statements between two blocks outside of one. */
	private @Nullable String transaction;

	ProgressTarget(ResumableStep work, Connection connection) {
		this.work = work;
		this.connection = connection;
		this.depth = work.step().isTransactional() ? 0 : 1;
	}

	JournalEntry begin(@Nullable UnfinishedStep unfinished) throws SQLException {
		if (unfinished == null) {
			JournalEntry entry = this.work.start();
			openTransaction();
			return entry;
		}
		this.replayed = unfinished;
		this.connection.setAutoCommit(false);
		try (Statement statement = this.connection.createStatement()) {
			statement.execute("SET TRANSACTION READ ONLY");
		}
		if (isReplayed()) {
			endReplay();
		}
		return JournalEntry.of(this.work.step());
	}

	@Override
	public void run(CompiledStatement statement) throws SQLException {
		if (this.replayed != null && !isReplayed()) {
			this.work.skip(statement);
			return;
		}
		endReplay();
		if (this.depth > 0) {
			this.work.runOutside(statement);
			return;
		}
		if (statement.kind() == StatementKind.NON_TRANSACTIONAL) {
			throw RevisionFailedException.refused(this.work.step().revision(), this.work.step().step().direction(),
					statement, describeState());
		}
		this.work.runWithin(statement);
	}

	// Behind the last finished statement the code may have written something through its
	// connection before the block begins, which was committed together with it
	@Override
	public void enterAutocommit() throws SQLException {
		commit();
		this.depth++;
		if (isReplayed()) {
			endReplay();
		}
	}

	@Override
	public void leaveAutocommit() throws SQLException {
		this.depth--;
		if (isReplayed()) {
			endReplay();
		}
		else if (this.replayed == null) {
			openTransaction();
		}
	}

	private boolean isReplayed() {
		return this.replayed != null && this.work.finished() >= this.replayed.progress();
	}

	private void endReplay() throws SQLException {
		UnfinishedStep unfinished = this.replayed;
		if (unfinished == null) {
			return;
		}
		unfinished.requireUnedited(this.work.step(), this.work.finishedStatements(),
				"Let the class do the same as it did then up to there; what follows may be edited. If it decides by "
						+ "what it reads and can no longer decide the same, finish it, or take it back, by hand, and "
						+ "tell the database what it is at with the command 'stamp --purge' and a revision.");
		this.connection.commit();
		this.connection.setAutoCommit(true);
		this.work.resume(unfinished);
		this.replayed = null;
		openTransaction();
	}

	private void openTransaction() throws SQLException {
		if (this.depth == 0) {
			this.transaction = this.work.begin();
		}
	}

	private void commit() throws SQLException {
		if (this.transaction != null) {
			this.work.commit(this.transaction);
			this.transaction = null;
		}
	}

	/**
	 * Run a revision from its beginning.
	 * @param run calls it
	 * @param entry the step
	 * @param fingerprint the fingerprint to record
	 * @throws SQLException if the database fails beside the statements
	 */
	void run(ProgramRun run, JournalEntry entry, @Nullable String fingerprint) throws SQLException {
		try {
			run.run();
		}
		catch (SQLException | RuntimeException ex) {
			abort(entry, ex);
			throw ex;
		}
		complete(entry, fingerprint);
	}

	/**
	 * Commit what the code has done, and record its end.
	 * @param entry the step
	 * @param fingerprint the fingerprint to record
	 * @throws SQLException if it cannot be committed
	 */
	void complete(JournalEntry entry, @Nullable String fingerprint) throws SQLException {
		try {
			endReplay();
			commit();
		}
		catch (SQLException | RuntimeException ex) {
			abort(entry, ex);
			throw ex;
		}
		this.work.finish(entry, fingerprint);
	}

	/**
	 * Roll back what is not committed, and write down that the step failed.
	 * @param entry the step
	 * @param failure the failure
	 */
	void abort(JournalEntry entry, Exception failure) {
		if (this.replayed != null) {
			Transaction.rollback(this.connection, failure);
			return;
		}
		this.work.rollback(failure);
		this.work.recordFailure(entry, failure);
	}

	@Override
	public String describeState() {
		UnfinishedStep unfinished = this.replayed;
		if (unfinished == null) {
			return this.work.describeState();
		}
		return "The revision was interrupted before, after " + unfinished.progress() + " statements that stay. Up to "
				+ "there its code was called again, and could only read: what it writes itself, through its connection, "
				+ "is not counted and would be written twice.";
	}

}
