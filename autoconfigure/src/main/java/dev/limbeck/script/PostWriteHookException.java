package dev.limbeck.script;

import java.nio.file.Path;

import dev.limbeck.failure.MigrationException;

/**
 * A hook failed after a revision was written. The file stays.
 *
 * @since 0.1.0
 */
public class PostWriteHookException extends MigrationException {

	private final transient Path file;

	/**
	 * Create an exception.
	 * @param name the name of the hook
	 * @param file the file that was written
	 * @param problem what happened, without a full stop
	 * @param cause what was thrown
	 */
	PostWriteHookException(String name, Path file, String problem, Throwable cause) {
		super(message(name, file, problem), action(name, file), cause);
		this.file = file;
	}

	/**
	 * Create an exception.
	 * @param name the name of the hook
	 * @param file the file that was written
	 * @param problem what happened, without a full stop
	 */
	PostWriteHookException(String name, Path file, String problem) {
		super(message(name, file, problem), action(name, file));
		this.file = file;
	}

	private static String message(String name, Path file, String problem) {
		return "The post-write hook '" + name + "' failed: " + problem + ". The revision was written to " + file
				+ " and stays there; the hooks after this one were not run.";
	}

	private static String action(String name, Path file) {
		return "Keep " + file + " and run the hook by hand, or delete it, correct the hook '" + name
				+ "' in migrations.post-write-hooks, and repeat the command.";
	}

	/**
	 * Return the file that was written.
	 * @return the file
	 */
	public Path getFile() {
		return this.file;
	}

}
