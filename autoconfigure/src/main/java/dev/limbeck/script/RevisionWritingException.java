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
				"See that the directory is there and that this process may write to it.", cause);
	}

	static RevisionWritingException exists(Path file) {
		return new RevisionWritingException("The file " + file + " exists already",
				"Nothing is ever overwritten: take the file away, choose another message, or put {rev} into "
						+ "migrations.file-template.");
	}

}
