package dev.limbeck.runtime;

import java.util.List;

/**
 * Takes the statements of a step, in order.
 *
 * @param <X> what it throws if something else than a statement fails
 */
interface StatementSink<X extends Exception> {

	// What follows runs in a transaction
	void inside() throws X;

	// What follows runs outside of any transaction; what stands before is committed
	void outside() throws X;

	void run(CompiledStatement statement) throws X;

	/**
	 * Takes the statements of a step that an interrupted run may have begun.
	 *
	 * @param <X> what it throws if something else than a statement fails
	 */
	interface Resumable<X extends Exception> extends StatementSink<X> {

		// Go on behind statements that are finished
		void resume(List<String> finished) throws X;

	}

}
