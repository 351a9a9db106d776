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
 * @param unedited whether no applied revision was edited
 */
record PreparedRun(MigrationPlan<? extends MigrationStep> plan, Map<String, UnfinishedStep> unfinished,
		boolean unedited) {

	List<? extends MigrationStep> steps() {
		return this.plan.steps();
	}

}
