package dev.limbeck.revision;

import java.util.List;

/**
 * The version table names a revision that no script has.
 *
 * @since 0.1.0
 */
public final class UnknownCurrentRevisionException extends RevisionException {

	private final List<String> revisionIds;

	UnknownCurrentRevisionException(List<String> revisionIds) {
		super("The database is at revision %s, which this application does not have."
			.formatted(Enumeration.of(revisionIds.stream().map("'%s'"::formatted).toList(), 10)),
				"Was an older version of the application deployed? Then deploy the one that has this revision. If the "
						+ "script was deleted or its id was changed, restore it. "
						+ "If the version table is wrong, correct it with the command 'stamp --purge' and the revision "
						+ "that the database really is at.");
		this.revisionIds = List.copyOf(revisionIds);
	}

	/**
	 * Return the row of the version table that stands for nothing, or the first of them.
	 * @return the id that no script has
	 */
	public String getRevisionId() {
		return this.revisionIds.get(0);
	}

	/**
	 * Return the rows of the version table that stand for nothing.
	 * @return the ids that no script has
	 */
	public List<String> getRevisionIds() {
		return this.revisionIds;
	}

	@Override
	public String category() {
		return "unknown-revision";
	}

}
