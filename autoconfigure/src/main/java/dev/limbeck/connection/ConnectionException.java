package dev.limbeck.connection;

import dev.limbeck.text.HarmlessText;

/**
 * Thrown when the database to migrate cannot be told or reached. Neither the message nor
 * a cause holds a password or the text of a URL.
 *
 * @since 0.1.0
 */
public class ConnectionException extends RuntimeException {

	private final String action;

	/**
	 * Create an exception.
	 * @param message what happened
	 * @param action what to do about it
	 */
	public ConnectionException(String message, String action) {
		super(HarmlessText.lines(message));
		this.action = HarmlessText.lines(action);
	}

	/**
	 * Return what to do about it.
	 * @return one or more sentences
	 */
	public String getAction() {
		return this.action;
	}

}
