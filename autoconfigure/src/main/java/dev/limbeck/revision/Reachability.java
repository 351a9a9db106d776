package dev.limbeck.revision;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * What can be reached from some nodes along an edge, as a set of positions.
 */
final class Reachability {

	private Reachability() {
	}

	static BitSet below(Collection<Node> nodes) {
		return of(nodes, Node::needs, new BitSet());
	}

	// a node itself only if another one needs it
	static BitSet strictlyBelow(Collection<Node> nodes) {
		return of(nodes.stream().flatMap((node) -> node.needs().stream()).toList(), Node::needs, new BitSet());
	}

	// the line of a branch: a node with its ancestors and descendants by down revision
	static BitSet line(Node node) {
		return line(List.of(node));
	}

	static BitSet line(Collection<Node> nodes) {
		BitSet line = of(nodes, Node::down, new BitSet());
		line.or(of(nodes, Node::children, new BitSet()));
		return line;
	}

	// nodes, what they need and what needs them, dependencies included
	static BitSet relatives(Collection<Node> nodes) {
		BitSet relatives = below(nodes);
		relatives.or(of(nodes, Node::neededBy, new BitSet()));
		return relatives;
	}

	// what can be reached without entering a set
	static BitSet of(Collection<Node> nodes, Function<Node, List<Node>> edge, BitSet without) {
		BitSet reached = new BitSet();
		Deque<Node> open = new ArrayDeque<>(nodes);
		while (!open.isEmpty()) {
			Node node = open.pop();
			if (!without.get(node.position()) && !reached.get(node.position())) {
				reached.set(node.position());
				edge.apply(node).forEach(open::push);
			}
		}
		return reached;
	}

	static List<Node> among(Collection<Node> nodes, BitSet set) {
		return nodes.stream().filter((node) -> set.get(node.position())).toList();
	}

}
