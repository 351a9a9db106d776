package dev.limbeck.runtime;

import dev.limbeck.failure.MigrationException;

/**
 * A revision that ran outside a transaction was interrupted, and it cannot go on by
 * itself.
 *
 * @since 0.1.0
 */
public class UnfinishedStepException extends MigrationException {

	UnfinishedStepException(String message, String action) {
		super(message, action);
	}

}
