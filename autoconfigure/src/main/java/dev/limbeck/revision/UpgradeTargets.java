package dev.limbeck.revision;

import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Find the revisions that a target of an upgrade, or the end of a history range, stands
 * for: an absolute target, or a relative one that counts from what is applied.
 */
final class UpgradeTargets {

	private final Nodes nodes;

	private final TargetResolver resolver;

	private final boolean stopAtEnd;

	/**
	 * Create it.
	 * @param nodes the graph
	 * @param resolver finds absolute targets
	 * @param stopAtEnd whether {@code +N} stays at the end instead of being refused
	 */
	UpgradeTargets(Nodes nodes, TargetResolver resolver, boolean stopAtEnd) {
		this.nodes = nodes;
		this.resolver = resolver;
		this.stopAtEnd = stopAtEnd;
	}

	// the rows are asked for only if the target counts from them
	List<Node> resolve(Supplier<List<Node>> rows, String target) {
		RelativeTarget relative = RelativeTarget.parse(target, this.nodes);
		if (relative == null) {
			return this.resolver.resolveAbsolute(target);
		}
		Node node = (relative.upwards() && relative.steps() > 0) ? up(rows, relative) : down(relative);
		if (node == null) {
			throw RelativeTargetException.outOfRange(target);
		}
		return List.of(node);
	}

	private @Nullable Node up(Supplier<List<Node>> rows, RelativeTarget relative) {
		RelativeWalk walk = new RelativeWalk(this.nodes, relative, this.stopAtEnd);
		if (relative.symbol() != null) {
			return walk.up(this.resolver.resolveOne(relative.symbol()), this.resolver.line(relative.branch()));
		}
		BitSet line = this.resolver.line(relative.branch());
		return walk.up(start(rows.get(), relative, line), line);
	}

	private @Nullable Node down(RelativeTarget relative) {
		if (relative.isFromCurrent()) {
			throw RelativeTargetException.wrongSign(relative.text(), "upgrade");
		}
		Node start = this.resolver.resolveOne(relative.start());
		return new RelativeWalk(this.nodes, relative, false).down(start);
	}

	private @Nullable Node start(List<Node> rows, RelativeTarget relative, @Nullable BitSet line) {
		List<Node> starts = (line != null) ? startsOn(rows, line) : rows;
		if (starts.size() > 1) {
			throw RelativeTargetException.ambiguousStart(relative.text(), starts);
		}
		return starts.isEmpty() ? null : starts.get(0);
	}

	// the row on the line, or else the tip of what is applied of it
	private List<Node> startsOn(List<Node> rows, BitSet line) {
		List<Node> onLine = Reachability.among(rows, line);
		if (!onLine.isEmpty()) {
			return onLine;
		}
		BitSet applied = Reachability.below(rows);
		applied.and(line);
		return Reachability.among(this.nodes.all(), applied)
			.stream()
			.filter((node) -> Reachability.among(node.neededBy(), applied).isEmpty())
			.toList();
	}

}
