package dev.limbeck.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Alembic's order of a set of revisions, newest first.
 * <p>
 * There is a line for every maximal revision, in load order. The current line is followed
 * down, revision by revision, until it comes to one that another line still needs; then
 * the lowest such line becomes the current one. At a merge point the first down revision
 * continues the line and the others open new lines at the end. A line that has nothing
 * left is closed, and the one before it goes on.
 *
 * <pre>
 *                ┌─ c ─ d        lines       output
 *     a ─ b ─────┤                d  f       d c
 *                └─ e ─ f         b  f       (b is needed by f, go on there)
 *                                 b  f       f e
 *                                 b          b a
 * </pre>
 *
 * Lines keep their number for life, so that opening and closing one moves no other. As
 * every revision of the set that is not output yet lies below some line, a revision is
 * free to be output as soon as those that need it are, which a look at its direct
 * neighbours shows; and if it is not free, a walk up through what is not output finds the
 * lines that hold it.
 * <p>
 * The set must be convex: with two revisions also all between them.
 */
final class LineOrder {

	private static final int NONE = -1;

	private final List<Node> all;

	private final BitSet open;

	private final BitSet visited = new BitSet();

	private final EffectiveDown effectiveDown = new EffectiveDown();

	private final NavigableMap<Integer, Node> lines = new TreeMap<>();

	private final int[] lineOf;

	private final int[] lowestBefore;

	private int nextLine;

	private LineOrder(List<Node> all, BitSet set) {
		this.all = all;
		this.open = (BitSet) set.clone();
		this.lineOf = new int[all.size()];
		Arrays.fill(this.lineOf, NONE);
		this.lowestBefore = new int[all.size()];
	}

	static List<Node> newestFirst(List<Node> all, BitSet set) {
		return new LineOrder(all, set).order();
	}

	private List<Node> order() {
		List<Node> output = new ArrayList<>(this.open.cardinality());
		this.open.stream().mapToObj(this.all::get).filter(this::isFree).forEach(this::openLine);
		Entry<Integer, Node> line = this.lines.firstEntry();
		while (line != null) {
			int holding = lowestLineAbove(line.getValue(), line.getKey());
			if (holding != NONE) {
				line = this.lines.ceilingEntry(holding);
			}
			else {
				output.add(line.getValue());
				line = advance(line.getKey(), line.getValue());
			}
		}
		return output;
	}

	private boolean isFree(Node node) {
		return node.neededBy().stream().noneMatch(this::isOpen);
	}

	private boolean isOpen(Node node) {
		return this.open.get(node.position());
	}

	private void openLine(Node node) {
		putLine(this.nextLine++, node);
	}

	private void putLine(int line, Node node) {
		this.lines.put(line, node);
		this.lineOf[node.position()] = line;
	}

	private @Nullable Entry<Integer, Node> advance(int line, Node node) {
		this.open.clear(node.position());
		List<Node> next = this.effectiveDown.of(node)
			.stream()
			.filter((down) -> isOpen(down) && this.lineOf[down.position()] == NONE)
			.toList();
		this.lineOf[node.position()] = NONE;
		if (next.isEmpty()) {
			this.lines.remove(line);
			Entry<Integer, Node> before = this.lines.lowerEntry(line);
			return (before != null) ? before : this.lines.firstEntry();
		}
		putLine(line, next.get(0));
		next.subList(1, next.size()).forEach(this::openLine);
		return this.lines.ceilingEntry(line);
	}

	// the lowest other line whose end needs the node, or NONE; it never becomes lower, as
	// lines only move down and new ones are higher
	private int lowestLineAbove(Node node, int line) {
		if (isFree(node)) {
			return NONE;
		}
		int lowestPossible = lowestPossible(this.lowestBefore[node.position()], line);
		int lowest = Integer.MAX_VALUE;
		this.visited.clear();
		Deque<Node> walk = new ArrayDeque<>();
		walk.push(node);
		while (!walk.isEmpty() && lowest > lowestPossible) {
			List<Node> above = walk.pop().neededBy();
			for (int i = above.size() - 1; i >= 0; i--) {
				Node next = above.get(i);
				int position = next.position();
				if (this.open.get(position) && !this.visited.get(position)) {
					this.visited.set(position);
					lowest = (this.lineOf[position] != NONE) ? Math.min(lowest, this.lineOf[position]) : lowest;
					if (this.lowestBefore[position] < lowest) {
						walk.push(next);
					}
				}
			}
		}
		this.lowestBefore[node.position()] = lowest;
		return lowest;
	}

	private int lowestPossible(int from, int except) {
		Integer line = this.lines.ceilingKey(from);
		return (line != null && line == except) ? this.lines.higherKey(line) : Objects.requireNonNull(line);
	}

}
