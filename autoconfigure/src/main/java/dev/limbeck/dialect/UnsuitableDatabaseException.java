package dev.limbeck.dialect;

import dev.limbeck.failure.MigrationException;

/**
 * A database cannot be migrated through a connection: it cannot write, or a pooler
 * between shares its sessions.
 *
 * @since 0.1.0
 */
public class UnsuitableDatabaseException extends MigrationException {

	/**
	 * Create an exception.
	 * @param message what is wrong with the database or the connection
	 * @param action what to do about it
	 */
	public UnsuitableDatabaseException(String message, String action) {
		super(message, action);
	}

}
