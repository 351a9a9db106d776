package dev.limbeck.revision;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Count revisions up or down, along down revisions only. {@code null} is what is below
 * the bases.
 */
final class RelativeWalk {

	private final Nodes nodes;

	private final RelativeTarget target;

	private final boolean stopAtEnd;

	/**
	 * Create a walk.
	 * @param nodes the graph
	 * @param target says how many revisions, and is named in errors
	 * @param stopAtEnd whether to stay at the end of the graph instead of refusing to
	 * walk past it
	 */
	RelativeWalk(Nodes nodes, RelativeTarget target, boolean stopAtEnd) {
		this.nodes = nodes;
		this.target = target;
		this.stopAtEnd = stopAtEnd;
	}

	@Nullable Node up(@Nullable Node start, @Nullable BitSet line) {
		Node node = start;
		for (int i = 0; i < this.target.steps(); i++) {
			List<Node> above = (node != null) ? node.children() : this.nodes.matching((base) -> base.down().isEmpty());
			List<Node> next = (line != null) ? above.stream().filter((each) -> line.get(each.position())).toList()
					: above;
			if (next.isEmpty()) {
				return end(node);
			}
			node = only(node, next);
		}
		return node;
	}

	@Nullable Node down(@Nullable Node start) {
		Node node = start;
		for (int i = 0; i < this.target.steps(); i++) {
			if (node == null) {
				return end(null);
			}
			node = node.down().isEmpty() ? null : only(node, node.down());
		}
		return node;
	}

	// from each of several, which must end all above the bases or all below them
	List<Node> down(List<Node> starts) {
		List<Node> ends = starts.stream().map(this::down).filter(Objects::nonNull).toList();
		if (!ends.isEmpty() && ends.size() < starts.size()) {
			throw NotAncestorException.pastSomeBases(this.target.text());
		}
		return ends;
	}

	private @Nullable Node end(@Nullable Node node) {
		if (!this.stopAtEnd) {
			throw RelativeTargetException.outOfRange(this.target.text());
		}
		return node;
	}

	private Node only(@Nullable Node from, List<Node> next) {
		if (next.size() > 1) {
			throw RelativeTargetException.ambiguousWalk(this.target.text(), from, next);
		}
		return next.get(0);
	}

}
