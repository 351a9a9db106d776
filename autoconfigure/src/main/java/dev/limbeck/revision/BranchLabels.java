package dev.limbeck.revision;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * The branch labels that a revision carries, found when asked for.
 * <p>
 * As in Alembic, a label reaches every descendant by down revision, and those ancestors
 * from which a single line leads up to the head of the branch:
 *
 * <pre>
 *              ┌─ c ─ d        label on d: c and d carry it, and no other,
 *   a ─ b ─────┤                           for b is a branch point
 *              └─ e            label on a: all carry it
 * </pre>
 */
final class BranchLabels {

	private final List<Node> nodes;

	BranchLabels(List<Node> nodes) {
		this.nodes = nodes;
	}

	Set<String> of(Node node) {
		Set<String> labels = new TreeSet<>();
		BitSet ancestors = Reach.of(List.of(node), Node::down, new BitSet());
		ancestors.stream().forEach((position) -> labels.addAll(this.nodes.get(position).revision().branchLabels()));
		labels.addAll(ofTheLineAbove(node));
		return labels;
	}

	// one branch point or merge point on the way to the head stops every label from above
	private static Set<String> ofTheLineAbove(Node node) {
		Set<String> labels = new TreeSet<>();
		Node next = node;
		while (next != null) {
			if (next.neededBy().size() > 1 || next.down().size() > 1) {
				return Set.of();
			}
			labels.addAll(next.revision().branchLabels());
			next = child(next);
		}
		return labels;
	}

	private static @Nullable Node child(Node node) {
		return node.children().isEmpty() ? null : node.children().get(0);
	}

}
