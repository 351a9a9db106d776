package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order of all steps: by phase, and within one as they were found.
 */
final class StepOrder {

	private StepOrder() {
	}

	static List<Step> sorted(List<Step> steps) {
		return steps.stream().sorted(Comparator.comparing(Step::phase)).toList();
	}

	static RevisionDirectives directives(List<Finding> findings) {
		List<Step> all = new ArrayList<>();
		findings.forEach((finding) -> all.addAll(finding.steps()));
		List<DirectedOperation> upgrade = new ArrayList<>();
		List<DirectedOperation> downgrade = new ArrayList<>();
		for (Step step : sorted(all)) {
			upgrade.addAll(step.directedUpgrade());
			downgrade.addAll(0, step.directedDowngrade());
		}
		return new RevisionDirectives(null, upgrade, downgrade);
	}

}
