package dev.limbeck.compare;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells what the server drops along and the upgrade does not create again.
 */
final class LossReport {

	private static final Set<ObjectType> WHOLE = EnumSet.of(ObjectType.TABLE, ObjectType.VIEW,
			ObjectType.MATERIALIZED_VIEW);

	private final ComparisonBuilder findings;

	private final Map<DifferenceDraft, Set<String>> lost = new LinkedHashMap<>();

	private final Map<DifferenceDraft, Set<String>> untilDowngrade = new LinkedHashMap<>();

	LossReport(ComparisonBuilder findings) {
		this.findings = findings;
	}

	/**
	 * Tell of something.
	 * @param place the step that drops it along
	 * @param description what it is
	 * @param back whether the downgrade creates it again
	 */
	void add(Place place, String description, boolean back) {
		DifferenceDraft finding = place.finding();
		boolean obvious = back && finding.kind() == DifferenceKind.REMOVED && WHOLE.contains(finding.object().type());
		Map<DifferenceDraft, Set<String>> all = back ? this.untilDowngrade : this.lost;
		if (!obvious && all.computeIfAbsent(finding, (missing) -> new LinkedHashSet<>()).add(description)) {
			place.replace(place.step().note((description + " goes with it.").lines().toList(), List.of()));
		}
	}

	void tell() {
		this.lost.forEach((finding, parts) -> report(finding, parts,
				(finding.kind() == DifferenceKind.REMOVED)
						? "The downgrade does not bring that back: if it is needed there, write it into the revision."
						: "If that is to stay, create it again in the revision, behind the statement."));
		this.untilDowngrade.forEach((finding, parts) -> report(finding, parts,
				"The downgrade creates that again. If it is to stay for what is left, create it anew in the revision."));
	}

	private void report(DifferenceDraft finding, Set<String> parts, String action) {
		this.findings.problem(finding.object(), RefusalReport.change(finding) + ", and this goes with it: "
				+ RefusalReport.names(List.copyOf(parts)) + ".", action);
	}

}
