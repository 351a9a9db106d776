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

	static DuplicateBranchLabelException exists(String label, Revision revision) {
		return new DuplicateBranchLabelException("Branch label '%s' is already %s of revision %s.".formatted(label,
				label.equals(revision.id()) ? "the id" : "a label", revision.describe()));
	}

	static DuplicateBranchLabelException wouldBeAnId(String id, Revision labelled) {
		return new DuplicateBranchLabelException("The new revision id '%s' is already a branch label of revision %s."
			.formatted(id, labelled.describe()));
	}

	static DuplicateBranchLabelException sameAsId(String label) {
		return new DuplicateBranchLabelException(
				"'%s' would be both the id and a branch label of the new revision.".formatted(label));
	}

	@Override
	public String category() {
		return "duplicate-branch-label";
	}

}
