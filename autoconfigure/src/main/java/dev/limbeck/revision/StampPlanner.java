package dev.limbeck.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Plan a stamp: which rows the targets replace, and beside which they stand.
 * <p>
 * A target replaces its ancestors and descendants among the rows, dependencies included;
 * if it names a branch, and there is such a row, those of the branch too. Of several
 * targets each is a row afterwards, unless another one implies it.
 */
final class StampPlanner {

	private final Nodes nodes;

	private final TargetResolver resolver;

	private final LineMembers lineage;

	StampPlanner(Nodes nodes, TargetResolver resolver) {
		this.nodes = nodes;
		this.resolver = resolver;
		this.lineage = new LineMembers(resolver);
	}

	MigrationPlan<StampStep> plan(Collection<String> currentHeads, Collection<String> targets) {
		List<Node> rows = this.nodes.rows(currentHeads);
		Set<Node> stamped = new LinkedHashSet<>();
		Set<Node> replaced = new LinkedHashSet<>();
		for (String target : targets) {
			List<Node> resolved = this.resolver.resolveAbsolute(target);
			stamped.addAll(resolved);
			replaced.addAll(replaced(rows, target, resolved));
		}
		Set<Node> added = maximal(stamped);
		Set<Node> kept = new LinkedHashSet<>(rows);
		kept.removeAll(replaced);
		kept = maximal(kept);
		added.stream().filter(rows::contains).forEach(kept::add);
		return plan(rows, kept, added);
	}

	private List<Node> replaced(List<Node> rows, String target, List<Node> resolved) {
		BitSet line = this.lineage.of(target, true);
		if (line == null) {
			return rows;
		}
		List<Node> related = Reachability.among(rows, Reachability.relatives(resolved));
		boolean isMove = resolved.isEmpty() || !Set.copyOf(resolved).containsAll(related);
		return isMove ? Reachability.among(rows, line) : related;
	}

	private static Set<Node> maximal(Collection<Node> nodes) {
		BitSet implied = Reachability.strictlyBelow(nodes);
		Set<Node> maximal = new LinkedHashSet<>(nodes);
		maximal.removeIf((node) -> implied.get(node.position()));
		return maximal;
	}

	private MigrationPlan<StampStep> plan(List<Node> rows, Set<Node> kept, Set<Node> stamped) {
		List<Node> added = stamped.stream().filter((node) -> !kept.contains(node)).toList();
		List<Node> removed = rows.stream().filter((node) -> !kept.contains(node)).toList();
		VersionRows versionRows = new VersionRows(ids(rows));
		List<StampStep> steps = new ArrayList<>();
		if (added.isEmpty()) {
			removed.forEach((row) -> steps.add(versionRows.delete(row.id())));
		}
		else {
			replacements(added, removed)
				.forEach((node, replaced) -> steps.add(versionRows.stamp(ids(replaced), node.id())));
		}
		return new MigrationPlan<>(steps, versionRows.after(0), versionRows.after(steps.size()), List.of());
	}

	// each removed row goes to the first new one that it is related to, or else to the
	// first of all
	private Map<Node, List<Node>> replacements(List<Node> added, List<Node> removed) {
		BitSet left = new BitSet();
		removed.forEach((row) -> left.set(row.position()));
		BitSet below = new BitSet();
		BitSet above = new BitSet();
		Map<Node, List<Node>> replacements = new LinkedHashMap<>();
		for (Node node : added) {
			BitSet related = extend(below, node, Node::needs);
			related.or(extend(above, node, Node::neededBy));
			related.and(left);
			left.andNot(related);
			replacements.put(node, nodes(related));
		}
		replacements.computeIfPresent(added.get(0), (node, replaced) -> concat(replaced, nodes(left)));
		return replacements;
	}

	// no part of the graph is walked twice
	private static BitSet extend(BitSet reached, Node node, Function<Node, List<Node>> edge) {
		BitSet extension = Reachability.of(List.of(node), edge, reached);
		reached.or(extension);
		return extension;
	}

	private List<Node> nodes(BitSet positions) {
		return positions.stream().mapToObj(this.nodes.all()::get).toList();
	}

	private static List<Node> concat(List<Node> nodes, List<Node> more) {
		return Stream.concat(nodes.stream(), more.stream()).toList();
	}

	private static List<String> ids(Collection<Node> nodes) {
		return nodes.stream().map(Node::id).toList();
	}

}
