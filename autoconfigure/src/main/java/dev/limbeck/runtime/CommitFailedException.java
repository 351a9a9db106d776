package dev.limbeck.runtime;

import java.sql.SQLException;
import java.util.List;

import dev.limbeck.dialect.ServerError;
import dev.limbeck.failure.MigrationException;

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

	/**
	 * Return what it means for steps that the server refuses to record or commit them. A
	 * deferred constraint is the fault of the revision. If the connection is lost, nobody
	 * knows whether the server has committed; the next start reads it from the version
	 * table.
	 * @param refusal what the driver threw
	 * @param steps the steps
	 * @param context where they run
	 * @param state what state the database is in then
	 * @return the failure of the steps
	 * @throws SQLException the refusal if it is not their fault
	 */
	static RuntimeException of(SQLException refusal, List<CompiledStep> steps, RunContext context, String state)
			throws SQLException {
		ServerError error = context.dialect().describe(refusal);
		CompiledStep last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
		ScriptInstance program = (last != null) ? last.program() : null;
		if (last != null && program != null && error.kind() == ServerError.Kind.TRANSACTION_ABORTED) {
			return RevisionFailedException.aborted(program.revision(), last.step().direction(), state);
		}
		if (last == null || error.kind() != ServerError.Kind.CONSTRAINT_VIOLATION) {
			throw refusal;
		}
		return new CommitFailedException(steps, error, context.settings().messages().errorDetail(), state);
	}

	@Override
	public ServerError getServerError() {
		return this.error;
	}

	private static String describe(List<CompiledStep> committed) {
		if (committed.size() == 1) {
			return "The " + committed.get(0).step().direction().word() + " of revision " + committed.get(0).name();
		}
		return "One of the revisions " + HeadsText.abbreviate(committed.stream().map(CompiledStep::name).toList());
	}

}
