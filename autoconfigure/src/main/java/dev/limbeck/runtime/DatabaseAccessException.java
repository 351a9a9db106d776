package dev.limbeck.runtime;

import java.sql.SQLException;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.ServerError;
import dev.limbeck.dialect.UnsuitableDatabaseException;
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

	static DatabaseAccessException of(SQLException ex, Dialect dialect, MigrationSettings settings) {
		ServerError error = dialect.describe(ex);
		return new DatabaseAccessException(
				"The migrations cannot work with the database: " + error.message() + " (SQLSTATE " + error.sqlState()
						+ ")",
				"See that the database runs and can be reached from here, and that the user may connect, use the "
						+ "schema and write to the tables " + settings.versionTable() + " and "
						+ settings.historyTable() + ". "
						+ "If the schema is another, name it with migrations.version-table-schema. What was committed "
						+ "before stays; the next start goes on from there.",
				ex);
	}

	static DatabaseAccessException of(UnsuitableDatabaseException ex) {
		return new DatabaseAccessException(String.valueOf(ex.getMessage()), ex.getAction());
	}

}
