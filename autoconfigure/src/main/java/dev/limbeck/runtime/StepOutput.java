package dev.limbeck.runtime;

import java.util.List;

/**
 * Where the steps of a run go, such as a database or a script. {@link StepProtocol} calls
 * it in an order that all outputs have in common; whether an output carries each call out
 * at once is its own affair.
 *
 * @param <X> what it throws if it fails
 */
interface StepOutput<X extends Exception> {

	// Turn to a step. No transaction is open unless the step is one transaction
	void enter(JournalEntry entry) throws X;

	// Begin a transaction, and limit it as the step says
	void begin(JournalEntry entry) throws X;

	// Limit the transaction that is open as the step says
	void limit(JournalEntry entry) throws X;

	// Lock the rows of the version table, and require that they are these
	void guard(List<String> heads) throws X;

	// Begin the transaction of a part of a step, and limit it as the step says
	void beginPart(JournalEntry entry) throws X;

	// Hand over the statements of a step
	default void write(JournalEntry entry, StatementSink.Resumable<X> sink) throws X {
		entry.running().writeTo(sink);
	}

	// Execute a statement in the transaction that is open
	void execute(JournalEntry entry, CompiledStatement statement) throws X;

	// Execute a statement outside of any transaction, and record that it is finished
	void executeAlone(JournalEntry entry, CompiledStatement statement, Checkpoint checkpoint) throws X;

	// Bring the session back to what it was before the statements of a step
	void restoreSession() throws X;

	// Record a step that is one transaction: the version rows and the history
	void record(JournalEntry entry) throws X;

	// Record that a step which is not one transaction has begun, or goes on
	void start(JournalEntry entry, Checkpoint checkpoint) throws X;

	// Record how far such a step is with the transaction that is open
	void checkpoint(JournalEntry entry, Checkpoint checkpoint) throws X;

	// Record the end of such a step: the version rows and the history
	void finish(JournalEntry entry) throws X;

	void commit() throws X;

	// Take back what is not committed of a step that failed
	default void abort(Exception failure) {
	}

}
