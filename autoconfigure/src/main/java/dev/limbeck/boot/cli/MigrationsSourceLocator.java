package dev.limbeck.boot.cli;

import dev.limbeck.boot.autoconfigure.MigrationsLocator;
import dev.limbeck.cli.GlobalOptions;
import dev.limbeck.cli.MigrationsSource;
import dev.limbeck.command.Migrations;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.revision.MissingRevisionException;
import dev.limbeck.revision.RevisionNotFoundException;
import dev.limbeck.revision.UnknownCurrentRevisionException;
import org.jspecify.annotations.Nullable;

/**
 * The migrations that a command works on.
 *
 * @param migrations what is configured
 * @param beans whether the beans of the application are there
 */
record MigrationsSourceLocator(MigrationsLocator migrations, boolean beans) implements MigrationsSource {

	@Override
	public Migrations open(GlobalOptions options) {
		return this.migrations.open(options.name(), options.arguments());
	}

	@Override
	public @Nullable String hint(MigrationException failure) {
		boolean unknown = failure instanceof UnknownCurrentRevisionException
				|| failure instanceof MissingRevisionException || failure instanceof RevisionNotFoundException;
		return (unknown && !this.beans)
				? "A revision that is a bean is known only to the application: if that is why, run "
						+ "the command with --migrations.command.context=application."
				: null;
	}

}
