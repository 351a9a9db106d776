package dev.limbeck.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Refuse a graph that has a cycle, and rank the revisions of one that has none.
 * <p>
 * Every cycle is found, also one that can be reached from a base and from a head, which
 * Alembic does not notice.
 */
final class CycleCheck {

	private CycleCheck() {
	}

	static void check(List<Node> nodes) {
		// a cycle by down revisions alone is the simpler news, so it is looked for first
		refuseCycle(nodes, Node::down, sorted(nodes, Node::down, Node::children));
		List<Node> sorted = sorted(nodes, Node::needs, Node::neededBy);
		refuseCycle(nodes, Node::needs, sorted);
		for (int i = 0; i < sorted.size(); i++) {
			sorted.get(i).setRank(i);
		}
	}

	// the nodes in an order in which each comes after all it needs, without those for
	// which there is no such order
	private static List<Node> sorted(List<Node> nodes, Function<Node, List<Node>> needs,
			Function<Node, List<Node>> neededBy) {
		int[] waitingFor = new int[nodes.size()];
		List<Node> sorted = new ArrayList<>(nodes.size());
		Deque<Node> ready = new ArrayDeque<>();
		for (Node node : nodes) {
			waitingFor[node.position()] = needs.apply(node).size();
			if (waitingFor[node.position()] == 0) {
				ready.add(node);
			}
		}
		while (!ready.isEmpty()) {
			Node node = ready.remove();
			sorted.add(node);
			for (Node next : neededBy.apply(node)) {
				if (--waitingFor[next.position()] == 0) {
					ready.add(next);
				}
			}
		}
		return sorted;
	}

	private static void refuseCycle(List<Node> nodes, Function<Node, List<Node>> needs, List<Node> sorted) {
		if (sorted.size() == nodes.size()) {
			return;
		}
		BitSet stuck = new BitSet(nodes.size());
		stuck.set(0, nodes.size());
		sorted.forEach((node) -> stuck.clear(node.position()));
		// what is stuck needs something stuck, so the walk down must come back
		Set<Node> path = new LinkedHashSet<>();
		Node node = nodes.get(stuck.nextSetBit(0));
		while (path.add(node)) {
			node = needs.apply(node).stream().filter((need) -> stuck.get(need.position())).findFirst().orElseThrow();
		}
		List<Node> cycle = new ArrayList<>(path);
		throw RevisionCycleException.cycle(cycle.subList(cycle.indexOf(node), cycle.size()));
	}

}
