package dev.limbeck.revision;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The trees that remain of a graph if of everything that a revision needs only one is
 * kept. They tell for many pairs of revisions, without a walk, that one is below the
 * other.
 */
final class SpanningForest {

	private static final int NONE = -1;

	private final int[] entered;

	private final int[] left;

	/**
	 * Create it.
	 * @param all the nodes of the graph
	 * @param kept which of several needs to keep
	 */
	SpanningForest(List<Node> all, Function<List<Node>, Node> kept) {
		this.entered = new int[all.size()];
		this.left = new int[all.size()];
		int[] firstChild = new int[all.size()];
		int[] nextSibling = new int[all.size()];
		Arrays.fill(firstChild, NONE);
		for (Node node : all) {
			if (!node.needs().isEmpty()) {
				int parent = kept.apply(node.needs()).position();
				nextSibling[node.position()] = firstChild[parent];
				firstChild[parent] = node.position();
			}
		}
		int clock = 0;
		for (Node node : all) {
			if (node.needs().isEmpty()) {
				nextSibling[node.position()] = NONE;
				clock = number(node.position(), firstChild, nextSibling, clock);
			}
		}
	}

	// from a root, depth first: a revision is left after all that are above it
	private int number(int root, int[] firstChild, int[] nextSibling, int start) {
		int[] path = new int[16];
		int depth = 0;
		int clock = start;
		path[0] = root;
		this.entered[root] = clock++;
		while (depth >= 0) {
			int node = path[depth];
			int child = firstChild[node];
			if (child == NONE) {
				this.left[node] = clock++;
				depth--;
			}
			else {
				firstChild[node] = nextSibling[child];
				this.entered[child] = clock++;
				depth++;
				path = (depth < path.length) ? path : Arrays.copyOf(path, 2 * depth);
				path[depth] = child;
			}
		}
		return clock;
	}

	// true only if it is; false tells nothing
	boolean isBelow(Node node, Node above) {
		return this.entered[node.position()] < this.entered[above.position()]
				&& this.left[above.position()] < this.left[node.position()];
	}

}
