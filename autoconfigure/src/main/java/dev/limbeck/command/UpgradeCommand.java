package dev.limbeck.command;

import dev.limbeck.failure.InvalidRequestException;
import dev.limbeck.revision.MigrationResult;
import dev.limbeck.revision.UpgradeRequest;

/**
 * Upgrades.
 */
final class UpgradeCommand {

	private final Environment environment;

	UpgradeCommand(Environment environment) {
		this.environment = environment;
	}

	MigrationResult run(UpgradeRequest request) {
		return this.environment.runner().upgrade(this.environment.connections(), request);
	}

	PlanResult plan(UpgradeRequest request) {
		return new PlanDescription(this.environment.load())
			.of(this.environment.runner().planUpgrade(this.environment.connections(), request));
	}

	PlanResult print(UpgradeRequest request, Appendable out) {
		if (request.targets().size() != 1) {
			throw new InvalidRequestException("A script leads to one target, and there are " + request.targets(),
					"Name one target, such as 'heads' or 'from:to'.");
		}
		if (request.missing()) {
			throw new InvalidRequestException("Which revisions are missing is known to the database only",
					"Run the upgrade on the database, or print a plan of it.");
		}
		OfflineMode offline = new OfflineMode(this.environment, request.arguments(), request.tag());
		return offline.print(offline.scripts().graph().planOfflineUpgrade(request.targets().get(0)), out);
	}

}
