package dev.limbeck.boot.autoconfigure;

import java.util.function.Supplier;

import dev.limbeck.connection.DatabaseUrl;
import org.jspecify.annotations.Nullable;

/**
 * Adapts {@code migrations.datasource.*} to {@link MigrationsConnectionDetails}.
 *
 * @param url where the database is
 * @param secret reads the secret again, or {@code null} if the URL stands in a property
 */
record PropertiesMigrationsConnectionDetails(DatabaseUrl url,
		@Nullable Supplier<DatabaseUrl> secret) implements MigrationsConnectionDetails {

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

}
