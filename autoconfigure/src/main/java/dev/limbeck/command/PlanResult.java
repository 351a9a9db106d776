package dev.limbeck.command;

import java.util.List;

/**
 * What a command would do.
 *
 * @param steps the steps, in order
 * @param startHeads the rows of the version table from which the plan starts, sorted
 * @param finalHeads the rows of the version table afterwards, sorted
 * @param warnings what the user should know before the plan is carried out, a sentence
 * each
 * @since 0.1.0
 */
public record PlanResult(List<PlannedStep> steps, List<String> startHeads, List<String> finalHeads,
		List<String> warnings) {

	/**
	 * Create a result.
	 * @param steps the steps
	 * @param startHeads the rows before
	 * @param finalHeads the rows afterwards
	 * @param warnings what the user should know
	 */
	public PlanResult {
		steps = List.copyOf(steps);
		startHeads = List.copyOf(startHeads);
		finalHeads = List.copyOf(finalHeads);
		warnings = List.copyOf(warnings);
	}

	/**
	 * Return whether there is nothing to do.
	 * @return whether the plan has no steps
	 */
	public boolean isEmpty() {
		return this.steps.isEmpty();
	}

}
