package dev.limbeck.runtime;

import java.util.List;

import dev.limbeck.dialect.ServerError;
import dev.limbeck.revision.MigrationException;
import dev.limbeck.script.SqlRevision;

/**
 * The server refused to commit what a revision did, because a constraint that is checked
 * only then does not hold.
 *
 * @since 0.1.0
 */
public class CommitFailedException extends MigrationException {

	CommitFailedException(List<SqlRevision> committed, ServerError error, String state) {
		super(describe(committed) + " failed when it was committed: " + error.message() + " (SQLSTATE "
				+ error.sqlState() + ")\n" + state,
				"Correct the revision, or the data that a deferred constraint complains of, and start again. SET "
						+ "CONSTRAINTS ALL IMMEDIATE at the end of the revision shows the statement.");
	}

	private static String describe(List<SqlRevision> committed) {
		List<String> names = committed.stream()
			.map((script) -> script.revision().id() + " (" + script.file() + ")")
			.toList();
		return ((names.size() == 1) ? "Revision " : "One of the revisions ") + Heads.abbreviate(names);
	}

}
