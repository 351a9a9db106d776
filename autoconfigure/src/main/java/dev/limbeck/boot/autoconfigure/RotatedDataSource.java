package dev.limbeck.boot.autoconfigure;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.Credentials;
import com.zaxxer.hikari.util.DriverDataSource;
import dev.limbeck.connection.ConnectionException;
import dev.limbeck.connection.DatabaseUrl;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Opens the physical connections of a pool whose credentials are in a secret. If the
 * database refuses them, the secret is read again, and what it holds now is given to the
 * pool.
 */
final class RotatedDataSource extends DelegatingDataSource {

	/**
	 * Shorter than the 30 s for which HikariCP lets a caller wait: a secret that is
	 * written after the password was changed is found in time.
	 */
	static final Duration PAUSE = Duration.ofSeconds(10);

	private static final Set<String> REFUSED = Set.of("28P01", "28000");

	private static final Log logger = HarmlessLog.of(RotatedDataSource.class);

	private final HikariDataSource pool;

	private final Supplier<DatabaseUrl> secret;

	private final Duration pause;

	private @Nullable Long lastRead;

	RotatedDataSource(HikariDataSource pool, Supplier<DatabaseUrl> secret, Duration pause) {
		super(new DriverDataSource(pool.getJdbcUrl(), pool.getDriverClassName(), pool.getDataSourceProperties(), null,
				null));
		this.pool = pool;
		this.secret = secret;
		this.pause = pause;
	}

	@Override
	public Connection getConnection(String username, String password) throws SQLException {
		try {
			return super.getConnection(username, password);
		}
		catch (SQLException ex) {
			Credentials renewed = isRefusal(ex) ? renew(username, password) : null;
			if (renewed == null) {
				throw ex;
			}
			return super.getConnection(renewed.getUsername(), renewed.getPassword());
		}
	}

	/**
	 * Tell whether the database refused a user or a password.
	 * @param ex why there is no connection
	 * @return whether other credentials may help
	 */
	static boolean isRefusal(SQLException ex) {
		return REFUSED.contains(ex.getSQLState());
	}

	// Who waited for the lock finds what the one before has read.
	private synchronized @Nullable Credentials renew(String username, String password) {
		Credentials current = this.pool.getCredentials();
		if (!same(current, username, password)) {
			return current;
		}
		if (this.lastRead != null && System.nanoTime() - this.lastRead < this.pause.toNanos()) {
			return null;
		}
		DatabaseUrl url = read();
		this.lastRead = System.nanoTime();
		if (url == null || same(current, url.username(), url.password())) {
			return null;
		}
		Credentials renewed = Credentials.of(url.username(), url.password());
		this.pool.setCredentials(renewed);
		logger.info("The database refused the credentials of the pool " + this.pool.getPoolName()
				+ ". The secret holds others now, which the pool uses from here on.");
		return renewed;
	}

	private @Nullable DatabaseUrl read() {
		try {
			DatabaseUrl url = this.secret.get();
			if (url.jdbcUrl().equals(this.pool.getJdbcUrl())) {
				return url;
			}
			logger.warn("The database refused the credentials of the pool " + this.pool.getPoolName()
					+ ". The secret names another database now; start the application again to use it.");
		}
		catch (ConnectionException ex) {
			logger.warn("The database refused the credentials of the pool " + this.pool.getPoolName()
					+ ", and the secret could not be read again. " + ex.getMessage() + " " + ex.getAction());
		}
		return null;
	}

	static boolean same(Credentials credentials, @Nullable String username, @Nullable String password) {
		return Objects.equals(credentials.getUsername(), username)
				&& Objects.equals(credentials.getPassword(), password);
	}

}
