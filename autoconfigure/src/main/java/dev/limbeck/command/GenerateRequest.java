package dev.limbeck.command;

/**
 * What is asked of a first revision that creates what a database has.
 *
 * @param revision what is asked of it as of any new revision
 * @param dryRun whether to write nothing at all
 * @since 0.1.0
 */
public record GenerateRequest(NewRevisionRequest revision, boolean dryRun) {

	/** The message of a revision that was given none. */
	static final String DEFAULT_MESSAGE = "initial schema";

	/**
	 * Return the request for a revision in SQL.
	 * @return the request
	 */
	public static GenerateRequest initial() {
		return new GenerateRequest(NewRevisionRequest.of(DEFAULT_MESSAGE), false);
	}

	/**
	 * Return this request with what is asked of any new revision.
	 * @param revision place, id, labels and format
	 * @return the request
	 */
	public GenerateRequest withRevision(NewRevisionRequest revision) {
		return new GenerateRequest(revision, this.dryRun);
	}

	/**
	 * Return this request so that nothing is written.
	 * @return the request
	 */
	public GenerateRequest withDryRun() {
		return new GenerateRequest(this.revision, true);
	}

}
