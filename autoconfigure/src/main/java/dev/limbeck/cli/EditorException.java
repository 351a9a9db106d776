package dev.limbeck.cli;

import dev.limbeck.failure.MigrationException;

/**
 * The editor of the user does not work.
 *
 * @since 0.1.0
 */
public class EditorException extends MigrationException {

	EditorException(String message) {
		super(message, "Set the environment variable EDITOR to the command of your editor.");
	}

}
