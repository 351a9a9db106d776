package dev.limbeck.runtime;

import dev.limbeck.failure.MigrationException;

/**
 * Revisions were edited after they had been applied.
 *
 * @since 0.1.0
 */
public class ChecksumMismatchException extends MigrationException {

	ChecksumMismatchException(String message, String action) {
		super(message, action);
	}

}
