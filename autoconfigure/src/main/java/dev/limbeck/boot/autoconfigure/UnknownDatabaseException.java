package dev.limbeck.boot.autoconfigure;

import dev.limbeck.connection.ConnectionException;
import dev.limbeck.revision.MigrationException;

/**
 * The migrations asked for a connection, and it cannot be told where the database is.
 *
 * @since 0.1.0
 */
public final class UnknownDatabaseException extends MigrationException {

	UnknownDatabaseException(ConnectionException cause) {
		super(String.valueOf(cause.getMessage()), cause.getAction(), cause);
	}

}
