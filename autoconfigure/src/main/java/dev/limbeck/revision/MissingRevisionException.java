package dev.limbeck.revision;

/**
 * A revision names a down revision or a dependency that does not exist.
 *
 * @since 0.1.0
 */
public final class MissingRevisionException extends RevisionGraphException {

	private final String category;

	private MissingRevisionException(String category, String message, String action) {
		super(message, action);
		this.category = category;
	}

	static MissingRevisionException downRevision(Revision revision, String missing, String hint) {
		return new MissingRevisionException("missing-down-revision",
				"Revision %s has the down revision '%s', which does not exist.".formatted(revision.describe(), missing),
				hint + "Restore the missing revision, or correct the down revision; it must be a full revision id.");
	}

	static MissingRevisionException dependency(Revision revision, String missing, String hint) {
		return new MissingRevisionException("missing-dependency",
				"Revision %s depends on '%s', which does not exist.".formatted(revision.describe(), missing),
				hint + "Restore the missing revision, or correct the dependency; it must be a full revision id or a "
						+ "branch label.");
	}

	@Override
	public String category() {
		return this.category;
	}

}
