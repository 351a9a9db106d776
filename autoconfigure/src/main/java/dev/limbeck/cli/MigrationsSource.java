package dev.limbeck.cli;

import dev.limbeck.command.Migrations;
import dev.limbeck.failure.MigrationException;
import org.jspecify.annotations.Nullable;

/**
 * Where the command line takes the migrations from that it works on.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface MigrationsSource {

	/**
	 * Make the migrations of a command. This is called once the arguments were understood
	 * and found to be right, and at most once in a run. No database may be looked for
	 * here, as most commands need none: that is left to the first connection.
	 * @param options what was said about the migrations as a whole
	 * @return the migrations
	 * @throws dev.limbeck.failure.MigrationException if there are no such migrations
	 */
	Migrations open(GlobalOptions options);

	/**
	 * Return what else to do about a failure of the command.
	 * @param failure the failure
	 * @return a sentence, or {@code null}
	 */
	default @Nullable String hint(MigrationException failure) {
		return null;
	}

}
