package dev.limbeck.command;

import dev.limbeck.revision.Direction;
import dev.limbeck.revision.MigrationPlan;
import dev.limbeck.revision.MigrationStep;
import dev.limbeck.revision.RevisionStep;
import dev.limbeck.script.JavaRevision;
import dev.limbeck.script.RevisionScript;
import dev.limbeck.script.RevisionScripts;
import dev.limbeck.script.SqlBlock;
import dev.limbeck.script.SqlRevision;
import dev.limbeck.script.SqlSection;

/**
 * Describes a plan.
 */
final class PlanDescription {

	private final RevisionScripts scripts;

	private final RevisionEntries entries;

	PlanDescription(RevisionScripts scripts) {
		this.scripts = scripts;
		this.entries = RevisionEntries.of(scripts);
	}

	PlanResult of(MigrationPlan<? extends MigrationStep> plan) {
		return new PlanResult(plan.steps().stream().map(this::describe).toList(), plan.startHeads(), plan.finalHeads(),
				plan.warnings());
	}

	private PlannedStep describe(MigrationStep step) {
		if (step instanceof RevisionStep revisionStep) {
			return new PlannedStep(step.direction(), step.from(), step.to(), step.headsAfter(),
					isTransactional(revisionStep), this.entries.describe(revisionStep.revision()));
		}
		return new PlannedStep(step.direction(), step.from(), step.to(), step.headsAfter(), true, null);
	}

	private boolean isTransactional(RevisionStep step) {
		RevisionScript script = this.scripts.get(step.revision().id());
		if (script instanceof JavaRevision java) {
			return java.isTransactional();
		}
		SqlRevision sql = (SqlRevision) script;
		SqlSection section = (step.direction() == Direction.UPGRADE) ? sql.upgrade() : sql.downgrade();
		return section == null || section.blocks().stream().allMatch(SqlBlock::transactional);
	}

}
