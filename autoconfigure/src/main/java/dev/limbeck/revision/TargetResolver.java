package dev.limbeck.revision;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Find the revisions that a target stands for, whatever the database has:
 * {@code [branch@]symbol}.
 */
final class TargetResolver {

	// Alembic looks for the beginning of a name only among longer ones
	private static final int LONGEST_UNABBREVIATED = 3;

	private final Nodes nodes;

	TargetResolver(Nodes nodes) {
		this.nodes = nodes;
	}

	// an absolute target, or -N, which counts down from the heads
	List<Node> resolve(String target) {
		RelativeTarget relative = RelativeTarget.parse(target, this.nodes);
		if (relative != null && relative.isBackwards()) {
			return fromHeads(relative, false);
		}
		return resolveAbsolute(target);
	}

	// the revisions N below each effective head of the branch
	List<Node> fromHeads(RelativeTarget relative, boolean stopAtEnd) {
		RelativeWalk walk = new RelativeWalk(this.nodes, relative, stopAtEnd);
		List<Node> heads = this.nodes.matching(Node::isEffectiveHead);
		if (relative.branch() != null) {
			Node branch = branch(relative.branch());
			List<Node> ofBranch = Reachability.among(heads, Reachability.line(branch));
			heads = ofBranch.isEmpty() ? headsOf(branch) : ofBranch;
		}
		return walk.down(heads);
	}

	List<Node> resolveAbsolute(String target) {
		BranchTarget parts = BranchTarget.parse(target);
		Node branch = (parts.branch() != null) ? branch(parts.branch()) : null;
		return switch (parts.symbol()) {
			case "heads" -> (branch != null) ? headsOf(branch) : this.nodes.matching(Node::isEffectiveHead);
			case "head" -> head(target, (branch != null) ? headsOf(branch) : this.nodes.matching(Node::isHead));
			case "base" -> List.of();
			default -> List.of(symbol(parts, branch));
		};
	}

	@Nullable Node resolveOne(String target) {
		List<Node> resolved = resolveAbsolute(target);
		if (resolved.size() > 1) {
			throw new MultipleHeadsException(target, resolved);
		}
		return resolved.isEmpty() ? null : resolved.get(0);
	}

	// the revision that stands for a branch: a label, an id or a beginning of one
	Node branch(String name) {
		Node exact = this.nodes.find(name);
		return (exact != null) ? exact : byPrefix(name, null);
	}

	@Nullable BitSet line(@Nullable String branch) {
		return (branch != null) ? Reachability.line(branch(branch)) : null;
	}

	// by down revision, as in Alembic, even if one is a dependency of another
	private List<Node> headsOf(Node branch) {
		BitSet line = Reachability.line(branch);
		return this.nodes.matching((node) -> node.isHead() && line.get(node.position()));
	}

	// a head that is only depended upon still counts, as in Alembic
	private static List<Node> head(String target, List<Node> heads) {
		if (heads.size() > 1) {
			throw new MultipleHeadsException(target, heads);
		}
		return heads;
	}

	private Node symbol(BranchTarget parts, @Nullable Node branch) {
		BitSet line = (branch != null) ? Reachability.line(branch) : null;
		Node exact = this.nodes.find(parts.symbol());
		Node found = (exact != null) ? exact : byPrefix(parts.symbol(), line);
		if (line != null && !line.get(found.position())) {
			throw BranchException.notInBranch(found, String.valueOf(parts.branch()));
		}
		return found;
	}

	private Node byPrefix(String prefix, @Nullable BitSet line) {
		refuseOtherForms(prefix);
		List<String> names = this.nodes.names()
			.filter((name) -> name.length() > LONGEST_UNABBREVIATED && name.startsWith(prefix))
			.filter((name) -> line == null || line.get(node(name).position()))
			.toList();
		if (names.isEmpty()) {
			throw notFound(prefix);
		}
		if (names.size() > 1) {
			throw new AmbiguousRevisionException(prefix, names);
		}
		return node(names.get(0));
	}

	private static void refuseOtherForms(String name) {
		if (name.isBlank()) {
			throw RevisionNotFoundException.blank();
		}
		if (name.contains(":")) {
			throw RangeException.notAllowed(name);
		}
	}

	private RevisionNotFoundException notFound(String name) {
		if (name.equals("current")) {
			return RevisionNotFoundException.current();
		}
		if (RelativeTarget.parse(name, this.nodes) != null) {
			return RevisionNotFoundException.relative(name);
		}
		return RevisionNotFoundException.noMatch(name, NearNames.of(name, this.nodes.names()));
	}

	private Node node(String name) {
		return Objects.requireNonNull(this.nodes.find(name));
	}

}
