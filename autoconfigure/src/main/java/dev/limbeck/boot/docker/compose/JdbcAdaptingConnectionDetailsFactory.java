package dev.limbeck.boot.docker.compose;

import dev.limbeck.boot.autoconfigure.MigrationsConnectionDetails;
import dev.limbeck.boot.autoconfigure.MigrationsServiceConnectionDetails;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Makes the database that Docker Compose gives the application the one to migrate. Spring
 * Boot adapts the details of no other origin.
 */
class JdbcAdaptingConnectionDetailsFactory
		implements ConnectionDetailsFactory<JdbcConnectionDetails, MigrationsConnectionDetails> {

	@Override
	public MigrationsConnectionDetails getConnectionDetails(JdbcConnectionDetails application) {
		return new AdaptedConnectionDetails(application);
	}

	private static final class AdaptedConnectionDetails implements MigrationsServiceConnectionDetails {

		private final JdbcConnectionDetails application;

		AdaptedConnectionDetails(JdbcConnectionDetails application) {
			this.application = application;
		}

		@Override
		public String getJdbcUrl() {
			return this.application.getJdbcUrl();
		}

		@Override
		public @Nullable String getUsername() {
			return this.application.getUsername();
		}

		@Override
		public @Nullable String getPassword() {
			return this.application.getPassword();
		}

	}

}
