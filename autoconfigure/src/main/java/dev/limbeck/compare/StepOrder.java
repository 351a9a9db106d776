package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.limbeck.operation.Operation;

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
		List<DirectedStep> all = new ArrayList<>();
		for (Finding finding : findings) {
			finding.steps().forEach((step) -> all.add(new DirectedStep(step, finding.isDestructive())));
		}
		all.sort(Comparator.comparing((directed) -> directed.step().phase()));
		List<DirectedOperation> upgrade = new ArrayList<>();
		List<DirectedOperation> downgrade = new ArrayList<>();
		for (DirectedStep directed : all) {
			upgrade.addAll(directed.of(directed.step().upgrade()));
			downgrade.addAll(0, directed.of(directed.step().downgrade()));
		}
		return new RevisionDirectives(null, upgrade, downgrade);
	}

	/**
	 * A step and whether it is part of a destructive difference.
	 *
	 * @param step the step
	 * @param destructive whether it is
	 */
	private record DirectedStep(Step step, boolean destructive) {

		List<DirectedOperation> of(List<Operation> operations) {
			return operations.stream().map((operation) -> new DirectedOperation(operation, this.destructive)).toList();
		}

	}

}
