package dev.limbeck.dialect;

import dev.limbeck.failure.MigrationException;
import org.jspecify.annotations.Nullable;

/**
 * The database refuses part of the schema that is wanted, such as an expression with a
 * function that it does not know.
 *
 * @since 0.1.0
 */
public final class RefusedTargetException extends MigrationException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception.
	 * @param message what was refused, and why
	 * @param action what to do about it
	 * @param cause what the server said, {@code null} if it was not asked
	 */
	public RefusedTargetException(String message, String action, @Nullable Throwable cause) {
		super(message, action, cause);
	}

}
