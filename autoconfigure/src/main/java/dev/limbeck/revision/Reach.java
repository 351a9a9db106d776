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
final class Reach {

	private Reach() {
	}

	static BitSet below(Collection<Node> nodes) {
		return of(nodes, Node::needs, new BitSet());
	}

	// a node itself only if another one needs it
	static BitSet strictlyBelow(Collection<Node> nodes) {
		return of(nodes.stream().flatMap((node) -> node.needs().stream()).toList(), Node::needs, new BitSet());
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

}
