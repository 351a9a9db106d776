package dev.limbeck.command;

/**
 * What is asked of a check.
 *
 * @param singleHead whether several heads are a problem
 * @param offline whether to leave the database alone, even if there is one
 * @since 0.1.0
 */
public record CheckRequest(boolean singleHead, boolean offline) {

	/**
	 * Return the request for everything that is wrong in any project.
	 * @return the request
	 */
	public static CheckRequest all() {
		return new CheckRequest(false, false);
	}

	/**
	 * Return this request so that several heads are a problem.
	 * @return the request
	 */
	public CheckRequest withSingleHead() {
		return new CheckRequest(true, this.offline);
	}

	/**
	 * Return this request so that the database is left alone.
	 * @return the request
	 */
	public CheckRequest withoutDatabase() {
		return new CheckRequest(this.singleHead, true);
	}

}
