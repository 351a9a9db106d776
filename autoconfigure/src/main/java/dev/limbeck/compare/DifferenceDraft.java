package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import dev.limbeck.dialect.ConversionClass;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A difference that is being described.
 */
final class DifferenceDraft {

	private final DifferenceKind kind;

	private final ComparedObject object;

	private final String description;

	private final Sides sides;

	private final List<Step> steps = new ArrayList<>();

	private Consent consent = Consent.NONE;

	// Whether something that is not dropped is in its way
	private boolean refused;

	private ConversionClass least = ConversionClass.LOSSLESS;

	private @Nullable String reason;

	DifferenceDraft(DifferenceKind kind, ComparedObject object, String description, Sides sides) {
		this.kind = kind;
		this.object = object;
		this.description = description;
		this.sides = sides;
	}

	/**
	 * Say why it differs, or does not.
	 * @param why the reason, in a few words
	 * @return this
	 */
	DifferenceDraft because(String why) {
		this.reason = why;
		return this;
	}

	/**
	 * Say that rows that are there may break what is wanted.
	 * @return this
	 */
	DifferenceDraft mayFail() {
		this.least = ConversionClass.MAY_FAIL;
		return this;
	}

	DifferenceDraft destructive(boolean destructive) {
		return destructive ? demand(Consent.DROPS) : this;
	}

	boolean isDestructive() {
		return this.consent != Consent.NONE;
	}

	DifferenceDraft demand(Consent demanded) {
		this.consent = this.consent.and(demanded);
		return this;
	}

	/**
	 * Say that the server refuses it as long as something else is there.
	 */
	void refused() {
		this.refused = true;
	}

	/**
	 * Do something that knows how it is undone.
	 * @param phase when
	 * @param operation what
	 * @return this
	 */
	DifferenceDraft step(Phase phase, Operation operation) {
		return step(phase, operation, Objects.requireNonNull(operation.inverse()));
	}

	/**
	 * Do something that rows may be in the way of.
	 * @param phase when
	 * @param operation what
	 * @param risk the rows
	 * @return this
	 */
	DifferenceDraft step(Phase phase, Operation operation, Risk risk) {
		return steps(phase, List.of(operation), List.of(Objects.requireNonNull(operation.inverse())), risk, Risk.NONE);
	}

	DifferenceDraft step(Phase phase, Operation upgrade, Operation downgrade) {
		return steps(phase, List.of(upgrade), List.of(downgrade));
	}

	DifferenceDraft steps(Phase phase, List<Operation> upgrade, List<Operation> downgrade) {
		return steps(phase, upgrade, downgrade, Risk.NONE, Risk.NONE);
	}

	DifferenceDraft steps(Phase phase, List<Operation> upgrade, List<Operation> downgrade, Risk forth, Risk back) {
		this.steps.add(new Step(phase, upgrade, downgrade, forth, back, Consent.NONE, Consent.NONE));
		return this;
	}

	/**
	 * Give rows a value in a column that may have none, and allow no other.
	 * @param phase when
	 * @param table the table
	 * @param column the column
	 * @param demand what allows no row without one
	 * @param release what allows it again
	 * @param risk what its default waits for
	 * @return this
	 */
	DifferenceDraft fill(Phase phase, QualifiedName table, Column column, Operation demand, List<Operation> release,
			Risk risk) {
		this.steps.add(new Step(phase, List.of(DataStatements.fill(table, column)), List.of(), risk, Risk.NONE,
				DataStatements.consent(column), Consent.NONE));
		return steps(phase, List.of(demand), release, risk.withoutNotes(), Risk.NONE);
	}

	/**
	 * The same in the downgrade, where the upgrade allows rows without a value.
	 * @param phase when
	 * @param table the table
	 * @param column the column
	 * @param release what allows them
	 * @param demand what allows them no more
	 * @param risk what its default waits for
	 * @return this
	 */
	DifferenceDraft fillBack(Phase phase, QualifiedName table, Column column, Operation release, Operation demand,
			Risk risk) {
		steps(phase, List.of(release), List.of(demand), Risk.NONE, risk.withoutNotes());
		this.steps.add(new Step(phase, List.of(), List.of(DataStatements.fill(table, column)), Risk.NONE, risk,
				DataStatements.consent(column), Consent.NONE));
		return this;
	}

	DifferenceKind kind() {
		return this.kind;
	}

	ComparedObject object() {
		return this.object;
	}

	List<Step> steps() {
		return this.steps;
	}

	/**
	 * Let steps wait for what operations of theirs need. All steps of something that is
	 * dropped and created again wait together.
	 * @param demanded says which consent is needed for an operation
	 */
	void demand(Function<Operation, Consent> demanded) {
		Consent all = this.refused ? this.consent.and(Consent.DEPENDENTS) : this.consent;
		if (this.object.type() != ObjectType.TABLE) {
			for (Step step : this.steps) {
				all = all.and(step.demanded(demanded));
			}
		}
		for (int i = 0; i < this.steps.size(); i++) {
			Step step = this.steps.get(i);
			this.steps.set(i, step.demand(all.and(step.demanded(demanded))));
		}
	}

	private ConversionClass effect() {
		ConversionClass effect = (this.consent == Consent.NONE) ? this.least : ConversionClass.LOSSY;
		effect = this.refused ? effect.or(ConversionClass.MAY_FAIL) : effect;
		for (Step step : this.steps) {
			effect = effect.or(step.forth().effect());
		}
		return effect;
	}

	private String reason(ConversionClass effect) {
		if (this.refused) {
			return "something that stays depends on it";
		}
		if (this.reason != null) {
			return this.reason;
		}
		return switch (this.kind) {
			case ADDED -> (effect == ConversionClass.MAY_FAIL) ? "only the model has it, and rows may break it"
					: "only the model has it";
			case REMOVED -> (effect == ConversionClass.LOSSY) ? "only the database has it, and data would be lost"
					: "only the database has it";
			case CHANGED -> (effect == ConversionClass.MAY_FAIL) ? "rows may be in its way" : "they are not the same";
			case RENAMED -> "it is said to be the same under another name";
		};
	}

	Difference difference() {
		List<Operation> upgrade = new ArrayList<>();
		List<Operation> downgrade = new ArrayList<>();
		for (Step step : StepOrder.sorted(this.steps)) {
			upgrade.addAll(step.upgrade());
			downgrade.addAll(0, step.downgrade());
		}
		return new Difference(this.kind, this.object, this.description, upgrade, downgrade, effect(), this.sides,
				reason(effect()));
	}

}
