package dev.limbeck.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.limbeck.revision.Direction;
import dev.limbeck.revision.MigrationStep;
import dev.limbeck.revision.RevisionStep;
import dev.limbeck.runtime.RunResult;

/**
 * What an upgrade, a downgrade or a stamp found and did.
 *
 * @param direction which of them it was
 * @param revisions the ids of the revisions that were run, in order; of a stamp the rows
 * that it wrote
 * @param heads the rows of the version table afterwards, sorted
 * @param warnings what the user should know about the plan, a sentence each
 * @param duration how long it took, with the wait for other processes
 * @since 0.1.0
 */
public record MigrationResult(Direction direction, List<String> revisions, List<String> heads, List<String> warnings,
		Duration duration) {

	/**
	 * Create a result.
	 * @param direction what was done
	 * @param revisions the revisions that were run
	 * @param heads the rows of the version table afterwards
	 * @param warnings what the user should know
	 * @param duration how long it took
	 */
	public MigrationResult {
		revisions = List.copyOf(revisions);
		heads = List.copyOf(heads);
		warnings = List.copyOf(warnings);
	}

	// Without lambdas, whose classes would be made at every start
	static MigrationResult of(RunResult run) {
		List<String> revisions = new ArrayList<>();
		for (MigrationStep step : run.steps()) {
			if (step instanceof RevisionStep revisionStep) {
				revisions.add(revisionStep.revision().id());
			}
			else {
				revisions.addAll(step.to());
			}
		}
		return new MigrationResult(run.direction(), revisions, run.heads(), run.warnings(), run.duration());
	}

}
