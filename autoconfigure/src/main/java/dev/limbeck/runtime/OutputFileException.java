package dev.limbeck.runtime;

import dev.limbeck.failure.MigrationException;

/**
 * A script could not be stored.
 *
 * @since 0.1.0
 */
public class OutputFileException extends MigrationException {

	OutputFileException(String message, String action) {
		super(message, action);
	}

	OutputFileException(String message, String action, Throwable cause) {
		super(message, action, cause);
	}

}
