package dev.limbeck.revision;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Find the line of {@link LineOrder} that holds a revision: the lowest one whose end
 * needs it.
 * <p>
 * The lowest line never becomes lower, as lines only move down and new ones are higher.
 * So a walk up through what is not output yet stops where nothing lower can be found. A
 * revision that is asked for again and again, such as one from which thousands of
 * branches start, remembers the lines above it; each is only checked when it is the
 * lowest, by a walk down from its end.
 */
final class LineSearch {

	private static final int WALKS = 3;

	private final OpenLines lines;

	private final int[] lowestBefore;

	private final byte[] walks;

	private final Map<Node, LinesAbove> remembered = new HashMap<>();

	private final BitSet visited = new BitSet();

	LineSearch(OpenLines lines, int size) {
		this.lines = lines;
		this.lowestBefore = new int[size];
		this.walks = new byte[size];
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
				visit(above, walk::push);
			}
		}
		return true;
	}

	int lowestAbove(Node node) {
		if (node.neededBy().stream().noneMatch(this.lines::isPassable)) {
			return OpenLines.NONE;
		}
		if (this.walks[node.position()] == WALKS) {
			return this.remembered.computeIfAbsent(node, this::linesAbove).lowest();
		}
		this.walks[node.position()]++;
		int lowest = walk(node);
		this.lowestBefore[node.position()] = lowest;
		return (lowest != Integer.MAX_VALUE) ? lowest : OpenLines.NONE;
	}

	private int walk(Node node) {
		int lowestPossible = this.lines.ceilingExcept(this.lowestBefore[node.position()], this.lines.lineOf(node));
		int lowest = Integer.MAX_VALUE;
		this.visited.clear();
		Deque<Node> walk = new ArrayDeque<>(List.of(node));
		while (!walk.isEmpty() && lowest > lowestPossible) {
			List<Node> above = walk.pop().neededBy();
			for (int i = above.size() - 1; i >= 0; i--) {
				Node next = above.get(i);
				int line = this.lines.lineOf(next);
				lowest = (line != OpenLines.NONE) ? Math.min(lowest, line) : lowest;
				if (this.lowestBefore[next.position()] < lowest) {
					visit(next, walk::push);
				}
			}
		}
		return lowest;
	}

	private void visit(Node node, Consumer<Node> visitor) {
		if (this.lines.isPassable(node) && !this.visited.get(node.position())) {
			this.visited.set(node.position());
			visitor.accept(node);
		}
	}

	private LinesAbove linesAbove(Node node) {
		LinesAbove above = new LinesAbove(node);
		this.visited.clear();
		Deque<Node> walk = new ArrayDeque<>(List.of(node));
		while (!walk.isEmpty()) {
			for (Node next : walk.pop().neededBy()) {
				int line = this.lines.lineOf(next);
				if (line != OpenLines.NONE) {
					above.numbers.set(line);
				}
				visit(next, walk::push);
			}
		}
		return above;
	}

	/**
	 * The lines that may be above a node: those that were when it was made, and those
	 * that were opened from one of them.
	 */
	private final class LinesAbove {

		private final Node node;

		private final BitSet numbers = new BitSet();

		private @Nullable Node verified;

		private LinesAbove(Node node) {
			this.node = node;
		}

		int lowest() {
			int line = this.numbers.nextSetBit(0);
			while (line >= 0 && !isBelow(LineSearch.this.lines.end(line))) {
				this.numbers.clear(line);
				LineSearch.this.lines.openedFrom(line).forEach(this.numbers::set);
				line = this.numbers.nextSetBit(line);
			}
			return (line >= 0) ? line : OpenLines.NONE;
		}

		private boolean isBelow(@Nullable Node end) {
			if (end != null && end != this.verified && reaches(end)) {
				this.verified = end;
			}
			return end != null && end == this.verified;
		}

		private boolean reaches(Node end) {
			LineSearch.this.visited.clear();
			Deque<Node> walk = new ArrayDeque<>(List.of(end));
			while (!walk.isEmpty()) {
				for (Node need : walk.pop().needs()) {
					if (need == this.node) {
						return true;
					}
					if (need.rank() > this.node.rank()) {
						visit(need, walk::push);
					}
				}
			}
			return false;
		}

	}

}
