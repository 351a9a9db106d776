package dev.limbeck.revision;

import java.util.List;

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
		return new OverlappingRevisionsException(
				"The version table has the rows %s, but %s is already implied by another of them."
					.formatted(Enumeration.ofRevisions(rows), Enumeration.ofRevisions(implied)),
				"Stamp the database with the revisions that it really has; of two revisions of which one needs the "
						+ "other, only the newer has a row.");
	}

	static OverlappingRevisionsException targets(List<Node> implied, List<Node> targets) {
		return new OverlappingRevisionsException(
				"The targets stand for %s, but %s is already implied by another of them."
					.formatted(Enumeration.ofRevisions(targets), Enumeration.ofRevisions(implied)),
				"Leave out the target that another one needs.");
	}

	@Override
	public String category() {
		return "overlapping-revisions";
	}

}
