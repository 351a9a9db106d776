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

	private final TargetResolver resolver;

	UpgradePlanner(Nodes nodes, TargetResolver resolver) {
		this.nodes = nodes;
		this.resolver = resolver;
	}

	MigrationPlan<RevisionStep> plan(Collection<String> currentHeads, Collection<String> targets) {
		VersionRows rows = new VersionRows(currentHeads);
		List<Node> newestFirst = LineOrder.newestFirst(this.nodes.all(), pending(currentHeads, targets));
		List<RevisionStep> steps = new ArrayList<>(newestFirst.size());
		for (int i = newestFirst.size() - 1; i >= 0; i--) {
			steps.add(rows.upgrade(newestFirst.get(i)));
		}
		return new MigrationPlan<>(steps, rows.after(0), rows.after(steps.size()), List.of());
	}

	boolean isUpToDate(Collection<String> currentHeads, String target) {
		List<Node> rows = this.nodes.rows(currentHeads);
		// the everyday case of a start with nothing to do, answered without a walk
		return Set.copyOf(rows).equals(Set.copyOf(this.resolver.resolve(target)))
				|| pending(currentHeads, List.of(target)).isEmpty();

	}

	BitSet applied(Collection<String> currentHeads) {
		List<Node> rows = this.nodes.rows(currentHeads);
		BitSet applied = Reach.strictlyBelow(rows);
		List<Node> implied = among(rows, applied);
		if (!implied.isEmpty()) {
			throw OverlappingRevisionsException.rows(implied, rows);
		}
		rows.forEach((row) -> applied.set(row.position()));
		return applied;
	}

	private BitSet pending(Collection<String> currentHeads, Collection<String> targets) {
		BitSet applied = applied(currentHeads);
		List<Node> wanted = targets.stream()
			.flatMap((target) -> this.resolver.resolve(target).stream())
			.distinct()
			.toList();
		if (wanted.size() > 1) {
			List<Node> implied = among(wanted, Reach.strictlyBelow(wanted));
			if (!implied.isEmpty()) {
				throw OverlappingRevisionsException.targets(implied, wanted);
			}
		}
		return Reach.of(wanted, Node::needs, applied);
	}

	private static List<Node> among(List<Node> nodes, BitSet set) {
		return nodes.stream().filter((node) -> set.get(node.position())).toList();
	}

}
