package dev.limbeck.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Plan an upgrade: what the targets need minus what is applied.
 */
final class UpgradePlanner {

	private final Nodes nodes;

	private final UpgradeTargets targets;

	UpgradePlanner(Nodes nodes, TargetResolver resolver) {
		this.nodes = nodes;
		this.targets = new UpgradeTargets(nodes, resolver, false);
	}

	MigrationPlan<RevisionStep> plan(Collection<String> currentHeads, Collection<String> targets) {
		targets.forEach(RevisionRange::refuse);
		List<Node> rows = this.nodes.rows(currentHeads);
		VersionRows versionRows = new VersionRows(currentHeads);
		List<Node> newestFirst = LineOrder.newestFirst(this.nodes.all(), pending(rows, wanted(rows, targets)));
		List<RevisionStep> steps = new ArrayList<>(newestFirst.size());
		for (int i = newestFirst.size() - 1; i >= 0; i--) {
			steps.add(versionRows.upgrade(newestFirst.get(i)));
		}
		return new MigrationPlan<>(steps, versionRows.after(0), versionRows.after(steps.size()), List.of());
	}

	MigrationPlan<RevisionStep> planMissing(Collection<String> currentHeads, Collection<String> targets,
			Collection<String> missing) {
		targets.forEach(RevisionRange::refuse);
		List<Node> rows = this.nodes.rows(currentHeads);
		BitSet wanted = Reachability.below(wanted(rows, targets));
		wanted.and(Reachability.below(rows));
		VersionRows versionRows = new VersionRows(currentHeads);
		List<Node> newestFirst = LineOrder.newestFirst(this.nodes.all(), wanted);
		List<RevisionStep> steps = new ArrayList<>();
		for (int i = newestFirst.size() - 1; i >= 0; i--) {
			if (missing.contains(newestFirst.get(i).id())) {
				steps.add(versionRows.belated(newestFirst.get(i)));
			}
		}
		return new MigrationPlan<>(steps, versionRows.after(0), versionRows.after(steps.size()), List.of());
	}

	boolean isUpToDate(Collection<String> currentHeads, String target) {
		RevisionRange.refuse(target);
		List<Node> rows = this.nodes.rows(currentHeads);
		List<Node> wanted = wanted(rows, List.of(target));
		// the everyday case of a start with nothing to do, answered without a walk
		return Set.copyOf(rows).equals(Set.copyOf(wanted)) || pending(rows, wanted).isEmpty();
	}

	List<Node> wanted(List<Node> rows, Collection<String> targets) {
		return targets.stream()
			.flatMap((target) -> this.targets.resolve(() -> rows, target).stream())
			.distinct()
			.toList();
	}

	private BitSet pending(List<Node> rows, List<Node> wanted) {
		BitSet applied = this.nodes.applied(rows);
		if (wanted.size() > 1) {
			List<Node> implied = Reachability.among(wanted, Reachability.strictlyBelow(wanted));
			if (!implied.isEmpty()) {
				throw OverlappingRevisionsException.targets(implied, wanted);
			}
		}
		return Reachability.of(wanted, Node::needs, applied);
	}

}
