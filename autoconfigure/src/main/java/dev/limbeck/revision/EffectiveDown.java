package dev.limbeck.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The down revisions of a revision as Alembic walks them: those written, then the
 * dependencies that no ancestor by down revision has too.
 */
final class EffectiveDown {

	private final Map<Node, Set<Node>> repeated = new HashMap<>();

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
		return dependency.dependents().size() > 1
				&& this.repeated.computeIfAbsent(dependency, EffectiveDown::repeating).contains(node);
	}

	// those dependents of a node that have an ancestor which depends on it too: one walk
	// up from all dependents, which ends at the last of them
	private static Set<Node> repeating(Node dependency) {
		int last = dependency.dependents().stream().mapToInt(Node::rank).max().orElseThrow();
		Set<Node> repeating = new HashSet<>();
		BitSet reached = new BitSet();
		Deque<Node> open = new ArrayDeque<>(dependency.dependents());
		while (!open.isEmpty()) {
			for (Node child : open.pop().children()) {
				if (child.rank() <= last && !reached.get(child.position())) {
					reached.set(child.position());
					open.push(child);
					if (child.dependencies().contains(dependency)) {
						repeating.add(child);
					}
				}
			}
		}
		return repeating;
	}

}
