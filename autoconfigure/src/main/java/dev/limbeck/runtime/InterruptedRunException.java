package dev.limbeck.runtime;

import dev.limbeck.revision.MigrationException;

/**
 * The process was told to end, so it runs no further revision.
 *
 * @since 0.1.0
 */
public class InterruptedRunException extends MigrationException {

	InterruptedRunException(String message) {
		super(message, "Start again; it goes on from there.");
	}

}
