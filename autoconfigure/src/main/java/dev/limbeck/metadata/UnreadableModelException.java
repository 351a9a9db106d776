package dev.limbeck.metadata;

import dev.limbeck.failure.MigrationException;

/**
 * The application's model cannot be read, or says something that there is no schema for.
 *
 * @since 0.1.0
 */
public final class UnreadableModelException extends MigrationException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception.
	 * @param message what cannot be read, and where it is
	 * @param action what to do about it
	 */
	public UnreadableModelException(String message, String action) {
		super(message, action);
	}

	/**
	 * Create an exception.
	 * @param message what cannot be read, and where it is
	 * @param action what to do about it
	 * @param cause why it cannot be read
	 */
	public UnreadableModelException(String message, String action, Throwable cause) {
		super(message, action, cause);
	}

}
