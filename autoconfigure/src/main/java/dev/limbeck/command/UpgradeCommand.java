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

}
