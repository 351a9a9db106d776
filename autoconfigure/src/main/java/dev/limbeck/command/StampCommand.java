package dev.limbeck.command;

import java.util.List;

import dev.limbeck.script.RevisionScripts;

/**
 * Sets the version table without running a revision.
 */
final class StampCommand {

	private final Environment environment;

	StampCommand(Environment environment) {
		this.environment = environment;
	}

	MigrationResult run(StampRequest request) {
		return MigrationResult.of(this.environment.runner()
			.stamp(this.environment.connections(), request.targets(), request.purge(),
					this.environment.arguments(request.arguments(), request.tag())));
	}

	PlanResult plan(StampRequest request) {
		RevisionScripts scripts = this.environment.load();
		List<String> rows = this.environment.readRows();
		return new PlanDescription(scripts).of(scripts.graph().planStamp(rows, request.targets(), request.purge()));
	}

}
