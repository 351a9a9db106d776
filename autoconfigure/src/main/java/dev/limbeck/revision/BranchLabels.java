package dev.limbeck.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * The branch labels that revisions carry, found when asked for.
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
		BitSet ancestors = Reachability.of(List.of(node), Node::down, new BitSet());
		ancestors.stream().forEach((position) -> labels.addAll(this.nodes.get(position).revision().branchLabels()));
		labels.addAll(ofTheLineAbove(node));
		return labels;
	}

	// all of them in one pass up and one down; revisions that carry the same labels share
	// one set where that is easy to see
	Map<String, Set<String>> ofAll() {
		Node[] byRank = new Node[this.nodes.size()];
		this.nodes.forEach((node) -> byRank[node.rank()] = node);
		List<Set<String>> inherited = inherited(byRank);
		List<@Nullable Set<String>> fromAbove = fromAbove(byRank);
		Map<String, Set<String>> labels = new LinkedHashMap<>();
		for (Node node : this.nodes) {
			Set<String> above = fromAbove.get(node.position());
			Set<String> below = inherited.get(node.position());
			labels.put(node.id(), (above != null) ? union(List.of(below, above)) : below);
		}
		return labels;
	}

	private static List<Set<String>> inherited(Node[] byRank) {
		List<Set<String>> inherited = new ArrayList<>(Collections.nCopies(byRank.length, Set.of()));
		for (Node node : byRank) {
			List<Set<String>> sets = new ArrayList<>();
			node.down().forEach((down) -> sets.add(inherited.get(down.position())));
			sets.add(own(node));
			inherited.set(node.position(), union(sets));
		}
		return inherited;
	}

	// null: a branch point or a merge point keeps the labels from above away
	private static List<@Nullable Set<String>> fromAbove(Node[] byRank) {
		List<@Nullable Set<String>> fromAbove = new ArrayList<>(Collections.nCopies(byRank.length, null));
		for (int i = byRank.length - 1; i >= 0; i--) {
			Node node = byRank[i];
			if (node.neededBy().size() <= 1 && node.down().size() <= 1) {
				Set<String> own = own(node);
				Node child = child(node);
				Set<String> above = (child != null) ? fromAbove.get(child.position()) : Set.of();
				fromAbove.set(node.position(), (above != null) ? union(List.of(own, above)) : null);
			}
		}
		return fromAbove;
	}

	private static Set<String> own(Node node) {
		List<String> labels = node.revision().branchLabels();
		return labels.isEmpty() ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(labels));
	}

	private static Set<String> union(List<Set<String>> sets) {
		Set<String> largest = sets.stream().max(Comparator.comparingInt(Set::size)).orElse(Set.of());
		if (sets.stream().allMatch((set) -> set == largest || largest.containsAll(set))) {
			return largest;
		}
		Set<String> union = new TreeSet<>();
		sets.forEach(union::addAll);
		return Collections.unmodifiableSet(union);
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
