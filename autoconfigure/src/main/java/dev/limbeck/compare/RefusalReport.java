package dev.limbeck.compare;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.limbeck.dialect.Dependence;
import dev.limbeck.dialect.DependentObject;
import dev.limbeck.dialect.ObjectAddress.Kind;

/**
 * Tells what is in the way of drops, in the report and above the statements.
 *
 * @param findings are told
 * @param places the steps, in their order
 * @param forth what is in the way of the upgrade, by its description
 * @param back what is in the way of the downgrade alone
 */
record RefusalReport(ComparisonBuilder findings, List<Place> places, Map<Place, Map<String, DependentObject>> forth,
		Map<Place, Map<String, DependentObject>> back) {

	private static final int MOST_NAMED = 10;

	void tell() {
		Map<DifferenceDraft, Map<String, DependentObject>> upgrades = new LinkedHashMap<>();
		Map<DifferenceDraft, Map<String, DependentObject>> downgrades = new LinkedHashMap<>();
		for (Place place : this.places) {
			Map<String, DependentObject> upgrade = this.forth.getOrDefault(place, Map.of());
			Map<String, DependentObject> downgrade = this.back.getOrDefault(place, Map.of());
			boolean refused = place.step().consent() == Consent.DEPENDENTS;
			place.replace(place.step().note(notes(upgrade.values()), refused ? List.of() : notes(downgrade.values())));
			collect(upgrades, place.finding(), upgrade);
			collect(downgrades, place.finding(), refused ? Map.of() : downgrade);
		}
		upgrades.forEach((finding, dependents) -> report(finding, dependents.values(), change(finding)));
		downgrades.forEach((finding, dependents) -> report(finding, dependents.values(), "The downgrade drops it"));
	}

	private static void collect(Map<DifferenceDraft, Map<String, DependentObject>> all, DifferenceDraft finding,
			Map<String, DependentObject> dependents) {
		if (!dependents.isEmpty()) {
			all.computeIfAbsent(finding, (missing) -> new LinkedHashMap<>()).putAll(dependents);
		}
	}

	static String change(DifferenceDraft finding) {
		if (finding.kind() == DifferenceKind.REMOVED) {
			return "It is dropped";
		}
		return (finding.object().type() == ObjectType.ENUM_TYPE) ? "It is made anew" : "It is dropped or changed";
	}

	private void report(DifferenceDraft finding, Collection<DependentObject> dependents, String change) {
		report(finding, change, dependents.stream().filter((each) -> !goesAlong(each)), "this depends on it",
				"The server refuses that, so it is a comment, with --allow-drop, too.");
		report(finding, change, dependents.stream().filter(RefusalReport::goesAlong), "this goes with it, rows and all",
				"So it is a comment, with --allow-drop, too.");
	}

	private void report(DifferenceDraft finding, String change, Stream<DependentObject> dependents, String relation,
			String consequence) {
		List<DependentObject> all = dependents.toList();
		if (!all.isEmpty()) {
			this.findings.problem(finding.object(),
					change + ", and " + relation + ": " + names(all.stream().map(DependentObject::description).toList())
							+ ". " + consequence,
					"In the revision, " + remedy(all.get(0)) + " before the statement, and uncomment that.");
		}
	}

	static String names(List<String> descriptions) {
		String names = descriptions.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
		int more = descriptions.size() - MOST_NAMED;
		return (more > 0) ? names + " and " + more + " more" : names;
	}

	private static List<String> notes(Collection<DependentObject> dependents) {
		return dependents.stream().limit(MOST_NAMED).flatMap((dependent) -> note(dependent).lines()).toList();
	}

	private static String note(DependentObject dependent) {
		return dependent.description() + (goesAlong(dependent) ? " goes with it, rows and all" : " depends on it")
				+ ". Before this, " + remedy(dependent) + ".";
	}

	private static boolean goesAlong(DependentObject dependent) {
		return dependent.dependence() == Dependence.GOES_ALONG;
	}

	private static String remedy(DependentObject dependent) {
		if (goesAlong(dependent)) {
			return "detach it (ALTER TABLE … DETACH PARTITION …) or drop it";
		}
		boolean heir = dependent.stored() && dependent.address() != null && dependent.address().kind() == Kind.RELATION;
		return heir ? "let it inherit no more (ALTER TABLE … NO INHERIT …) or drop it"
				: "drop it, or let it do without";
	}

}
