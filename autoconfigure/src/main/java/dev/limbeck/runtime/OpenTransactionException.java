package dev.limbeck.runtime;

import dev.limbeck.failure.MigrationException;

/**
 * The caller's transaction is open, and a revision has parts that must run outside of
 * one.
 *
 * @since 0.1.0
 */
public class OpenTransactionException extends MigrationException {

	OpenTransactionException(String message, String action) {
		super(message, action);
	}

	static OpenTransactionException ofBlock(CompiledStep step, String state) {
		return new OpenTransactionException(
				"Revision " + step.name() + " wants to do something outside of a "
						+ "transaction, and one is open on the connection. " + state,
				"Roll it back, set the connection to autocommit before the run, or run the revision with the command on "
						+ "a connection of its own.");
	}

}
