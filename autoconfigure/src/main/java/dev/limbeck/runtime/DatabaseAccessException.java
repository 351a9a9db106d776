package dev.limbeck.runtime;

import java.sql.SQLException;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.ServerError;
import dev.limbeck.dialect.UnsuitableDatabaseException;
import dev.limbeck.failure.MigrationException;
import org.jspecify.annotations.Nullable;

/**
 * The database cannot be reached, or refuses what the migrations need for themselves.
 *
 * @since 0.1.0
 */
public class DatabaseAccessException extends MigrationException implements RefusedByServer {

	private final @Nullable ServerError error;

	DatabaseAccessException(String message, String action, Throwable cause, @Nullable ServerError error) {
		super(message, action, cause);
		this.error = error;
	}

	DatabaseAccessException(String message, String action) {
		super(message, action);
		this.error = null;
	}

	static DatabaseAccessException of(SQLException ex, Dialect dialect, MigrationSettings settings) {
		ServerError error = dialect.describe(ex);
		return new DatabaseAccessException("The migrations cannot work with the database: " + error.describe(false),
				new AccessAdvice(dialect, settings).of(error), ex, error.shown(false));
	}

	/**
	 * Return what a failure of a DataSource is thrown as.
	 * @param failure what somebody else threw
	 * @return the same failure, unless it quotes credentials
	 */
	public static RuntimeException withoutCredentials(RuntimeException failure) {
		Throwable masked = ForeignFailure.masked(failure);
		if (masked == failure) {
			return failure;
		}
		Throwable root = failure;
		while (root.getCause() != null && !isOurs(root)) {
			root = root.getCause();
		}
		if (isOurs(root)) {
			return (RuntimeException) root;
		}
		return new DatabaseAccessException("No connection to the database can be had: " + ForeignFailure.describe(root),
				"Correct the URL, the user, the password or the driver class. A URL is written "
						+ "jdbc:postgresql://host:5432/database; user and password have properties of their own.",
				masked, null);
	}

	@Override
	public @Nullable ServerError getServerError() {
		return this.error;
	}

	private static boolean isOurs(Throwable failure) {
		return failure instanceof MigrationException;
	}

	static DatabaseAccessException of(UnsuitableDatabaseException ex) {
		return new DatabaseAccessException(String.valueOf(ex.getMessage()), ex.getAction());
	}

}
