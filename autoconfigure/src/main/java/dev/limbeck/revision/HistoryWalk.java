package dev.limbeck.revision;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The revisions of a history range, newest first: what the end needs minus what the start
 * needs, plus the start, and of that only descendants of the start by down revision
 * (unless the start is base).
 */
final class HistoryWalk {

	private static final String CURRENT = "current";

	private final Nodes nodes;

	private final TargetResolver resolver;

	private final UpgradeTargets targets;

	private final BranchLabels labels;

	HistoryWalk(Nodes nodes, TargetResolver resolver, BranchLabels labels) {
		this.nodes = nodes;
		this.resolver = resolver;
		this.targets = new UpgradeTargets(nodes, resolver, true);
		this.labels = labels;
	}

	// whether a range or an identifier speaks of the rows
	static boolean needsCurrentHeads(String rangeOrTarget) {
		return Stream.of(rangeOrTarget.strip().split(":", -1)).anyMatch(CURRENT::equals);
	}

	static boolean isCurrent(String target) {
		return target.equals(CURRENT);
	}

	List<Node> walk(Collection<String> currentHeads, String text) {
		RevisionRange range = RevisionRange.parse(text.isBlank() ? ":" : text);
		List<Node> rows = needsCurrentHeads(text) ? this.nodes.rows(currentHeads) : List.of();
		List<Node> end = end(rows, range);
		refuseOverlap(end);
		List<Node> start = start(rows, range);
		BitSet listed = Reachability.below(end);
		start.stream().filter((node) -> !listed.get(node.position())).findFirst().ifPresent((node) -> {
			throw NotAncestorException.range(text, node);
		});
		refuseOverlap(start);
		if (!start.isEmpty()) {
			listed.andNot(Reachability.strictlyBelow(start));
			listed.and(Reachability.of(start, Node::children, new BitSet()));
		}
		return LineOrder.newestFirstAcrossGaps(this.nodes.all(), listed);
	}

	private List<Node> start(List<Node> rows, RevisionRange range) {
		if (range.start().isEmpty()) {
			return List.of();
		}
		if (range.start().equals(CURRENT)) {
			return rows;
		}
		RelativeTarget relative = RelativeTarget.parse(range.start(), this.nodes);
		if (relative == null || !relative.isBackwards()) {
			return this.resolver.resolveAbsolute(range.start());
		}
		return range.end().equals(CURRENT) ? fromRows(rows, relative)
				: this.resolver.fromHeads(relative, true).stream().distinct().toList();
	}

	// before the rows, so that "-3:current" is what Alembic's documentation says
	private List<Node> fromRows(List<Node> rows, RelativeTarget relative) {
		BitSet line = this.resolver.line(relative.branch());
		return new RelativeWalk(this.nodes, relative, true)
			.down((line != null) ? Reachability.among(rows, line) : rows);
	}

	private List<Node> end(List<Node> rows, RevisionRange range) {
		List<Node> end = range.end().equals(CURRENT) ? rows
				: this.targets.resolve(() -> start(rows, range), range.end().isEmpty() ? "heads" : range.end());
		String branch = range.start().contains("@") ? BranchTarget.parse(range.start()).branch() : null;
		return (branch != null) ? ofBranch(end, branch) : end;
	}

	// those that carry the label of the branch. An id stands for the one label that its
	// revision carries, and without one for itself
	private List<Node> ofBranch(List<Node> end, String branch) {
		Node node = this.resolver.branch(branch);
		String label = label(node, branch);
		if (label == null) {
			return Reachability.among(end, Reachability.line(node));
		}
		Map<String, Set<String>> labels = this.labels.ofAll();
		return end.stream().filter((each) -> labels.getOrDefault(each.id(), Set.of()).contains(label)).toList();
	}

	private @Nullable String label(Node node, String branch) {
		if (node.revision().branchLabels().contains(branch)) {
			return branch;
		}
		Set<String> carried = this.labels.of(node);
		return (carried.size() == 1) ? carried.iterator().next() : null;
	}

	private static void refuseOverlap(List<Node> nodes) {
		List<Node> implied = Reachability.among(nodes, Reachability.strictlyBelow(nodes));
		if (!implied.isEmpty()) {
			throw OverlappingRevisionsException.targets(implied, nodes);
		}
	}

}
