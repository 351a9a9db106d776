package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;

import dev.limbeck.dialect.Timeouts;
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

	/** What it is limited to, as far as that is known. */
	private @Nullable Timeouts limits;

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

	// The limits are set together with the guard
	void begin(Timeouts timeouts) throws SQLException {
		if (this.begun) {
			limit(timeouts);
		}
		else if (!isCallers()) {
			this.connection.setAutoCommit(false);
			this.limits = timeouts;
		}
	}

	// A transaction of the caller has the caller's
	void limit(Timeouts timeouts) throws SQLException {
		if (!isCallers() && !timeouts.equals(this.limits)) {
			this.journal.limit(timeouts);
			this.limits = timeouts;
		}
	}

	void beginPart(Timeouts timeouts) throws SQLException {
		begin(timeouts);
		this.id = this.journal.transaction(this.limits);
	}

	// The limits go with the settings of the step
	void restoreSession() {
		this.restoring = true;
		this.limits = null;
	}

	void guard(Collection<String> heads) throws SQLException {
		if (this.restoring) {
			this.journal.restoreSession();
			this.restoring = false;
		}
		if (!this.begun) {
			this.id = this.journal.guard(heads, this.limits);
		}
		this.begun = false;
	}

	// Delete all version rows in the transaction of the first step
	void purge(Collection<String> heads) throws SQLException {
		try {
			begin(this.context.settings().timeouts());
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
		Timeouts next = this.context.settings().timeouts();
		this.id = this.journal.record(entry, this.id, this.restoring, ending, next);
		this.restoring = false;
		this.begun = ending == Ending.COMMIT_AND_BEGIN;
		this.limits = this.begun ? next : this.limits;
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
		try {
			record(entry, entry.running().isLast() ? Ending.COMMIT : Ending.COMMIT_AND_BEGIN);
		}
		catch (SQLException ex) {
			requireCommitted(ex);
		}
	}

	// What has failed may be the guard behind the COMMIT, which then is for the next step
	// to repeat
	private void requireCommitted(SQLException failure) throws SQLException {
		if (this.context.dialect().describe(failure).isConnectionLost()) {
			throw failure;
		}
		rollback(failure);
		if (!this.journal.isCommitted(this.id)) {
			throw failure;
		}
		this.restoring = false;
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
