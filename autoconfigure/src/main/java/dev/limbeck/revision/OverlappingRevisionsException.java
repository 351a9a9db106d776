package dev.limbeck.revision;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Of several rows of the version table, or of several targets, one implies another.
 *
 * @since 0.1.0
 */
public final class OverlappingRevisionsException extends RevisionException {

	private OverlappingRevisionsException(String message, String action) {
		super(message, action);
	}

	static OverlappingRevisionsException rows(List<Node> implied, List<Node> rows) {
		String maximal = rows.stream()
			.filter((row) -> !implied.contains(row))
			.map(Node::id)
			.collect(Collectors.joining(" "));
		return new OverlappingRevisionsException(
				"The version table has the rows %s, but %s is already implied by another of them."
					.formatted(Enumeration.ofRevisions(rows), Enumeration.ofRevisions(implied)),
				("If one revision needs another, only the newer one has a row. If the database has all of "
						+ "them, run 'stamp %s'; otherwise stamp it with the revisions that it really has.")
					.formatted(maximal));
	}

	static OverlappingRevisionsException targets(List<Node> implied, List<Node> targets) {
		return new OverlappingRevisionsException(
				"The targets resolve to %s, but %s is already implied by another of them."
					.formatted(Enumeration.ofRevisions(targets), Enumeration.ofRevisions(implied)),
				"Remove the target that another target implies.");
	}

	@Override
	public String category() {
		return "overlapping-revisions";
	}

}
