package dev.limbeck.test;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Drops the databases of a test class when it is over. Every test class has this.
 */
public final class DatabasesOfAClass implements AfterAllCallback {

	@Override
	public void afterAll(ExtensionContext context) {
		boolean nested = context.getParent().flatMap(ExtensionContext::getTestClass).isPresent();
		if (!nested) {
			PostgresServer.dropDatabases();
		}
	}

}
