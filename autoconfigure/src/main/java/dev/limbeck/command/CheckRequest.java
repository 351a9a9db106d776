package dev.limbeck.command;

/**
 * What is asked of a check.
 *
 * @param singleHead whether several heads are a problem
 * @param offline whether to leave every database alone, even if there is one, so that the
 * model is not compared
 * @param fromDatabase whether to compare the model with the database, which must be at
 * the heads then, and not with what the revisions make
 * @since 0.1.0
 */
public record CheckRequest(boolean singleHead, boolean offline, boolean fromDatabase) {

	/**
	 * Return the request for everything that is wrong in any project.
	 * @return the request
	 */
	public static CheckRequest all() {
		return new CheckRequest(false, false, false);
	}

	/**
	 * Return this request so that several heads are a problem.
	 * @return the request
	 */
	public CheckRequest withSingleHead() {
		return new CheckRequest(true, this.offline, this.fromDatabase);
	}

	/**
	 * Return this request so that the database is left alone.
	 * @return the request
	 */
	public CheckRequest withoutDatabase() {
		return new CheckRequest(this.singleHead, true, this.fromDatabase);
	}

	/**
	 * Return this request so that the model is compared with the database.
	 * @return the request
	 */
	public CheckRequest withModelFromDatabase() {
		return new CheckRequest(this.singleHead, this.offline, true);
	}

}
