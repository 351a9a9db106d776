package dev.limbeck.runtime;

import dev.limbeck.failure.MigrationException;

/**
 * The version table was changed by somebody else while a revision ran.
 *
 * @since 0.1.0
 */
public class ConcurrentChangeException extends MigrationException {

	ConcurrentChangeException(String message, String action) {
		super(message, action);
	}

}
