package dev.limbeck.script;

import java.io.IOException;

import dev.limbeck.failure.MigrationException;

/**
 * A file in a version location is not a valid revision.
 *
 * @since 0.1.0
 */
public class RevisionFileException extends MigrationException {

	/**
	 * Create an exception for a place in a file.
	 * @param file the file
	 * @param line the line, counted from 1
	 * @param problem what is wrong there
	 * @param action what to do about it
	 */
	RevisionFileException(String file, int line, String problem, String action) {
		super(file + ":" + line + ": " + problem + ". Nothing was run.", action);
	}

	/**
	 * Create an exception for a file or a location as a whole.
	 * @param problem what is wrong, naming the file
	 * @param action what to do about it
	 */
	RevisionFileException(String problem, String action) {
		super(problem + ". Nothing was run.", action);
	}

	/**
	 * Create an exception for a class.
	 * @param problem what is wrong, naming the class
	 * @param action what to do about it
	 * @param cause what the class loader or the class said
	 */
	RevisionFileException(String problem, String action, Throwable cause) {
		super(problem + ". Nothing was run.", action, cause);
	}

	/**
	 * Create an exception for a file or a directory that cannot be read.
	 * @param cause what the file system said
	 */
	RevisionFileException(IOException cause) {
		super("The revisions cannot be read: " + cause + ". Nothing was run.",
				"Make sure that the file exists and that this process may read it.", cause);
	}

}
