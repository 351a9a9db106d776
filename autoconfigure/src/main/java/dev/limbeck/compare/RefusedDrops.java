package dev.limbeck.compare;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.limbeck.dialect.DependentObject;
import dev.limbeck.operation.AlterColumn;
import dev.limbeck.operation.CreateConstraint;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;

/**
 * Lets each drop wait for what depends on the thing: for the consent to drop that, or, if
 * nothing of the revision drops it, until it is gone. Nothing is ever dropped with
 * {@code CASCADE}.
 */
final class RefusedDrops {

	private final ComparisonBuilder findings;

	private final Schema database;

	private final Dependencies dependencies;

	private final List<Place> places;

	private final Endings upgrades;

	private final Endings downgrades;

	private WaitingOperations waiting;

	// What is in the way for good, by the place in the order, forth and back
	private final Map<Place, Map<String, DependentObject>> forth = new HashMap<>();

	private final Map<Place, Map<String, DependentObject>> back = new HashMap<>();

	RefusedDrops(ComparisonBuilder findings, Schema database, Dependencies dependencies) {
		this.findings = findings;
		this.database = database;
		this.dependencies = dependencies;
		this.places = Place.all(findings.all());
		this.upgrades = Endings.of(this.places, Step::upgrade);
		this.downgrades = Endings.of(this.places, Step::downgrade);
		this.waiting = WaitingOperations.of(this.places);
		dependencies.upgraded(this.places.stream().flatMap((place) -> place.step().upgrade().stream()));
	}

	/**
	 * Let everything wait. What waits may be in the way of something else.
	 */
	void settle() {
		this.findings.demand();
		for (boolean raised = !this.dependencies.areNone(); raised;) {
			raised = raiseAll();
			this.findings.demand();
		}
		new RefusalReport(this.findings, this.places, this.forth, this.back).tell();
	}

	private boolean raiseAll() {
		this.waiting = WaitingOperations.of(this.places);
		boolean raised = false;
		for (int i = 0; i < this.places.size(); i++) {
			raised |= raise(i);
		}
		return raised;
	}

	// Return whether it waits for more than before
	private boolean raise(int index) {
		Place place = this.places.get(index);
		Step step = place.step();
		Consent upgrade = waitsForColumn(step).and(waitsForKey(step));
		for (Operation operation : step.upgrade()) {
			upgrade = upgrade.and(demanded(index, operation, this::before, this.forth));
		}
		if (step.consent().and(upgrade) != step.consent()) {
			demand(place, upgrade);
			return true;
		}
		Consent downgrade = Consent.NONE;
		for (Operation operation : step.downgrade()) {
			downgrade = downgrade.and(demanded(index, operation, this::behind, this.back));
		}
		place.replace(step.demandBack(downgrade));
		return step.consentBack().and(downgrade) != step.consentBack();
	}

	// A table that is new waits for none of its foreign keys
	private void demand(Place place, Consent consent) {
		if (place.finding().kind() == DifferenceKind.ADDED) {
			place.replace(place.step().demand(consent));
			return;
		}
		if (consent != Consent.DEPENDENTS) {
			place.finding().demand(consent);
			return;
		}
		place.finding().refused();
		for (Operation operation : place.step().upgrade()) {
			if (operation instanceof AlterColumn alter) {
				hold(alter);
			}
		}
	}

	private void hold(AlterColumn alter) {
		Table table = this.database.table(alter.table());
		Column column = (table != null) ? table.column(alter.column()) : null;
		if (column != null) {
			this.findings.held().hold(alter.table(), column, Consent.DEPENDENTS);
		}
	}

	private Consent demanded(int index, Operation operation, Consents consents,
			Map<Place, Map<String, DependentObject>> inTheWay) {
		Consent all = Consent.NONE;
		for (DependentObject dependent : this.dependencies.refusing(operation).toList()) {
			Consent consent = consents.of(index, operation, dependent)
				.min(Consent::compareTo)
				.orElse(Consent.DEPENDENTS);
			if (consent == Consent.DEPENDENTS) {
				inTheWay.computeIfAbsent(this.places.get(index), (missing) -> new LinkedHashMap<>())
					.put(dependent.description(), dependent);
			}
			all = all.and(consent);
		}
		return all;
	}

	// The consents to what lets it depend no more, so far
	private Stream<Consent> before(int index, Operation operation, DependentObject dependent) {
		Stream<Consent> earlier = this.upgrades.of(dependent)
			.filter((position) -> position < index)
			.map((position) -> this.places.get(position).step())
			.filter((step) -> step.upgrade().stream().anyMatch((each) -> Dependencies.ends(each, dependent)))
			.map(Step::consent);
		return Stream.concat(earlier, within(this.places.get(index).step().upgrade(), operation, dependent));
	}

	private static Stream<Consent> within(List<Operation> all, Operation operation, DependentObject dependent) {
		return all.stream()
			.takeWhile((each) -> each != operation)
			.filter((each) -> Dependencies.ends(each, dependent))
			.map((each) -> Consent.NONE);
	}

	// The same in the downgrade; what goes before this in the upgrade comes back behind
	// it
	private Stream<Consent> behind(int index, Operation operation, DependentObject dependent) {
		Stream<Consent> earlier = this.downgrades.of(dependent)
			.filter((position) -> position > index)
			.map((position) -> this.places.get(position).step())
			.filter((step) -> step.downgrade().stream().anyMatch((each) -> Dependencies.ends(each, dependent)))
			.map(Step::consentBack);
		Stream<Consent> upgraded = before(index, operation, dependent).map((consent) -> Consent.NONE);
		Stream<Consent> within = within(this.places.get(index).step().downgrade(), operation, dependent);
		return Stream.of(earlier, upgraded, within).flatMap((each) -> each);
	}

	// What is lost with a column, or taken away from it before, stays with it
	private Consent waitsForColumn(Step step) {
		boolean waits = step.consent() == Consent.DROPS && step.upgrade().stream().anyMatch(this.waiting::takeAlong);
		return waits ? Consent.DEPENDENTS : Consent.NONE;
	}

	private Consent waitsForKey(Step step) {
		boolean waits = step.upgrade()
			.stream()
			.anyMatch((operation) -> operation instanceof CreateConstraint create
					&& create.constraint() instanceof ForeignKey key && this.waiting.make(key));
		return waits ? Consent.DEPENDENTS : Consent.NONE;
	}

	/**
	 * Finds the consents to what lets something depend on what an operation drops no
	 * more.
	 */
	private interface Consents {

		Stream<Consent> of(int index, Operation operation, DependentObject dependent);

	}

}
