package dev.limbeck.revision;

import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Find where a downgrade is to go to: to an absolute target, or to a relative one that
 * counts from a row.
 */
final class DowngradeTargets {

	private final Nodes nodes;

	private final TargetResolver resolver;

	DowngradeTargets(Nodes nodes, TargetResolver resolver) {
		this.nodes = nodes;
		this.resolver = resolver;
	}

	DowngradeTarget resolve(List<Node> rows, String target) {
		RelativeTarget relative = RelativeTarget.parse(target, this.nodes);
		if (relative == null) {
			return absolute(target);
		}
		if (relative.upwards() || relative.steps() == 0) {
			return up(relative);
		}
		return relative.isFromCurrent() ? fromRow(rows, relative)
				: down(relative, this.resolver.resolveOne(relative.start()), relative.branch(), List.of());
	}

	private DowngradeTarget absolute(String target) {
		BranchTarget parts = BranchTarget.parse(target);
		return new DowngradeTarget(target, this.resolver.resolveOne(parts.symbol()), parts.branch(), List.of());
	}

	private DowngradeTarget up(RelativeTarget relative) {
		if (relative.symbol() == null) {
			throw RelativeTargetException.wrongSign(relative.text(), "downgrade");
		}
		Node start = this.resolver.resolveOne(relative.symbol());
		Node node = new RelativeWalk(this.nodes, relative, false).up(start, this.resolver.line(relative.branch()));
		if (node == null) {
			throw RelativeTargetException.outOfRange(relative.text());
		}
		return new DowngradeTarget(relative.text(), node, relative.branch(), List.of());
	}

	// without a branch the first row counts, and is the branch
	private DowngradeTarget fromRow(List<Node> rows, RelativeTarget relative) {
		if (relative.branch() != null) {
			return down(relative, rowOn(rows, relative, relative.branch()), relative.branch(), List.of());
		}
		if (rows.isEmpty()) {
			throw RelativeTargetException.outOfRange(relative.text());
		}
		Node row = rows.get(0);
		return down(relative, row, row.id(), (rows.size() == 1) ? List.of() : List
			.of("The database has several current revisions; the target '%s' counts from %s, the first of them. Name a branch, as in '%s@%s'."
				.formatted(relative.text(), row.revision().describe(), row.id(), relative.text())));
	}

	private Node rowOn(List<Node> rows, RelativeTarget relative, String branch) {
		BitSet line = Reachability.line(this.resolver.branch(branch));
		List<Node> onLine = Reachability.among(rows, line);
		if (onLine.isEmpty()) {
			onLine = Reachability.among(this.nodes.current(rows), line);
		}
		if (onLine.isEmpty()) {
			throw BranchException.notCurrent(relative.text(), branch);
		}
		if (onLine.size() > 1) {
			throw RelativeTargetException.ambiguousStart(relative.text(), onLine);
		}
		return onLine.get(0);
	}

	private DowngradeTarget down(RelativeTarget relative, @Nullable Node start, @Nullable String branch,
			List<String> warnings) {
		Node node = new RelativeWalk(this.nodes, relative, false).down(start);
		return new DowngradeTarget(relative.text(), node, branch, warnings);
	}

}
