package dev.limbeck.dialect;

import dev.limbeck.failure.MigrationException;

/**
 * An operation cannot be said in the words of a database: its version does not know it
 * yet, a name is too long, a value has no literal.
 *
 * @since 0.1.0
 */
public final class UnwritableOperationException extends MigrationException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception.
	 * @param message what cannot be said
	 * @param action what to do about it
	 */
	public UnwritableOperationException(String message, String action) {
		super(message, action);
	}

}
