package dev.limbeck.boot.autoconfigure;

import java.util.function.Supplier;

import dev.limbeck.connection.ConnectionException;
import dev.limbeck.connection.DatabaseUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.ClassUtils;

/**
 * The application's connection, from {@code migrations.database-url} or the secret that
 * {@code migrations.secret.name} names.
 *
 * @param url where the database is
 * @param secret reads the secret again, or {@code null} if the URL stands in a property
 */
record DatabaseUrlConnectionDetails(DatabaseUrl url,
		@Nullable Supplier<DatabaseUrl> secret) implements JdbcConnectionDetails {

	private static final String DRIVER = "org.postgresql.Driver";

	private static final String CONTAINER_DRIVER = "org.testcontainers.jdbc.ContainerDatabaseDriver";

	@Override
	public String getJdbcUrl() {
		return this.url.jdbcUrl();
	}

	@Override
	public @Nullable String getUsername() {
		return this.url.username();
	}

	@Override
	public @Nullable String getPassword() {
		return this.url.password();
	}

	@Override
	public String getDriverClassName() {
		return driver(this.url);
	}

	/**
	 * Return the driver for a URL.
	 * @param url the URL
	 * @return the name of its class
	 * @throws ConnectionException if it is not there
	 */
	static String driver(DatabaseUrl url) {
		if (!url.isContainer()) {
			return DRIVER;
		}
		if (!ClassUtils.isPresent(CONTAINER_DRIVER, null)) {
			throw new ConnectionException(
					"The database URL names a container of Testcontainers (jdbc:tc:), which is not on the class path.",
					"Name a database that runs, or add the dependency org.testcontainers:testcontainers-postgresql "
							+ "to the tests.");
		}
		return CONTAINER_DRIVER;
	}

}
