package dev.limbeck.metadata;

/**
 * The application's model cannot be read, or says something that there is no schema for.
 *
 * @since 0.1.0
 */
public final class UnreadableModelException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String action;

	/**
	 * Create an exception.
	 * @param message what cannot be read, and where it is
	 * @param action what to do about it
	 */
	public UnreadableModelException(String message, String action) {
		super(message);
		this.action = action;
	}

	/**
	 * Create an exception.
	 * @param message what cannot be read, and where it is
	 * @param action what to do about it
	 * @param cause why it cannot be read
	 */
	public UnreadableModelException(String message, String action, Throwable cause) {
		super(message, cause);
		this.action = action;
	}

	/**
	 * Return what to do about it.
	 * @return one or more sentences
	 */
	public String getAction() {
		return this.action;
	}

}
