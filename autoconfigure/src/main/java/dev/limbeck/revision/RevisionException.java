package dev.limbeck.revision;

import dev.limbeck.failure.MigrationException;

/**
 * Root of the errors of the revision graph: says what happened and where (the message)
 * and what to do about it (the action).
 *
 * @since 0.1.0
 */
public abstract class RevisionException extends MigrationException {

	RevisionException(String message, String action) {
		super(message, action);
	}

	/**
	 * Return the kind of the error as a stable word, such as {@code multiple-heads}: the
	 * categories of the conformance cases.
	 * @return the category
	 */
	public abstract String category();

}
