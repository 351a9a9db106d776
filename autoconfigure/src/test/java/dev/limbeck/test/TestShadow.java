package dev.limbeck.test;

import dev.limbeck.autogenerate.shadow.ShadowDatabase;
import dev.limbeck.runtime.ConnectionSource;

/**
 * A shadow database on the server of the tests.
 */
public class TestShadow implements ShadowDatabase {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	@Override
	public ConnectionSource connections() {
		return ConnectionSource.of(this.database.dataSource());
	}

	@Override
	public String description() {
		return "shadow database of a test";
	}

	@Override
	public String advice() {
		return "Mend the test.";
	}

	@Override
	public boolean isShared() {
		return false;
	}

	@Override
	public void close() {
		// The server goes away with the tests
	}

}
