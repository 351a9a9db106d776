package dev.limbeck.runtime;

import java.util.Collection;
import java.util.List;

import dev.limbeck.failure.MigrationException;
import dev.limbeck.revision.MigrationPlan;
import dev.limbeck.revision.RevisionStep;

/**
 * The database is behind the application, which may not upgrade it.
 *
 * @since 0.1.0
 */
public class PendingRevisionsException extends MigrationException {

	PendingRevisionsException(String message, String action) {
		super(message, action);
	}

	// Return what a database is refused with that is not up to date
	static MigrationException of(MigrationPlan<RevisionStep> plan, Collection<String> heads) {
		List<String> pending = plan.steps().stream().map((step) -> step.revision().id()).toList();
		if (pending.isEmpty()) {
			return new UnfinishedStepException(
					"A revision that runs outside a transaction was interrupted, or is running in another process. "
							+ "Nothing was run.",
					"Wait for the process that upgrades the database, or let one do so with "
							+ "migrations.on-startup=upgrade.");
		}
		return new PendingRevisionsException("The database is at " + HeadsText.describe(heads) + " and lacks "
				+ pending.size() + " revision" + ((pending.size() == 1) ? "" : "s") + " that this application needs: "
				+ HeadsText.abbreviate(pending) + ". Nothing was run, because migrations.on-startup is 'validate'.",
				"Upgrade the database first: run the deployment that does so, or start this application once with "
						+ "migrations.on-startup=upgrade.");
	}

}
