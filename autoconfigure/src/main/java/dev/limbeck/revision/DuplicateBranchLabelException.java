package dev.limbeck.revision;

/**
 * A branch label that names two revisions, or that is also a revision id.
 *
 * @since 0.1.0
 */
public final class DuplicateBranchLabelException extends RevisionGraphException {

	private DuplicateBranchLabelException(String message) {
		super(message, "Rename the branch label in one place: a label must be unique among all labels and "
				+ "revision ids. Descendants inherit it and need not repeat it.");
	}

	static DuplicateBranchLabelException usedTwice(String label, Revision first, Revision second) {
		return new DuplicateBranchLabelException(
				"Branch label '%s' is declared twice: by revision %s and by revision %s.".formatted(label,
						first.describe(), second.describe()));
	}

	static DuplicateBranchLabelException alsoAnId(String label, Revision labelled, Revision named) {
		return new DuplicateBranchLabelException("Branch label '%s' of revision %s is also the id of revision %s."
			.formatted(label, labelled.describe(), named.describe()));
	}

	@Override
	public String category() {
		return "duplicate-branch-label";
	}

}
