package dev.limbeck.command;

import java.util.List;

import dev.limbeck.failure.InvalidRequestException;
import dev.limbeck.revision.MigrationPlan;
import dev.limbeck.revision.MigrationResult;
import dev.limbeck.revision.StampRequest;
import dev.limbeck.revision.StampStep;
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
		return this.environment.runner().stamp(this.environment.connections(), request);
	}

	PlanResult plan(StampRequest request) {
		RevisionScripts scripts = this.environment.load();
		List<String> rows = this.environment.readRows();
		return new PlanDescription(scripts).of(scripts.graph().planStamp(rows, request.targets(), request.purge()));
	}

	PlanResult print(StampRequest request, Appendable out) {
		OfflineMode offline = new OfflineMode(this.environment, request.arguments(), request.tag());
		MigrationPlan<StampStep> plan = offline.scripts().graph().planOfflineStamp(request.targets());
		if (!request.purge()) {
			return offline.print(plan, out);
		}
		if (!plan.startHeads().isEmpty()) {
			throw new InvalidRequestException("A stamp that purges starts from nothing, and a range was given",
					"Leave out the part before the colon, or the purge.");
		}
		return offline.printPurge(plan, out);
	}

}
