package dev.limbeck.runtime;

import dev.limbeck.failure.MigrationException;

/**
 * Another process held the lock for longer than this one may wait.
 *
 * @since 0.1.0
 */
public class LockWaitTimeoutException extends MigrationException {

	LockWaitTimeoutException(String message, String action) {
		super(message, action);
	}

}
