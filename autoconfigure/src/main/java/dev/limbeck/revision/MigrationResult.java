package dev.limbeck.revision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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
public record MigrationResult(Direction direction, List<MigrationStep> steps, List<String> heads, List<String> warnings,
		Duration duration) {

	/**
	 * Create a result.
	 * @param direction where the run was to lead
	 * @param steps the steps that were carried out
	 * @param heads the rows of the version table afterwards
	 * @param warnings what the plan warned of
	 * @param duration how long it took
	 */
	public MigrationResult {
		steps = List.copyOf(steps);
		heads = List.copyOf(heads);
		warnings = List.copyOf(warnings);
	}

	/**
	 * Return the revisions that were run: those that an upgrade applied or a downgrade
	 * took back. Of a stamp, the rows that it wrote.
	 * @return their ids in order
	 */
	public List<String> revisions() {
		// Without lambdas, whose classes would be made at every start
		List<String> revisions = new ArrayList<>();
		for (MigrationStep step : this.steps) {
			revisions.addAll(step.revisions());
		}
		return List.copyOf(revisions);
	}

}
