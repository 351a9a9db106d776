package dev.limbeck.command;

/**
 * Upgrades.
 */
final class UpgradeCommand {

	private final Environment environment;

	UpgradeCommand(Environment environment) {
		this.environment = environment;
	}

	MigrationResult run(UpgradeRequest request) {
		return MigrationResult.of(this.environment.runner()
			.upgrade(this.environment.connections(), request.targets(),
					this.environment.arguments(request.arguments(), request.tag())));
	}

	PlanResult plan(UpgradeRequest request) {
		return new PlanDescription(this.environment.load())
			.of(this.environment.runner().planUpgrade(this.environment.connections(), request.targets()));
	}

	PlanResult print(UpgradeRequest request, Appendable out) {
		if (request.targets().size() != 1) {
			throw new InvalidRequestException("A script leads to one target, and there are " + request.targets(),
					"Name one target, such as 'heads' or 'from:to'.");
		}
		OfflineMode offline = new OfflineMode(this.environment,
				this.environment.arguments(request.arguments(), request.tag()));
		return offline.print(offline.scripts().graph().planOfflineUpgrade(request.targets().get(0)), out);
	}

}
