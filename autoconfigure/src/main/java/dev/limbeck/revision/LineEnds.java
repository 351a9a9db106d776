package dev.limbeck.revision;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * The lines of {@link LineOrder} and where each ends.
 */
final class LineEnds {

	static final int NONE = -1;

	private final BitSet nodes;

	private final BitSet gaps;

	private final NavigableMap<Integer, Node> ends = new TreeMap<>();

	private final int[] lineOf;

	private final int[] needing;

	private int next;

	/**
	 * Create it without lines.
	 * @param all the nodes of the graph
	 * @param nodes the positions of those to order
	 * @param gaps the positions of those between them that are not to be ordered
	 */
	LineEnds(List<Node> all, BitSet nodes, BitSet gaps) {
		this.nodes = (BitSet) nodes.clone();
		this.gaps = gaps;
		this.lineOf = new int[all.size()];
		Arrays.fill(this.lineOf, NONE);
		this.needing = new int[all.size()];
		all.stream()
			.filter(this::isPassable)
			.forEach((node) -> node.needs().forEach((need) -> this.needing[need.position()]++));
	}

	// what is not output yet
	BitSet nodes() {
		return this.nodes;
	}

	// whether the way of a line may lead through a node
	boolean isPassable(Node node) {
		return this.nodes.get(node.position()) || this.gaps.get(node.position());
	}

	// whether nothing needs a node but what is output
	boolean isFree(Node node) {
		return this.needing[node.position()] == 0;
	}

	// whether a node is not output yet and not the end of a line
	boolean isWaiting(Node node) {
		return this.nodes.get(node.position()) && this.lineOf[node.position()] == NONE;
	}

	int lineOf(Node node) {
		return this.lineOf[node.position()];
	}

	@Nullable Node end(int line) {
		return this.ends.get(line);
	}

	@Nullable Entry<Integer, Node> first() {
		return this.ends.firstEntry();
	}

	@Nullable Entry<Integer, Node> get(int line) {
		return this.ends.ceilingEntry(line);
	}

	// the lowest line from a number on that is another one
	int ceilingExcept(int number, int line) {
		Integer ceiling = this.ends.ceilingKey(number);
		if (ceiling != null && ceiling == line) {
			ceiling = this.ends.higherKey(line);
		}
		return (ceiling != null) ? ceiling : Integer.MAX_VALUE;
	}

	// in ascending order
	void forEach(BiConsumer<Integer, Node> action) {
		this.ends.forEach(action);
	}

	void open(Node node) {
		put(this.next++, node);
	}

	void move(int line, Node from, Node to) {
		output(from);
		put(line, to);
	}

	// closes a line and returns the one to go on with
	@Nullable Entry<Integer, Node> close(int line, Node end) {
		output(end);
		this.ends.remove(line);
		Entry<Integer, Node> before = this.ends.lowerEntry(line);
		return (before != null) ? before : first();
	}

	private void output(Node node) {
		this.nodes.clear(node.position());
		node.needs().forEach((need) -> this.needing[need.position()]--);
		this.lineOf[node.position()] = NONE;
	}

	private void put(int line, Node node) {
		this.ends.put(line, node);
		this.lineOf[node.position()] = line;
	}

}
