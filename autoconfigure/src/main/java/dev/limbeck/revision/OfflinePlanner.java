package dev.limbeck.revision;

import java.util.Collection;
import java.util.List;

/**
 * Plan without a database: what is applied is taken from the start of a range.
 */
final class OfflinePlanner {

	private final TargetResolver resolver;

	private final UpgradePlanner upgradePlanner;

	private final DowngradePlanner downgradePlanner;

	private final StampPlanner stampPlanner;

	OfflinePlanner(TargetResolver resolver, UpgradePlanner upgradePlanner, DowngradePlanner downgradePlanner,
			StampPlanner stampPlanner) {
		this.resolver = resolver;
		this.upgradePlanner = upgradePlanner;
		this.downgradePlanner = downgradePlanner;
		this.stampPlanner = stampPlanner;
	}

	MigrationPlan<RevisionStep> planUpgrade(String range) {
		RevisionRange parsed = RevisionRange.parseOrEnd(range);
		return this.upgradePlanner.plan(rows(parsed.start()), List.of(parsed.end()));
	}

	MigrationPlan<RevisionStep> planDowngrade(String range) {
		if (!RevisionRange.isRange(range)) {
			throw RangeException.required(range);
		}
		RevisionRange parsed = RevisionRange.parse(range);
		return this.downgradePlanner.plan(rows(parsed.start()), parsed.end());
	}

	MigrationPlan<StampStep> planStamp(Collection<String> targets) {
		List<String> starts = targets.stream()
			.filter(RevisionRange::isRange)
			.map((target) -> RevisionRange.parse(target).start())
			.distinct()
			.toList();
		if (starts.size() > 1) {
			throw RangeException.severalStarts(starts);
		}
		List<String> ends = targets.stream().map((target) -> RevisionRange.parseOrEnd(target).end()).toList();
		return this.stampPlanner.plan(starts.isEmpty() ? List.of() : rows(starts.get(0)), ends);
	}

	private List<String> rows(String start) {
		Node node = start.isEmpty() ? null : this.resolver.resolveOne(start);
		return (node != null) ? List.of(node.id()) : List.of();
	}

}
