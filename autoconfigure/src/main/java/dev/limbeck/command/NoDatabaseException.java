package dev.limbeck.command;

import dev.limbeck.failure.MigrationException;

/**
 * A command needs a database, and none is configured.
 *
 * @since 0.1.0
 */
public class NoDatabaseException extends MigrationException {

	NoDatabaseException() {
		super("There is no database configured, and this needs one. Nothing was done.",
				"Set migrations.datasource.url, or what the application itself connects with, such as "
						+ "spring.datasource.url. A program gives Migrations.builder() a DataSource.");
	}

}
