package dev.limbeck.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is on the line of an identifier.
 */
final class LineMembers {

	private final TargetResolver resolver;

	LineMembers(TargetResolver resolver) {
		this.resolver = resolver;
	}

	private static boolean isHead(String symbol) {
		return symbol.equals("head") || symbol.equals("heads");
	}

	// null: everything, as nothing is named. A branch and a symbol need not belong
	// together: the line of either counts
	@Nullable BitSet of(String target, boolean includeDependencies) {
		BranchTarget parts = BranchTarget.parse(target);
		List<Node> named = new ArrayList<>();
		if (parts.branch() != null) {
			named.add(this.resolver.branch(parts.branch()));
		}
		named.addAll(this.resolver.resolveAbsolute(isHead(parts.symbol()) ? target : parts.symbol()));
		if (named.isEmpty()) {
			return null;
		}
		return includeDependencies ? Reachability.relatives(named) : Reachability.line(named);
	}

}
