package dev.limbeck.connection;

import dev.limbeck.failure.MigrationException;

/**
 * Thrown when the database to migrate cannot be told or reached. Neither the message nor
 * a cause holds a password or the text of a URL.
 *
 * @since 0.1.0
 */
public class ConnectionException extends MigrationException {

	/**
	 * Create an exception.
	 * @param message what happened
	 * @param action what to do about it
	 */
	public ConnectionException(String message, String action) {
		super(message, action);
	}

}
