package dev.limbeck.command;

import dev.limbeck.revision.DowngradeRequest;
import dev.limbeck.revision.MigrationResult;

/**
 * Takes revisions back.
 */
final class DowngradeCommand {

	private final Environment environment;

	DowngradeCommand(Environment environment) {
		this.environment = environment;
	}

	MigrationResult run(DowngradeRequest request) {
		return this.environment.runner().downgrade(this.environment.connections(), request);
	}

	PlanResult plan(DowngradeRequest request) {
		return new PlanDescription(this.environment.load())
			.of(this.environment.runner().planDowngrade(this.environment.connections(), request));
	}

	PlanResult print(DowngradeRequest request, Appendable out) {
		OfflineMode offline = new OfflineMode(this.environment, request.arguments(), request.tag());
		return offline.print(offline.scripts().graph().planOfflineDowngrade(request.target()), out);
	}

}
