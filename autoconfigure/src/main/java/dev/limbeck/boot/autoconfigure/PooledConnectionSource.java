package dev.limbeck.boot.autoconfigure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import dev.limbeck.runtime.ConnectionSource;
import dev.limbeck.runtime.DatabaseAccessException;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;
import org.postgresql.PGConnection;

import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.jdbc.datasource.ConnectionProxy;
import org.springframework.util.ClassUtils;

/**
 * Connections of a DataSource that may be a pool. A connection on which revisions ran
 * does not go back there: HikariCP is told to evict it, of any other pool the physical
 * connection is closed.
 */
final class PooledConnectionSource implements ConnectionSource {

	private static final Log logger = HarmlessLog.of(PooledConnectionSource.class);

	private static final boolean HIKARI_PRESENT = ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource",
			PooledConnectionSource.class.getClassLoader());

	private final Supplier<DataSource> dataSource;

	PooledConnectionSource(Supplier<DataSource> dataSource) {
		this.dataSource = dataSource;
	}

	@Override
	public Connection open() throws SQLException {
		return ConnectionSource.connect(find());
	}

	// The bean is made here if nobody has asked for it before
	private DataSource find() {
		try {
			return this.dataSource.get();
		}
		catch (RuntimeException ex) {
			throw DatabaseAccessException.withoutCredentials(ex);
		}
	}

	@Override
	public void discard(Connection connection) throws SQLException {
		Connection target = (connection instanceof ConnectionProxy proxy) ? proxy.getTargetConnection() : connection;
		if (!HIKARI_PRESENT || !Hikari.evict(this.dataSource.get(), target)) {
			closePhysical(target);
		}
	}

	private static void closePhysical(Connection connection) throws SQLException {
		if (!connection.isClosed() && connection.isWrapperFor(PGConnection.class)
				&& connection.unwrap(PGConnection.class) instanceof Connection physical) {
			physical.close();
		}
	}

	/** Apart, so that HikariCP is needed only where it is used. */
	private static final class Hikari {

		private Hikari() {
		}

		static boolean evict(DataSource dataSource, Connection connection) throws SQLException {
			HikariDataSource pool = DataSourceUnwrapper.unwrap(dataSource, HikariConfigMXBean.class,
					HikariDataSource.class);
			// It does not know its own connection if another library has wrapped it
			if (pool == null || !connection.getClass().getName().startsWith(pool.getClass().getPackageName())) {
				return false;
			}
			if (!connection.unwrap(Connection.class).isClosed()) {
				reset(connection, pool);
			}
			pool.evictConnection(connection);
			connection.close();
			return true;
		}

		// HikariCP resets what was changed when it is closed, which an evicted connection
		// refuses
		private static void reset(Connection connection, HikariDataSource pool) {
			try {
				if (!connection.getAutoCommit()) {
					connection.rollback();
				}
				connection.setReadOnly(pool.isReadOnly());
				connection.setAutoCommit(pool.isAutoCommit());
			}
			catch (SQLException ex) {
				logger.debug("The connection of the migrations cannot be reset", ex);
			}
		}

	}

}
