package dev.limbeck.test;

import java.sql.Connection;
import java.util.Objects;
import java.util.Properties;

import org.jspecify.annotations.Nullable;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * Stands for a container. It has a database of the fixture, which is created when it
 * starts and dropped when it stops.
 */
public final class FixtureContainer extends PostgreSQLContainer {

	private @Nullable TestDatabase database;

	FixtureContainer() {
		super("postgres:18");
	}

	private TestDatabase database() {
		return Objects.requireNonNull(this.database, "not started");
	}

	@Override
	public void start() {
		this.database = PostgresServer.shared().createDatabase();
	}

	@Override
	public void stop() {
		PostgresServer.shared().drop(database());
	}

	@Override
	public boolean isRunning() {
		return this.database != null;
	}

	@Override
	public Connection createConnection(String queryString, Properties info) {
		return database().connect();
	}

	@Override
	public String getContainerId() {
		return database().name();
	}

	@Override
	public String getJdbcUrl() {
		return database().url();
	}

	@Override
	public String getUsername() {
		return database().username();
	}

	@Override
	public String getPassword() {
		return database().password();
	}

}
