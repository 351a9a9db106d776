package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.UnsuitableDatabaseException;

/**
 * Work on a connection, and say in the words of the migrations what the driver says.
 */
final class DatabaseAccess {

	private final Dialect dialect;

	private final MigrationSettings settings;

	DatabaseAccess(Dialect dialect, MigrationSettings settings) {
		this.dialect = dialect;
		this.settings = settings;
	}

	// Work on a connection of the source, in autocommit mode, and close it
	<T> T use(ConnectionSource connections, Work<T> work) {
		try (Connection connection = connections.open()) {
			boolean autoCommit = connection.getAutoCommit();
			connection.setAutoCommit(true);
			T result = on(connection, work);
			if (!autoCommit && !connection.isClosed()) {
				connection.setAutoCommit(false);
			}
			return result;
		}
		catch (SQLException ex) {
			throw DatabaseAccessException.of(ex, this.dialect, this.settings);
		}
	}

	// Work on a connection of the caller
	<T> T on(Connection connection, Work<T> work) {
		try {
			this.dialect.requireSupported(connection);
			return work.on(connection);
		}
		catch (UnsuitableDatabaseException ex) {
			throw DatabaseAccessException.of(ex);
		}
		catch (SQLException ex) {
			throw DatabaseAccessException.of(ex, this.dialect, this.settings);
		}
	}

	/**
	 * What is done on the connection.
	 *
	 * @param <T> what comes of it
	 */
	@FunctionalInterface
	interface Work<T> {

		T on(Connection connection) throws SQLException;

	}

}
