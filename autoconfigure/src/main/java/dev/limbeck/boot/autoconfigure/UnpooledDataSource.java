package dev.limbeck.boot.autoconfigure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Supplier;

import javax.sql.DataSource;

import dev.limbeck.connection.ConnectionException;
import dev.limbeck.connection.DatabaseUrl;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Opens a connection of its own each time. If the credentials come from a secret and the
 * database refuses them, the secret is read again, once.
 */
final class UnpooledDataSource extends AbstractDataSource {

	private static final Log logger = HarmlessLog.of(UnpooledDataSource.class);

	private final @Nullable Supplier<DatabaseUrl> secret;

	private DatabaseUrl url;

	private DataSource driver;

	UnpooledDataSource(DatabaseUrl url, @Nullable Supplier<DatabaseUrl> secret) {
		this.url = url;
		this.secret = secret;
		this.driver = driver(url);
	}

	/**
	 * Return the way to another database of the same server.
	 * @param name the name of the database
	 * @return the data source
	 */
	synchronized UnpooledDataSource database(String name) {
		Supplier<DatabaseUrl> from = this.secret;
		return new UnpooledDataSource(this.url.database(name), (from != null) ? () -> from.get().database(name) : null);
	}

	synchronized DatabaseUrl url() {
		return this.url;
	}

	private static DataSource driver(DatabaseUrl url) {
		DataSourceBuilder<SimpleDriverDataSource> builder = DataSourceBuilder.create()
			.type(SimpleDriverDataSource.class)
			.driverClassName(DatabaseUrlConnectionDetails.driver(url))
			.url(url.jdbcUrl());
		if (url.username() != null) {
			builder.username(url.username());
		}
		if (url.password() != null) {
			builder.password(url.password());
		}
		return builder.build();
	}

	@Override
	public synchronized Connection getConnection() throws SQLException {
		try {
			return this.driver.getConnection();
		}
		catch (SQLException ex) {
			if (!RotatedDataSource.isRefusal(ex) || !renew()) {
				throw ex;
			}
			return this.driver.getConnection();
		}
	}

	@Override
	public Connection getConnection(String username, String password) throws SQLException {
		return this.driver.getConnection(username, password);
	}

	private boolean renew() {
		DatabaseUrl renewed = read();
		if (renewed == null || !renewed.jdbcUrl().equals(this.url.jdbcUrl()) || sameCredentials(renewed)) {
			return false;
		}
		logger.info("The database refused the credentials. The secret holds others now, which are used.");
		this.url = renewed;
		this.driver = driver(renewed);
		return true;
	}

	private boolean sameCredentials(DatabaseUrl other) {
		return Objects.equals(this.url.username(), other.username())
				&& Objects.equals(this.url.password(), other.password());
	}

	private @Nullable DatabaseUrl read() {
		try {
			return (this.secret != null) ? this.secret.get() : null;
		}
		catch (ConnectionException ex) {
			logger.warn("The database refused the credentials, and the secret could not be read again. "
					+ ex.getMessage() + " " + ex.getAction());
			return null;
		}
	}

}
