package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.UnsuitableDatabaseException;

/**
 * Works on a connection, and says in the words of the migrations what the driver says.
 *
 * @since 0.1.0
 */
public final class DatabaseAccess {

	private final Dialect dialect;

	private final MigrationSettings settings;

	/**
	 * Create an access.
	 * @param dialect how the database says it
	 * @param settings how to migrate
	 */
	public DatabaseAccess(Dialect dialect, MigrationSettings settings) {
		this.dialect = dialect;
		this.settings = settings;
	}

	/**
	 * Work on a connection of a source, in autocommit mode, and close it.
	 * @param <T> what comes of it
	 * @param connections the source
	 * @param work what is done
	 * @return what comes of it
	 * @throws DatabaseAccessException if the database cannot be reached, or refuses
	 */
	public <T> T use(ConnectionSource connections, Work<T> work) {
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
	public interface Work<T> {

		/**
		 * Do it.
		 * @param connection the connection
		 * @return what comes of it
		 * @throws SQLException if the database refuses
		 */
		T on(Connection connection) throws SQLException;

	}

}
