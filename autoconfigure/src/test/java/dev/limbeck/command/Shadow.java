package dev.limbeck.command;

import dev.limbeck.runtime.ConnectionSource;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;

/**
 * A shadow database on the server of the tests.
 */
class Shadow implements ShadowDatabase {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	@Override
	public ConnectionSource connections() {
		return ConnectionSource.of(this.database.dataSource());
	}

	@Override
	public String description() {
		return "a shadow database";
	}

	@Override
	public void close() {
		// The server goes away with the tests
	}

}
