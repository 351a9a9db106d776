package dev.limbeck.revision;

import java.util.List;

/**
 * What an upgrade has to do.
 *
 * @param steps the revisions to apply, in order
 * @param finalHeads the rows of the version table afterwards, sorted by id
 * @since 0.1.0
 */
public record UpgradePlan(List<UpgradeStep> steps, List<String> finalHeads) {

	/**
	 * Create a plan.
	 * @param steps the steps
	 * @param finalHeads the rows afterwards
	 */
	public UpgradePlan {
		steps = List.copyOf(steps);
		finalHeads = List.copyOf(finalHeads);
	}

	/**
	 * Return whether there is nothing to do.
	 * @return whether the plan has no steps
	 */
	public boolean isEmpty() {
		return this.steps.isEmpty();
	}

}
