package dev.limbeck.runtime;

import java.util.Collection;
import java.util.List;

/**
 * How messages name revisions.
 */
final class HeadsText {

	static final int MOST_NAMED = 10;

	private HeadsText() {
	}

	static String describe(Collection<String> heads) {
		return switch (heads.size()) {
			case 0 -> "base (no revision is applied)";
			case 1 -> "revision " + heads.iterator().next();
			default -> "revisions " + String.join(", ", heads);
		};
	}

	// A part of a sentence that stands alone
	static String sentence(String clause) {
		return Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
	}

	static String abbreviate(List<String> revisions) {
		if (revisions.size() <= MOST_NAMED) {
			return String.join(", ", revisions);
		}
		return String.join(", ", revisions.subList(0, MOST_NAMED)) + " and " + (revisions.size() - MOST_NAMED)
				+ " more";
	}

}
