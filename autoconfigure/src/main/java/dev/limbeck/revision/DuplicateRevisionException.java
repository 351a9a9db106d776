package dev.limbeck.revision;

/**
 * Two revisions have the same id. Alembic only warns here and goes on with one of them.
 *
 * @since 0.1.0
 */
public final class DuplicateRevisionException extends RevisionGraphException {

	private DuplicateRevisionException(String message, String action) {
		super(message, action);
	}

	static DuplicateRevisionException usedTwice(Revision first, Revision second) {
		return new DuplicateRevisionException(
				"Revision id '%s' is used twice: in %s and in %s.".formatted(first.id(), first.source(),
						second.source()),
				"Give one of the two another id, or delete it if it is a copy. Keep the id of the revision "
						+ "that databases have already applied.");
	}

	static DuplicateRevisionException exists(Revision revision) {
		return new DuplicateRevisionException("Revision %s already exists.".formatted(revision.describe()),
				"Choose another id for the new revision, or let Limbeck generate one.");
	}

	@Override
	public String category() {
		return "duplicate-revision";
	}

}
