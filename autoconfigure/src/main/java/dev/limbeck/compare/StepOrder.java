package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * The order of all steps: by phase, and within one as they were found. Views are found in
 * the order in which they can be created, and are dropped in the opposite one.
 */
final class StepOrder {

	private StepOrder() {
	}

	static List<Step> sorted(List<Step> steps) {
		return sorted(steps, Step::phase);
	}

	static <T> List<T> sorted(List<T> steps, Function<T, Phase> phaseOf) {
		List<T> sorted = new ArrayList<>();
		for (Phase phase : Phase.values()) {
			List<T> together = new ArrayList<>(steps.stream().filter((step) -> phaseOf.apply(step) == phase).toList());
			if (phase == Phase.DROP_VIEWS) {
				Collections.reverse(together);
			}
			sorted.addAll(together);
		}
		return sorted;
	}

	static RevisionDirectives directives(List<DifferenceDraft> findings) {
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
