package dev.limbeck.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The down revisions of a revision as Alembic walks them: those written, then the
 * dependencies that no ancestor by down revision has too.
 */
final class EffectiveDown {

	private final List<Node> all;

	private final BitSet set;

	private @Nullable Map<Node, Set<Node>> repeated;

	/**
	 * Create it.
	 * @param all the nodes of the graph
	 * @param set the positions of those that will be asked for
	 */
	EffectiveDown(List<Node> all, BitSet set) {
		this.all = all;
		this.set = (BitSet) set.clone();
	}

	List<Node> of(Node node) {
		if (node.dependencies().isEmpty()) {
			return node.down();
		}
		List<Node> effective = new ArrayList<>(node.down());
		for (Node dependency : node.dependencies()) {
			if (!effective.contains(dependency) && !repeats(node, dependency)) {
				effective.add(dependency);
			}
		}
		return effective;
	}

	private boolean repeats(Node node, Node dependency) {
		if (dependency.dependents().size() < 2) {
			return false;
		}
		Map<Node, Set<Node>> known = (this.repeated != null) ? this.repeated : findRepeated();
		return known.getOrDefault(node, Set.of()).contains(dependency);
	}

	// as many dependencies at once as a long has bits, in a pass over the graph each
	private Map<Node, Set<Node>> findRepeated() {
		Map<Node, Set<Node>> found = new HashMap<>();
		List<Node> shared = this.set.stream()
			.mapToObj(this.all::get)
			.flatMap((node) -> node.dependencies().stream())
			.filter((dependency) -> dependency.dependents().size() > 1)
			.distinct()
			.toList();
		Node[] byRank = new Node[this.all.size()];
		this.all.forEach((node) -> byRank[node.rank()] = node);
		for (int i = 0; i < shared.size(); i += Long.SIZE) {
			findRepeated(shared.subList(i, Math.min(i + Long.SIZE, shared.size())), byRank, found);
		}
		this.repeated = found;
		return found;
	}

	private static void findRepeated(List<Node> shared, Node[] byRank, Map<Node, Set<Node>> found) {
		long[] own = new long[byRank.length];
		for (int i = 0; i < shared.size(); i++) {
			for (Node dependent : shared.get(i).dependents()) {
				own[dependent.position()] |= 1L << i;
			}
		}
		long[] ofAncestors = new long[byRank.length];
		for (Node node : byRank) {
			for (Node down : node.down()) {
				ofAncestors[node.position()] |= own[down.position()] | ofAncestors[down.position()];
			}
			long both = own[node.position()] & ofAncestors[node.position()];
			for (; both != 0; both &= both - 1) {
				found.computeIfAbsent(node, (key) -> new HashSet<>()).add(shared.get(Long.numberOfTrailingZeros(both)));
			}
		}
	}

}
