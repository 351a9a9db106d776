package dev.limbeck.script;

import java.io.IOException;
import java.nio.file.Path;

import dev.limbeck.failure.MigrationException;

/**
 * A file of the migration environment was not written. Nothing is left behind.
 *
 * @since 0.1.0
 */
public class RevisionWritingException extends MigrationException {

	/**
	 * Create an exception.
	 * @param problem what is wrong, without a full stop
	 * @param action what to do about it
	 */
	RevisionWritingException(String problem, String action) {
		super(problem + ". Nothing was written.", action);
	}

	/**
	 * Create an exception.
	 * @param problem what is wrong, without a full stop
	 * @param action what to do about it
	 * @param cause what was thrown
	 */
	RevisionWritingException(String problem, String action, Throwable cause) {
		super(problem + ". Nothing was written.", action, cause);
	}

	static RevisionWritingException ofFile(Path file, IOException cause) {
		return new RevisionWritingException(file + " cannot be written: " + cause,
				"Make sure that the directory exists and that this process may write to it.", cause);
	}

	static RevisionWritingException exists(Path file) {
		return new RevisionWritingException("The file " + file + " already exists",
				"Existing files are never overwritten: move the file, choose another message, or add {rev} to "
						+ "migrations.file-template.");
	}

}
