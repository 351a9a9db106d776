package dev.limbeck.boot.autoconfigure;

import java.sql.Connection;
import java.sql.SQLException;

import dev.limbeck.connection.ConnectionException;
import dev.limbeck.runtime.ConnectionSource;

/**
 * The connections of a command. If it cannot be told where the database is, the command
 * fails as it does for any other reason, and says what to do.
 *
 * @param source where connections come from
 */
record CommandConnections(ConnectionSource source) implements ConnectionSource {

	@Override
	public Connection open() throws SQLException {
		try {
			return this.source.open();
		}
		catch (ConnectionException ex) {
			throw new UnknownDatabaseException(ex);
		}
	}

	@Override
	public void discard(Connection connection) throws SQLException {
		this.source.discard(connection);
	}

}
