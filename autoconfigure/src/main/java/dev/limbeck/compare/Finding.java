package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.limbeck.operation.Operation;

/**
 * A difference that is being described.
 */
final class Finding {

	private final DifferenceKind kind;

	private final ComparedObject object;

	private final String description;

	private final List<Step> steps = new ArrayList<>();

	private boolean destructive;

	Finding(DifferenceKind kind, ComparedObject object, String description) {
		this.kind = kind;
		this.object = object;
		this.description = description;
	}

	Finding destructive(boolean destructive) {
		this.destructive |= destructive;
		return this;
	}

	/**
	 * Do something that knows how it is undone.
	 * @param phase when
	 * @param operation what
	 * @return this
	 */
	Finding step(Phase phase, Operation operation) {
		return step(phase, operation, Objects.requireNonNull(operation.inverse()));
	}

	Finding step(Phase phase, Operation upgrade, Operation downgrade) {
		return steps(phase, List.of(upgrade), List.of(downgrade));
	}

	Finding steps(Phase phase, List<Operation> upgrade, List<Operation> downgrade) {
		this.steps.add(new Step(phase, upgrade, downgrade));
		return this;
	}

	ComparedObject object() {
		return this.object;
	}

	List<Step> steps() {
		return this.steps;
	}

	boolean isDestructive() {
		return this.destructive;
	}

	Difference difference() {
		List<Operation> upgrade = new ArrayList<>();
		List<Operation> downgrade = new ArrayList<>();
		for (Step step : StepOrder.sorted(this.steps)) {
			upgrade.addAll(step.upgrade());
			downgrade.addAll(0, step.downgrade());
		}
		return new Difference(this.kind, this.object, this.description, upgrade, downgrade, this.destructive);
	}

}
