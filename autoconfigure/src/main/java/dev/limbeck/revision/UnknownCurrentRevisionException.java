package dev.limbeck.revision;

/**
 * The version table names a revision that no script has.
 *
 * @since 0.1.0
 */
public final class UnknownCurrentRevisionException extends RevisionException {

	private final String revisionId;

	UnknownCurrentRevisionException(String revisionId) {
		super("The database is at revision '%s', which this application does not have.".formatted(revisionId),
				"Was an older version of the application deployed? Then deploy the one that has this revision. If the "
						+ "script was deleted or its id was changed, restore it.");
		this.revisionId = revisionId;
	}

	/**
	 * Return the row of the version table.
	 * @return the id that no script has
	 */
	public String getRevisionId() {
		return this.revisionId;
	}

	@Override
	public String category() {
		return "unknown-revision";
	}

}
