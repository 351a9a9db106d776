package dev.limbeck.runtime;

import java.sql.SQLException;

import dev.limbeck.revision.MigrationException;

/**
 * The database cannot be reached, or refuses what the migrations need for themselves.
 *
 * @since 0.1.0
 */
public class DatabaseAccessException extends MigrationException {

	DatabaseAccessException(String message, String action, SQLException cause) {
		super(message, action, cause);
	}

	DatabaseAccessException(String message, String action) {
		super(message, action);
	}

}
