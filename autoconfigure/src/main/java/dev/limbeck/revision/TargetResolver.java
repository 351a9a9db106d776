package dev.limbeck.revision;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Find the revisions that a target stands for.
 */
final class TargetResolver {

	private static final Pattern RELATIVE = Pattern.compile("[+-]\\d");

	// Alembic looks for the beginning of a name only among longer ones
	private static final int LONGEST_UNABBREVIATED = 3;

	private final Nodes nodes;

	TargetResolver(Nodes nodes) {
		this.nodes = nodes;
	}

	List<Node> resolve(String target) {
		return switch (target) {
			case "heads" -> this.nodes.matching(Node::isEffectiveHead);
			case "head" -> head();
			case "base" -> List.of();
			default -> List.of(symbol(target));
		};
	}

	@Nullable Node resolveOne(String target) {
		List<Node> resolved = resolve(target);
		if (resolved.size() > 1) {
			throw new MultipleHeadsException(target, resolved);
		}
		return resolved.isEmpty() ? null : resolved.get(0);
	}

	// a head that is only depended upon still counts, as in Alembic
	private List<Node> head() {
		List<Node> heads = this.nodes.matching(Node::isHead);
		if (heads.size() > 1) {
			throw new MultipleHeadsException("head", heads);
		}
		return heads;
	}

	private Node symbol(String target) {
		Node exact = this.nodes.find(target);
		if (exact != null) {
			return exact;
		}
		refuseOtherForms(target);
		return byPrefix(target);
	}

	private void refuseOtherForms(String target) {
		if (target.isBlank()) {
			throw RevisionNotFoundException.blank();
		}
		if (target.contains(":")) {
			throw UnsupportedTargetException.range(target);
		}
		if (target.contains("@")) {
			throw UnsupportedTargetException.branch(target);
		}
		if (RELATIVE.matcher(target).find()) {
			throw UnsupportedTargetException.relative(target);
		}
		if (target.equals("current")) {
			throw UnsupportedTargetException.current(target);
		}
	}

	private Node byPrefix(String prefix) {
		List<String> names = this.nodes.names()
			.filter((name) -> name.length() > LONGEST_UNABBREVIATED && name.startsWith(prefix))
			.toList();
		if (names.isEmpty()) {
			throw RevisionNotFoundException.noMatch(prefix, NearNames.of(prefix, this.nodes.names()));
		}
		if (names.size() > 1) {
			throw new AmbiguousRevisionException(prefix, names);
		}
		return Objects.requireNonNull(this.nodes.find(names.get(0)));
	}

}
