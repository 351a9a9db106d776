package dev.limbeck.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Plan a downgrade: what follows the target, and everything that needs it, on whatever
 * branch. The target itself stays.
 * <p>
 * Rows of which one implies another are accepted, as in Alembic. The first step mends
 * them: after each the rows are the maximal applied revisions.
 */
final class DowngradePlanner {

	private final Nodes nodes;

	private final TargetResolver resolver;

	private final DowngradeTargets targets;

	DowngradePlanner(Nodes nodes, TargetResolver resolver) {
		this.nodes = nodes;
		this.resolver = resolver;
		this.targets = new DowngradeTargets(nodes, resolver);
	}

	MigrationPlan<RevisionStep> plan(Collection<String> currentHeads, String text) {
		RevisionRange.refuse(text);
		List<Node> rows = this.nodes.rows(currentHeads);
		BitSet applied = Reachability.below(rows);
		DowngradeTarget target = this.targets.resolve(rows, text);
		BitSet dropped = dropped(target, applied);
		if (dropped.isEmpty() && target.node() != null && !rows.contains(target.node())) {
			throw NotAncestorException.nothingToDowngrade(text, rows);
		}
		checkBranch(target);
		return plan(rows, applied, dropped, target.warnings());
	}

	private BitSet dropped(DowngradeTarget target, BitSet applied) {
		BitSet unapplied = (BitSet) applied.clone();
		unapplied.flip(0, this.nodes.all().size());
		return Reachability.of(roots(target), Node::neededBy, unapplied);
	}

	// what goes first of all: the children of the target, or the bases
	private List<Node> roots(DowngradeTarget target) {
		Node node = target.node();
		List<Node> roots = (node != null) ? node.children() : this.nodes.matching((base) -> base.down().isEmpty());
		if (target.branch() == null || roots.size() <= 1) {
			return roots;
		}
		Node branch = this.resolver.branch(target.branch());
		List<Node> ofBranch = Reachability.among(roots, Reachability.of(List.of(branch), Node::down, new BitSet()));
		if (ofBranch.isEmpty()) {
			throw BranchException.nothingOnBranch(target.text(), target.branch());
		}
		return ofBranch;
	}

	// also where there is but one way down: a misspelt branch must not downgrade anything
	private void checkBranch(DowngradeTarget target) {
		BitSet line = this.resolver.line(target.branch());
		Node node = target.node();
		if (line != null && node != null && !line.get(node.position())) {
			throw BranchException.notInBranch(node, String.valueOf(target.branch()));
		}
	}

	private MigrationPlan<RevisionStep> plan(List<Node> current, BitSet applied, BitSet dropped,
			List<String> warnings) {
		VersionRows rows = new VersionRows(current.stream().map(Node::id).toList());
		int[] needing = needing(applied);
		Set<Node> implied = new LinkedHashSet<>(Reachability.among(current, Reachability.strictlyBelow(current)));
		List<RevisionStep> steps = new ArrayList<>();
		for (Node node : LineOrder.newestFirst(this.nodes.all(), dropped)) {
			List<String> exposed = new ArrayList<>();
			for (Node need : node.needs()) {
				if (--needing[need.position()] == 0) {
					exposed.add(need.id());
				}
			}
			implied.removeIf((row) -> needing[row.position()] == 0);
			steps.add(rows.downgrade(node, exposed, implied.stream().map(Node::id).toList()));
			implied.clear();
		}
		return new MigrationPlan<>(steps, rows.after(0), rows.after(steps.size()), warnings);
	}

	// how many applied revisions need each one; it gets a row when there is none left
	private int[] needing(BitSet applied) {
		int[] needing = new int[this.nodes.all().size()];
		applied.stream()
			.mapToObj(this.nodes.all()::get)
			.flatMap((node) -> node.needs().stream())
			.forEach((need) -> needing[need.position()]++);
		return needing;
	}

}
