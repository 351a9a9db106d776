package dev.limbeck.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is on the line of an identifier.
 */
final class Lineage {

	private final TargetResolver resolver;

	Lineage(TargetResolver resolver) {
		this.resolver = resolver;
	}

	// null: everything, as nothing is named
	@Nullable BitSet of(String target, boolean includeDependencies) {
		List<Node> named = new ArrayList<>(this.resolver.resolveAbsolute(target));
		String branch = BranchTarget.parse(target).branch();
		if (branch != null) {
			named.add(this.resolver.branch(branch));
		}
		if (named.isEmpty()) {
			return null;
		}
		return includeDependencies ? Reach.relatives(named) : Reach.line(named);
	}

}
