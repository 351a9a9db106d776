package dev.limbeck.runtime;

import java.util.List;

import dev.limbeck.dialect.ServerError;
import dev.limbeck.revision.MigrationException;

/**
 * The server refused to commit what a revision did, because a constraint that is checked
 * only then does not hold.
 *
 * @since 0.1.0
 */
public class CommitFailedException extends MigrationException implements RefusedByServer {

	private final ServerError error;

	CommitFailedException(List<CompiledStep> committed, ServerError error, boolean showDetail, String state) {
		super(describe(committed) + " failed when it was committed: " + error.describe(showDetail) + "\n" + state,
				"Correct the revision, or the data that a deferred constraint complains of, and start again. SET "
						+ "CONSTRAINTS ALL IMMEDIATE at the end of the revision shows the statement.");
		this.error = error.shown(showDetail);
	}

	@Override
	public ServerError getServerError() {
		return this.error;
	}

	private static String describe(List<CompiledStep> committed) {
		if (committed.size() == 1) {
			return "The " + committed.get(0).step().direction().word() + " of revision " + committed.get(0).name();
		}
		return "One of the revisions " + Heads.abbreviate(committed.stream().map(CompiledStep::name).toList());
	}

}
