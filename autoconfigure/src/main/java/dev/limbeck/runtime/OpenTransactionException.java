package dev.limbeck.runtime;

import dev.limbeck.revision.MigrationException;

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

}
