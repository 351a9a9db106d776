package dev.limbeck.revision;

/**
 * Root of the errors of the revision graph: says what happened and where (the message)
 * and what to do about it (the action).
 *
 * @since 0.1.0
 */
public abstract class RevisionException extends RuntimeException {

	private final String action;

	RevisionException(String message, String action) {
		super(message);
		this.action = action;
	}

	/**
	 * Return what the user can do next.
	 * @return the action, one or more full sentences
	 */
	public String getAction() {
		return this.action;
	}

	/**
	 * Return the kind of the error as a stable word, such as {@code multiple-heads}: the
	 * categories of the conformance cases.
	 * @return the category
	 */
	public abstract String category();

}
