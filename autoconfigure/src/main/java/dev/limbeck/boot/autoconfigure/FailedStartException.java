package dev.limbeck.boot.autoconfigure;

import dev.limbeck.failure.MigrationException;

/**
 * The migrations keep an application from starting. The cause says why in full, and is
 * what is reported; Spring's log, which comes before, has the first line of it.
 */
final class FailedStartException extends RuntimeException {

	FailedStartException(MigrationException cause) {
		super(String.valueOf(cause.getMessage()).lines().findFirst().orElse(""), cause);
	}

}
