package dev.limbeck.runtime;

import java.sql.Connection;
import java.util.List;

import dev.limbeck.revision.MigrationStep;

/**
 * A step whose transaction is still open.
 *
 * @param connection the connection of the run; not to be closed, committed or rolled back
 * @param step the step, with its direction and revision
 * @param heads the rows of the version table now, sorted
 * @param arguments what the run was started with
 * @since 0.1.0
 */
public record AppliedStep(Connection connection, MigrationStep step, List<String> heads, RunArguments arguments) {

	/**
	 * Create a step.
	 * @param connection the connection of the run
	 * @param step the step
	 * @param heads the rows of the version table now
	 * @param arguments what the run was started with
	 */
	public AppliedStep {
		heads = List.copyOf(heads);
	}

}
