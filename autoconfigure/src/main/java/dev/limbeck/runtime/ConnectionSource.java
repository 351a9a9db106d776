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
	 * Return a source that opens connections which end when they are closed.
	 * @param dataSource a DataSource without a pool
	 * @return the source
	 */
	static ConnectionSource of(DataSource dataSource) {
		return new ConnectionSource() {

			@Override
			public Connection open() throws SQLException {
				return dataSource.getConnection();
			}

			@Override
			public void discard(Connection connection) {
				// Closing it ends its session.
			}

		};
	}

}
