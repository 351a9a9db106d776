package dev.limbeck.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map.Entry;

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
 * Lines keep their number for life, so that opening and closing one moves no other.
 */
final class LineOrder {

	private final List<Node> all;

	private final LineEnds lines;

	private final LineSearch search;

	private final EffectiveDown effectiveDown;

	private LineOrder(List<Node> all, BitSet set, BitSet gaps) {
		this.all = all;
		this.lines = new LineEnds(all, set, gaps);
		this.search = new LineSearch(all, this.lines);
		this.effectiveDown = new EffectiveDown(all, set);
	}

	/**
	 * Order a set that is convex: with two revisions also all between them.
	 * @param all the nodes of the graph
	 * @param set the positions of those to order
	 * @return the nodes, newest first
	 */
	static List<Node> newestFirst(List<Node> all, BitSet set) {
		return new LineOrder(all, set, new BitSet()).order();
	}

	/**
	 * Order a set that may have gaps. Alembic cannot where following the lines does not
	 * lead to all of it; then the gaps are ordered too, and left out.
	 * @param all the nodes of the graph
	 * @param set the positions of those to order
	 * @return the nodes, newest first
	 */
	static List<Node> newestFirstAcrossGaps(List<Node> all, BitSet set) {
		List<Node> nodes = set.stream().mapToObj(all::get).toList();
		BitSet hull = Reachability.of(nodes, Node::neededBy, new BitSet());
		hull.and(Reachability.below(nodes));
		BitSet gaps = (BitSet) hull.clone();
		gaps.andNot(set);
		List<Node> order = new LineOrder(all, set, gaps).order();
		return (order.size() == nodes.size()) ? order : Reachability.among(newestFirst(all, hull), set);
	}

	private List<Node> order() {
		List<Node> output = new ArrayList<>(this.lines.nodes().cardinality());
		this.lines.nodes().stream().mapToObj(this.all::get).filter(this.search::isMaximal).forEach(this.lines::open);
		Entry<Integer, Node> line = this.lines.first();
		while (line != null) {
			int holding = this.search.lowestAbove(line.getValue());
			if (holding != LineEnds.NONE) {
				line = this.lines.get(holding);
			}
			else {
				output.add(line.getValue());
				line = advance(line.getKey(), line.getValue());
			}
		}
		return output;
	}

	private @Nullable Entry<Integer, Node> advance(int line, Node node) {
		List<Node> next = this.effectiveDown.of(node).stream().filter(this.lines::isWaiting).toList();
		if (next.isEmpty()) {
			return this.lines.close(line, node);
		}
		this.lines.move(line, node, next.get(0));
		next.subList(1, next.size()).forEach(this.lines::open);
		return this.lines.get(line);
	}

}
