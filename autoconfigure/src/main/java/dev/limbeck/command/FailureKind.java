package dev.limbeck.command;

import dev.limbeck.runtime.LockWaitTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What callers tell apart when a command fails, such as the command line by its exit
 * code.
 *
 * @since 0.1.0
 */
public enum FailureKind {

	/** Another process held the lock for too long. Trying again later may do. */
	LOCK_WAIT_TIMEOUT,

	/** Anything else. */
	OTHER;

	/**
	 * Return the kind of a failure.
	 * @param failure what was thrown
	 * @return its kind
	 */
	public static FailureKind of(Throwable failure) {
		@Nullable Throwable cause = failure;
		while (cause != null) {
			if (cause instanceof LockWaitTimeoutException) {
				return LOCK_WAIT_TIMEOUT;
			}
			cause = cause.getCause();
		}
		return OTHER;
	}

}
