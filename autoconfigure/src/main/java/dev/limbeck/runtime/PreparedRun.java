package dev.limbeck.runtime;

import java.util.List;
import java.util.Map;

import dev.limbeck.revision.MigrationPlan;
import dev.limbeck.revision.MigrationStep;

/**
 * What a run is going to do.
 *
 * @param plan the plan
 * @param unfinished what interrupted runs left of its steps, by revision
 * @param verified whether no applied revision was edited, or never run
 */
record PreparedRun(MigrationPlan<? extends MigrationStep> plan, Map<String, UnfinishedStep> unfinished,
		boolean verified) {

	List<? extends MigrationStep> steps() {
		return this.plan.steps();
	}

}
