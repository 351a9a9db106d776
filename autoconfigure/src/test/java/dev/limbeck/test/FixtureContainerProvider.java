package dev.limbeck.test;

import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.containers.JdbcDatabaseContainerProvider;
import org.testcontainers.jdbc.ConnectionUrl;

/**
 * Makes {@code jdbc:tc:fixture:} of Testcontainers' own driver lead to the server of the
 * tests: the life of a container without Docker.
 */
public final class FixtureContainerProvider extends JdbcDatabaseContainerProvider {

	@Override
	public boolean supports(String databaseType) {
		return databaseType.equals("fixture");
	}

	@Override
	public JdbcDatabaseContainer<?> newInstance(String tag) {
		return new FixtureContainer();
	}

	@Override
	public JdbcDatabaseContainer<?> newInstance(ConnectionUrl url) {
		return new FixtureContainer();
	}

}
