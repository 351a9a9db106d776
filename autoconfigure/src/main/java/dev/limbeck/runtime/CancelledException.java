package dev.limbeck.runtime;

import dev.limbeck.failure.MigrationException;

/**
 * The process was told to end before a statement was sent. What became of the step is
 * found out where the run ends.
 */
final class CancelledException extends MigrationException {

	CancelledException() {
		super("The process was told to end.", "Start again.");
	}

}
