package dev.limbeck.command;

/**
 * What is asked of the history.
 *
 * @param range the range, {@code start:end}; an empty string for all
 * @param indicateCurrent whether to ask the database which revisions are current
 * @since 0.1.0
 */
public record HistoryRequest(String range, boolean indicateCurrent) {

	/**
	 * Return the request for all revisions, which needs no database.
	 * @return the request
	 */
	public static HistoryRequest all() {
		return new HistoryRequest("", false);
	}

	/**
	 * Return this request for another range.
	 * @param range the range, {@code start:end}
	 * @return the request
	 */
	public HistoryRequest withRange(String range) {
		return new HistoryRequest(range, this.indicateCurrent);
	}

	/**
	 * Return this request so that the database is asked which revisions are current.
	 * @return the request
	 */
	public HistoryRequest withCurrent() {
		return new HistoryRequest(this.range, true);
	}

}
