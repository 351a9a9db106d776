package dev.limbeck.runtime;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.dialect.StatementKind;

/**
 * The order in which steps are carried out, whatever the output is.
 * <p>
 * A step that is one transaction: guard, statements, restore the session, record, commit.
 * In a run that is one transaction, only the first step has the guard and only the last
 * one the commit.
 * <p>
 * Any other step: guard, record its start, commit; then its statements. Whatever can run
 * in a transaction does so together with the checkpoint behind it, so that only a
 * statement which PostgreSQL refuses there can ever be in doubt after a crash. At the
 * end: restore the session, guard, record, commit.
 *
 * @param <X> what the output throws if it fails
 */
final class StepProtocol<X extends Exception> {

	private final StepOutput<X> output;

	private final boolean perStep;

	private boolean open;

	/**
	 * Create a protocol.
	 * @param output where the steps go
	 * @param perStep whether each step has its own transaction; otherwise the run has one
	 */
	StepProtocol(StepOutput<X> output, boolean perStep) {
		this.output = output;
		this.perStep = perStep;
	}

	void run(RunningStep running) throws X {
		if (!running.isTransactional()) {
			complete();
		}
		JournalEntry entry = JournalEntry.of(running);
		this.output.enter(entry);
		try {
			new Statements(entry).run();
		}
		catch (Exception ex) {
			this.output.abort(ex);
			throw ex;
		}
	}

	// Commit what is open
	void complete() throws X {
		if (this.open) {
			commit();
		}
	}

	private void begin(JournalEntry entry) throws X {
		if (!this.open) {
			this.output.begin(entry);
			this.output.guard(entry.running().heads());
			this.open = true;
		}
	}

	// In a run that is one transaction, the step before this one has begun it
	private void join(JournalEntry entry) throws X {
		if (this.open) {
			this.output.limit(entry);
		}
		begin(entry);
	}

	private void commit() throws X {
		this.output.commit();
		this.open = false;
	}

	/**
	 * The statements of one step, on their way to the output.
	 */
	private final class Statements implements StatementSink.Resumable<X> {

		private final StepOutput<X> output = StepProtocol.this.output;

		private final JournalEntry entry;

		private final List<String> finished = new ArrayList<>();

		/** How many of those the last checkpoint counts. */
		private int counted;

		/** Whether the step is not one transaction, and its start is recorded. */
		private boolean started;

		Statements(JournalEntry entry) {
			this.entry = entry;
		}

		void run() throws X {
			RunningStep running = this.entry.running();
			if (running.isTransactional()) {
				join(this.entry);
			}
			else if (!running.isReplayed()) {
				resume(running.finished());
			}
			this.output.write(this.entry, this);
			if (this.started) {
				finish();
			}
			else {
				record();
			}
		}

		@Override
		public void resume(List<String> finished) throws X {
			this.finished.addAll(finished);
			start();
		}

		// A Java revision may leave the transaction in which it began
		private void start() throws X {
			begin(this.entry);
			this.output.start(this.entry, nextCheckpoint());
			commit();
			this.started = true;
		}

		private Checkpoint nextCheckpoint() {
			Checkpoint next = Checkpoint.of(this.counted, this.finished);
			this.counted = this.finished.size();
			return next;
		}

		@Override
		public void inside() throws X {
			if (this.started) {
				endPart();
				this.output.beginPart(this.entry);
				StepProtocol.this.open = true;
			}
		}

		@Override
		public void outside() throws X {
			if (this.started) {
				endPart();
			}
			else {
				start();
			}
		}

		@Override
		public void run(CompiledStatement statement) throws X {
			if (StepProtocol.this.open) {
				this.output.execute(this.entry, statement);
				this.finished.add(statement.sql());
			}
			else if (statement.kind() == StatementKind.TRANSACTIONAL) {
				inside();
				run(statement);
				endPart();
			}
			else {
				this.finished.add(statement.sql());
				this.output.executeAlone(this.entry, statement, nextCheckpoint());
			}
		}

		private void endPart() throws X {
			if (StepProtocol.this.open) {
				this.output.checkpoint(this.entry, nextCheckpoint());
				commit();
			}
		}

		private void record() throws X {
			if (this.entry.running().step().changesSettings()) {
				this.output.restoreSession();
			}
			this.output.record(this.entry);
			if (StepProtocol.this.perStep) {
				commit();
			}
		}

		private void finish() throws X {
			endPart();
			this.output.begin(this.entry);
			this.output.restoreSession();
			this.output.guard(this.entry.running().heads());
			this.output.finish(this.entry);
			commit();
		}

	}

}
