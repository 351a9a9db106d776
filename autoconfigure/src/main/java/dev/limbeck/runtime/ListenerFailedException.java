package dev.limbeck.runtime;

import dev.limbeck.failure.MigrationException;

/**
 * A listener refused a step, which was rolled back.
 *
 * @since 0.1.0
 */
public class ListenerFailedException extends MigrationException {

	ListenerFailedException(String message, String action, Throwable cause) {
		super(message, action, cause);
	}

}
