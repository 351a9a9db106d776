package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.revision.Direction;
import dev.limbeck.revision.MigrationException;
import dev.limbeck.revision.MigrationPlan;
import dev.limbeck.revision.MigrationStep;
import dev.limbeck.revision.RevisionStep;
import dev.limbeck.script.RevisionScript;
import dev.limbeck.script.RevisionScripts;

/**
 * Work out what a run does from what the database says, and refuse what could not be
 * carried out. Nothing is written.
 */
final class RunPreparation {

	private final Connection connection;

	private final StateTables tables;

	private final RevisionScripts revisions;

	private final RunRequest request;

	private final AppliedRevisions applied;

	RunPreparation(Connection connection, Dialect dialect, StateTables tables, MigrationSettings settings,
			RevisionScripts revisions, RunRequest request) {
		this.connection = connection;
		this.tables = tables;
		this.revisions = revisions;
		this.request = request;
		this.applied = new AppliedRevisions(connection, dialect, tables, settings.checksumMismatchPolicy());
	}

	/**
	 * Prepare a run.
	 * @param state the state of the database
	 * @return what is to be done
	 * @throws SQLException if the database cannot be asked
	 */
	PreparedRun prepare(DatabaseState state) throws SQLException {
		requireVersions(state);
		boolean unedited = !looksForEdits(state) || this.applied.verify(this.revisions, state.heads());
		MigrationPlan<? extends MigrationStep> plan = this.request.plan(this.revisions.graph(), state.rows());
		Map<String, UnfinishedStep> unfinished = readUnfinished(state);
		for (MigrationException obstacle : obstacles(plan, unfinished, state)) {
			throw obstacle;
		}
		return new PreparedRun(plan, unfinished, unedited);
	}

	/**
	 * Plan, and say what would stand in the way of a run.
	 * @param state the state of the database
	 * @return the plan
	 * @throws SQLException if the database cannot be asked
	 */
	MigrationPlan<RevisionStep> look(DatabaseState state) throws SQLException {
		requireVersions(state);
		MigrationPlan<? extends MigrationStep> plan = this.request.plan(this.revisions.graph(), state.rows());
		List<String> warnings = new ArrayList<>(plan.warnings());
		List<String> edited = looksForEdits(state) ? this.applied.findEdited(this.revisions, state.heads()) : List.of();
		if (!edited.isEmpty()) {
			warnings.add(AppliedRevisions.describe(edited));
		}
		obstacles(plan, readUnfinished(state), state).forEach((obstacle) -> warnings.add(obstacle.getMessage()));
		return new MigrationPlan<>(plan.steps().stream().map(RevisionStep.class::cast).toList(), plan.startHeads(),
				plan.finalHeads(), warnings);
	}

	private void requireVersions(DatabaseState state) {
		if (this.request.direction() != Direction.STAMP) {
			state.requireVersions(this.tables);
		}
	}

	// To take an edited revision back is the way to run the edit
	private boolean looksForEdits(DatabaseState state) {
		return this.request.direction() == Direction.UPGRADE && state.hasTables();
	}

	private Map<String, UnfinishedStep> readUnfinished(DatabaseState state) throws SQLException {
		return (state.hasTables() && !this.request.purge()) ? UnfinishedStep.readAll(this.connection, this.tables)
				: Map.of();
	}

	private List<MigrationException> obstacles(MigrationPlan<? extends MigrationStep> plan,
			Map<String, UnfinishedStep> unfinished, DatabaseState state) {
		List<MigrationException> obstacles = new ArrayList<>();
		for (UnfinishedStep step : unfinished.values()) {
			if (!isInPlan(step, plan)) {
				obstacles.add(step.isNotPartOf(this.request.direction()));
			}
		}
		List<RevisionScript> irreversible = findIrreversible(plan);
		if (!irreversible.isEmpty()) {
			obstacles.add(IrreversibleRevisionException.of(irreversible,
					"Nothing was run; the database is at " + Heads.describe(state.heads()) + "."));
		}
		return obstacles;
	}

	private boolean isInPlan(UnfinishedStep step, MigrationPlan<? extends MigrationStep> plan) {
		return step.direction() == this.request.direction()
				&& plan.steps().stream().anyMatch((planned) -> Wording.id(planned).equals(step.revision()));
	}

	private List<RevisionScript> findIrreversible(MigrationPlan<? extends MigrationStep> plan) {
		return (this.request.direction() == Direction.DOWNGRADE)
				? IrreversibleRevisionException.find(plan.steps(), this.revisions) : List.of();
	}

}
