package dev.limbeck.boot.autoconfigure;

import dev.limbeck.connection.DatabaseUrl;
import org.jspecify.annotations.Nullable;

/**
 * Adapts {@code migrations.datasource.*} to {@link MigrationsConnectionDetails}.
 *
 * @param url where the database is
 */
record PropertiesMigrationsConnectionDetails(DatabaseUrl url) implements MigrationsConnectionDetails {

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
