package dev.limbeck.revision;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Find the line of {@link LineOrder} that holds a revision: the lowest one whose end
 * needs it.
 * <p>
 * The lowest line above a revision never becomes lower, as lines only move down and new
 * ones are higher. So there is a number for each revision below which no line need be
 * looked for. Mostly the very next line is the one, which a look at the
 * {@link SpanningForest} confirms; if not, a walk up through what is not output yet finds
 * it, and raises the numbers of all that it passes.
 */
final class LineSearch {

	private static final int NOTHING = Integer.MAX_VALUE;

	private final List<Node> all;

	private final LineEnds lines;

	private final int[] atLeast;

	private final BitSet visited = new BitSet();

	private @Nullable List<SpanningForest> forests;

	LineSearch(List<Node> all, LineEnds lines) {
		this.all = all;
		this.lines = lines;
		this.atLeast = new int[all.size()];
	}

	// whether nothing that is not output yet needs the node, not even across a gap
	boolean isMaximal(Node node) {
		Deque<Node> walk = new ArrayDeque<>(List.of(node));
		this.visited.clear();
		while (!walk.isEmpty()) {
			for (Node above : walk.pop().neededBy()) {
				if (this.lines.nodes().get(above.position())) {
					return false;
				}
				if (visit(above)) {
					walk.push(above);
				}
			}
		}
		return true;
	}

	int lowestAbove(Node node) {
		if (this.lines.isFree(node)) {
			return LineEnds.NONE;
		}
		List<SpanningForest> known = (this.forests != null) ? this.forests : prepare();
		int possible = this.lines.ceilingExcept(this.atLeast[node.position()], this.lines.lineOf(node));
		Node end = this.lines.end(possible);
		int lowest = (end != null && known.stream().anyMatch((forest) -> forest.isBelow(node, end))) ? possible
				: walk(node, possible);
		this.atLeast[node.position()] = lowest;
		return (lowest != NOTHING) ? lowest : LineEnds.NONE;
	}

	// only where a line has to wait for another is there something to search
	private List<SpanningForest> prepare() {
		Arrays.fill(this.atLeast, NOTHING);
		this.lines.forEach((line, end) -> {
			Deque<Node> walk = new ArrayDeque<>(List.of(end));
			while (!walk.isEmpty()) {
				Node node = walk.pop();
				if (this.lines.isPassable(node) && this.atLeast[node.position()] == NOTHING) {
					this.atLeast[node.position()] = line;
					node.needs().forEach(walk::push);
				}
			}
		});
		List<SpanningForest> prepared = List.of(new SpanningForest(this.all, (needs) -> needs.get(0)),
				new SpanningForest(this.all, (needs) -> needs.get(needs.size() - 1)));
		this.forests = prepared;
		return prepared;
	}

	private int walk(Node node, int possible) {
		int lowest = NOTHING;
		this.visited.clear();
		Deque<Node> walk = new ArrayDeque<>(List.of(node));
		while (!walk.isEmpty() && lowest > possible) {
			lowest = step(walk.pop(), lowest, possible, walk);
		}
		int found = lowest;
		this.visited.stream().forEach((position) -> this.atLeast[position] = Math.max(this.atLeast[position], found));
		return found;
	}

	// the most promising neighbour is pushed last, so that it is the next
	private int step(Node node, int lowestYet, int possible, Deque<Node> walk) {
		int lowest = lowestYet;
		Node best = null;
		for (Node above : node.neededBy()) {
			int line = this.lines.lineOf(above);
			lowest = (line != LineEnds.NONE) ? Math.min(lowest, line) : lowest;
			if (lowest == possible) {
				return lowest;
			}
			if (this.atLeast[above.position()] < lowest && visit(above)) {
				best = push(walk, best, above);
			}
		}
		if (best != null) {
			walk.push(best);
		}
		return lowest;
	}

	// keeps the better one back
	private Node push(Deque<Node> walk, @Nullable Node best, Node above) {
		if (best == null) {
			return above;
		}
		boolean isBetter = this.atLeast[above.position()] < this.atLeast[best.position()];
		walk.push(isBetter ? best : above);
		return isBetter ? above : best;
	}

	private boolean visit(Node node) {
		if (!this.lines.isPassable(node) || this.visited.get(node.position())) {
			return false;
		}
		this.visited.set(node.position());
		return true;
	}

}
