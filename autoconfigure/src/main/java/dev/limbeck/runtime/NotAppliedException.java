package dev.limbeck.runtime;

import java.util.Collection;
import java.util.List;

import dev.limbeck.failure.MigrationException;

/**
 * Revisions were to be accepted that are not applied.
 *
 * @since 0.1.0
 */
public class NotAppliedException extends MigrationException {

	NotAppliedException(List<String> revisions, Collection<String> heads) {
		super(((revisions.size() == 1) ? "Revision " : "The revisions ") + HeadsText.abbreviate(revisions)
				+ ((revisions.size() == 1) ? " is" : " are") + " not applied: the database is at "
				+ HeadsText.describe(heads) + ". Nothing was recorded.",
				"A revision that was not applied may be edited freely, and an upgrade runs it. Leave it out.");
	}

}
