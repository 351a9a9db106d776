package dev.limbeck.boot.autoconfigure;

import dev.limbeck.command.Migrations;
import dev.limbeck.runtime.ConnectionSource;
import dev.limbeck.runtime.MigrationRunner;

/**
 * A start that does what {@link Migrations} does, without the bean: to make it, Spring
 * loads the requests and results of all commands.
 *
 * @param runner what runs the revisions
 * @param connections where to take the connection from
 */
record RunnerStartup(MigrationRunner runner, ConnectionSource connections) implements Startup {

	@Override
	public void upgrade() {
		this.runner.upgrade(this.connections);
	}

	@Override
	public void validate() {
		this.runner.validate(this.connections);
	}

}
