package dev.limbeck.runtime;

import dev.limbeck.revision.MigrationException;

/**
 * The database is behind the application, which may not upgrade it.
 *
 * @since 0.1.0
 */
public class PendingRevisionsException extends MigrationException {

	PendingRevisionsException(String message, String action) {
		super(message, action);
	}

}
