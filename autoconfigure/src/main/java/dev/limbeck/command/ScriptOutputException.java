package dev.limbeck.command;

import java.io.IOException;

import dev.limbeck.failure.MigrationException;

/**
 * A script cannot be written to where it is to go.
 *
 * @since 0.1.0
 */
public class ScriptOutputException extends MigrationException {

	ScriptOutputException(IOException cause) {
		super("The script cannot be written: " + cause + ". What was written of it must not be run.",
				"See that there is space left, and that what reads the script is still there.", cause);
	}

}
