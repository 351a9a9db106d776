package dev.limbeck.command;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.limbeck.runtime.ConnectionSource;

/**
 * Connections of a DataSource that may be a pool of HikariCP, which is told to evict
 * those on which revisions ran.
 */
final class DataSourceConnections implements ConnectionSource {

	private final DataSource dataSource;

	DataSourceConnections(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	@Override
	public Connection open() throws SQLException {
		return ConnectionSource.connect(this.dataSource);
	}

	@Override
	public void discard(Connection connection) throws SQLException {
		if (connection.getClass().getName().startsWith("com.zaxxer.hikari.")) {
			Hikari.evict(this.dataSource, connection);
		}
	}

	/** Apart, so that HikariCP is needed only where it is used. */
	private static final class Hikari {

		private Hikari() {
		}

		static void evict(DataSource dataSource, Connection connection) throws SQLException {
			if (dataSource.isWrapperFor(HikariDataSource.class)) {
				dataSource.unwrap(HikariDataSource.class).evictConnection(connection);
			}
		}

	}

}
