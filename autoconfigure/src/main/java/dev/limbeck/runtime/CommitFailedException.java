package dev.limbeck.runtime;

import dev.limbeck.dialect.ServerError;
import dev.limbeck.revision.MigrationException;

/**
 * The server refused to commit what a revision did, because a constraint that is checked
 * only then does not hold.
 *
 * @since 0.1.0
 */
public class CommitFailedException extends MigrationException {

	CommitFailedException(String revision, String file, ServerError error, String state) {
		super("Revision " + revision + " (" + file + ") failed when it was committed: " + error.message()
				+ " (SQLSTATE " + error.sqlState() + ")\n" + state,
				"Correct the revision, or the data that a deferred constraint complains of, and start again. SET "
						+ "CONSTRAINTS ALL IMMEDIATE at the end of the revision shows the statement.");
	}

}
