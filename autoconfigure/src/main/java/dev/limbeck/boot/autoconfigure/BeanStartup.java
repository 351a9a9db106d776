package dev.limbeck.boot.autoconfigure;

import java.util.function.Supplier;

import dev.limbeck.command.Migrations;

/**
 * A start with the {@link Migrations} of the application.
 *
 * @param migrations the migrations; asked for only if the database is to be looked at
 */
record BeanStartup(Supplier<Migrations> migrations) implements Startup {

	@Override
	public void upgrade() {
		this.migrations.get().upgrade();
	}

	@Override
	public void validate() {
		this.migrations.get().validate();
	}

}
