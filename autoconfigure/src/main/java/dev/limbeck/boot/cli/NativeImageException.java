package dev.limbeck.boot.cli;

import dev.limbeck.failure.MigrationException;

/**
 * A command needs the context of the application, and a native image has one for starts
 * only.
 */
final class NativeImageException extends MigrationException {

	NativeImageException() {
		super("This command needs the beans of the application, and in a native image it cannot have them: they are "
				+ "fixed for a start. Nothing was run.",
				"Run the command with the application's jar on a JVM. Commands that neither compare the model nor have "
						+ "migrations.command.context=application run in a native image, too.");
	}

}
