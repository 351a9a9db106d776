package dev.limbeck.runtime;

import java.time.Duration;
import java.util.List;

import dev.limbeck.revision.Direction;
import dev.limbeck.revision.MigrationStep;
import dev.limbeck.revision.RevisionStep;

/**
 * What a run found and did.
 *
 * @param direction where it was to lead
 * @param steps the steps that it carried out, in order
 * @param heads the rows of the version table afterwards, sorted
 * @param warnings what the plan warned of, a sentence each
 * @param duration how long it took, with the wait for other processes
 * @since 0.1.0
 */
public record RunResult(Direction direction, List<MigrationStep> steps, List<String> heads, List<String> warnings,
		Duration duration) {

	/**
	 * Create a result.
	 * @param direction where the run was to lead
	 * @param steps the steps that were carried out
	 * @param heads the rows of the version table afterwards
	 * @param warnings what the plan warned of
	 * @param duration how long it took
	 */
	public RunResult {
		steps = List.copyOf(steps);
		heads = List.copyOf(heads);
		warnings = List.copyOf(warnings);
	}

	/**
	 * Return the revisions whose scripts were run: those that an upgrade applied or a
	 * downgrade took back.
	 * @return their ids in order; none for a stamp
	 */
	public List<String> applied() {
		return this.steps.stream()
			.filter(RevisionStep.class::isInstance)
			.map(RevisionStep.class::cast)
			.map((step) -> step.revision().id())
			.toList();
	}

}
