package dev.limbeck.runtime;

import dev.limbeck.failure.MigrationException;

/**
 * The version table is empty or missing, although the history says that revisions are
 * applied.
 *
 * @since 0.1.0
 */
public class LostVersionsException extends MigrationException {

	LostVersionsException(StateTables tables, String headsAfter) {
		super("The version table " + tables + " is empty or missing, but according to the history the database is at "
				+ headsAfter.replace(",", ", ") + ". Nothing was run, because all revisions would run once more.",
				"Put the rows back: create the table if it is missing (" + tables.createVersionTable()
						+ ") and INSERT INTO " + tables + " (version_num) VALUES ('"
						+ String.join("'), ('", headsAfter.split(",")) + "'), which the command 'stamp "
						+ headsAfter.replace(",", " ") + "' does for you. If the database really was emptied, "
						+ "drop the table " + tables.history() + " too.");
	}

}
