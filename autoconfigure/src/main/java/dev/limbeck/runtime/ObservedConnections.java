package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * Connections of another source that tell where they lead.
 *
 * @since 0.1.0
 */
public final class ObservedConnections implements ConnectionSource {

	private final ConnectionSource source;

	private @Nullable String database;

	/**
	 * Create connections.
	 * @param source where they come from
	 */
	public ObservedConnections(ConnectionSource source) {
		this.source = source;
	}

	@Override
	public Connection open() throws SQLException {
		Connection connection = this.source.open();
		try {
			this.database = withoutSecrets(connection.getMetaData().getURL());
			return connection;
		}
		catch (SQLException | RuntimeException ex) {
			connection.close();
			throw ex;
		}
	}

	@Override
	public void discard(Connection connection) throws SQLException {
		this.source.discard(connection);
	}

	/**
	 * Return where the last connection led.
	 * @return the URL without parameters and credentials, or {@code null} if there was no
	 * connection
	 */
	public @Nullable String database() {
		return this.database;
	}

	static String withoutSecrets(@Nullable String url) {
		return (url != null) ? url.replaceFirst("[?;].*$", "").replaceFirst("//[^/]*@", "//") : "";
	}

}
