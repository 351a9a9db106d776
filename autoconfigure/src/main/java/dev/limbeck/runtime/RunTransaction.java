package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;

import dev.limbeck.revision.MigrationStep;
import dev.limbeck.runtime.StateTables.Ending;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of a run, one after the other. Where nothing comes between, the record
 * of a step, its commit, and the guard of the next transaction are one round trip.
 */
final class RunTransaction {

	private final RunContext context;

	private final Connection connection;

	private final StepJournal journal;

	/** The id of the transaction that is open. */
	private String id = "";

	/** Whether it was begun, and its guard has passed, before it was asked for. */
	private boolean begun;

	/** Whether the session is brought back by the next statement. */
	private boolean restoring;

	/** A step that is recorded together with the commit. */
	private @Nullable JournalEntry held;

	RunTransaction(RunContext context, StepJournal journal) {
		this.context = context;
		this.connection = context.connection();
		this.journal = journal;
	}

	// Return whether the caller has begun it and will end it
	boolean isCallers() {
		return this.context.scope() == TransactionScope.CALLER;
	}

	void begin() throws SQLException {
		if (!this.begun && !isCallers()) {
			this.connection.setAutoCommit(false);
		}
	}

	void beginPart() throws SQLException {
		begin();
		this.id = this.journal.transaction();
	}

	void restoreSession() {
		this.restoring = true;
	}

	void guard(Collection<String> heads) throws SQLException {
		if (this.restoring) {
			this.journal.restoreSession();
			this.restoring = false;
		}
		if (!this.begun) {
			this.id = this.journal.guard(heads);
		}
		this.begun = false;
	}

	// Delete all version rows in the transaction of the first step
	void purge(Collection<String> heads) throws SQLException {
		try {
			begin();
			guard(heads);
			Instant now = JournalEntry.now();
			this.context.trail().purge(now);
			this.journal.purge(heads, now);
			this.begun = true;
		}
		catch (SQLException | RuntimeException ex) {
			rollback(ex);
			throw ex;
		}
	}

	// Return whether nothing comes between the record and the commit, such as a listener
	boolean holds(JournalEntry entry) {
		if (this.context.scope() != TransactionScope.STEP || this.context.listeners().isTransactional()) {
			return false;
		}
		this.held = entry;
		return true;
	}

	void record(JournalEntry entry) throws SQLException {
		record(entry, Ending.OPEN);
	}

	private void record(JournalEntry entry, Ending ending) throws SQLException {
		this.id = this.journal.record(entry, this.id, this.restoring, ending);
		this.restoring = false;
		this.begun = ending == Ending.COMMIT_AND_BEGIN;
	}

	void finish(StartedStep step) throws SQLException {
		this.journal.finish(step, this.id);
	}

	void requireOpen(MigrationStep step) throws SQLException {
		this.journal.requireTransaction(step, this.id);
	}

	void commit() throws SQLException {
		JournalEntry entry = this.held;
		if (entry == null) {
			end();
			return;
		}
		this.held = null;
		record(entry, entry.running().isLast() ? Ending.COMMIT : Ending.COMMIT_AND_BEGIN);
	}

	// Leave none open, not even one that was begun too early
	void end() throws SQLException {
		if (!isCallers() && !this.connection.getAutoCommit()) {
			this.connection.commit();
			this.connection.setAutoCommit(true);
		}
		this.begun = false;
	}

	void rollback(Exception failure) {
		if (!isCallers()) {
			Transaction.rollback(this.connection, failure);
		}
	}

}
