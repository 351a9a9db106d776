package dev.limbeck.runtime;

import java.util.List;

import dev.limbeck.failure.MigrationException;

/**
 * The database is at several revisions where one was asked for.
 *
 * @since 0.1.0
 */
public class SeveralRevisionsException extends MigrationException {

	SeveralRevisionsException(List<String> heads) {
		super("The version table has " + heads.size() + " rows where one is asked for: " + String.join(", ", heads)
				+ ". Nothing was changed.",
				"Ask for all of them (getCurrentHeads), or merge the branches (the command 'merge heads') and upgrade.");
	}

}
