package dev.limbeck.boot.autoconfigure;

import java.util.function.Supplier;

import dev.limbeck.connection.DatabaseUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * The application's connection, from {@code migrations.database-url} or the secret that
 * {@code migrations.secret.name} names.
 *
 * @param url where the database is
 * @param secret reads the secret again, or {@code null} if the URL stands in a property
 */
record DatabaseUrlConnectionDetails(DatabaseUrl url,
		@Nullable Supplier<DatabaseUrl> secret) implements JdbcConnectionDetails {

	static final String DRIVER = "org.postgresql.Driver";

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
		return DRIVER;
	}

}
