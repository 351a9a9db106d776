package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

/**
 * Where connections come from, and where one goes that must not be used again, since
 * revisions may have changed its session (the search path, the role).
 *
 * @since 0.1.0
 */
public interface ConnectionSource {

	/**
	 * Open a connection.
	 * @return the connection
	 * @throws SQLException if the database cannot be reached
	 */
	Connection open() throws SQLException;

	/**
	 * Mark a connection as one that nobody may get again. It is closed afterwards.
	 * @param connection a connection that this source opened
	 * @throws SQLException if it cannot be marked
	 */
	void discard(Connection connection) throws SQLException;

	/**
	 * Open a connection of a DataSource, whose exceptions may quote a URL with its
	 * password.
	 * @param dataSource a DataSource of any kind
	 * @return the connection
	 * @throws SQLException if the database cannot be reached
	 * @throws DatabaseAccessException if the DataSource fails in another way
	 */
	static Connection connect(DataSource dataSource) throws SQLException {
		try {
			return dataSource.getConnection();
		}
		catch (SQLException ex) {
			throw ForeignFailure.masked(ex);
		}
		catch (RuntimeException ex) {
			throw DatabaseAccessException.withoutCredentials(ex);
		}
	}

	/**
	 * Return a source that opens connections which end when they are closed.
	 * @param dataSource a DataSource without a pool
	 * @return the source
	 */
	static ConnectionSource of(DataSource dataSource) {
		return new ConnectionSource() {

			@Override
			public Connection open() throws SQLException {
				return connect(dataSource);
			}

			@Override
			public void discard(Connection connection) {
				// Closing it ends its session.
			}

		};
	}

}
