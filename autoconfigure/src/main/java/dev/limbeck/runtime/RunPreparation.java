package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.revision.Direction;
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

	private final Dialect dialect;

	private final MigrationSettings settings;

	private final StateTables tables;

	private final RevisionScripts revisions;

	private final RunRequest request;

	private final AppliedRevisions applied;

	RunPreparation(Connection connection, Dialect dialect, StateTables tables, MigrationSettings settings,
			RevisionScripts revisions, RunRequest request) {
		this.connection = connection;
		this.dialect = dialect;
		this.settings = settings;
		this.tables = tables;
		this.revisions = revisions;
		this.request = request;
		this.applied = new AppliedRevisions(connection, tables, settings.checksumMismatchPolicy());
	}

	/**
	 * Prepare a run.
	 * @param state the state of the database
	 * @return what is to be done
	 * @throws SQLException if the database cannot be asked
	 */
	PreparedRun prepare(DatabaseState state) throws SQLException {
		requireVersions(state);
		boolean verified = verify(state);
		MigrationPlan<? extends MigrationStep> plan = plan(state);
		Map<String, UnfinishedStep> unfinished = readUnfinished(state);
		for (MigrationException obstacle : obstacles(plan, unfinished, state)) {
			throw obstacle;
		}
		return new PreparedRun(plan, unfinished, verified);
	}

	private boolean verify(DatabaseState state) throws SQLException {
		if (!looksForEdits(state)) {
			return true;
		}
		return this.request.missing() ? this.applied.verifyChecksums(this.revisions, state.heads())
				: this.applied.verify(this.revisions, state.heads());
	}

	private MigrationPlan<? extends MigrationStep> plan(DatabaseState state) throws SQLException {
		return this.request.missing()
				? this.revisions.graph().planMissing(state.rows(), this.request.targets(), findMissing(state))
				: this.request.plan(this.revisions.graph(), state.rows());
	}

	private List<String> findMissing(DatabaseState state) throws SQLException {
		return state.hasTables() ? this.applied.findMissing(this.revisions, state.heads()) : List.of();
	}

	/**
	 * Plan, and say what would stand in the way of a run.
	 * @param state the state of the database
	 * @return the plan
	 * @throws SQLException if the database cannot be asked
	 */
	MigrationPlan<RevisionStep> look(DatabaseState state) throws SQLException {
		requireVersions(state);
		MigrationPlan<? extends MigrationStep> plan = plan(state);
		List<String> warnings = new ArrayList<>(plan.warnings());
		List<String> edited = looksForEdits(state) ? this.applied.findEdited(this.revisions, state.heads()) : List.of();
		if (!edited.isEmpty()) {
			warnings.add(AppliedRevisions.describe(AppliedRevisions.names(edited, this.revisions)));
		}
		addMissing(state, warnings);
		List<MigrationException> obstacles = obstacles(plan, readUnfinished(state), state);
		obstacles.forEach((obstacle) -> warnings.add(obstacle.getMessage()));
		if (obstacles.stream().noneMatch(IrreversibleRevisionException.class::isInstance)) {
			ScriptCompiler compiler = new ScriptCompiler(this.dialect,
					this.request.arguments().addTo(this.settings.placeholders()));
			new PlanCompilation(compiler, this.revisions).failures(plan.steps())
				.forEach((failure) -> warnings.add(failure.problem()));
		}
		return new MigrationPlan<>(plan.steps().stream().map(RevisionStep.class::cast).toList(), plan.startHeads(),
				plan.finalHeads(), warnings);
	}

	private void addMissing(DatabaseState state, List<String> warnings) throws SQLException {
		List<String> missing = (looksForEdits(state) && !this.request.missing()) ? findMissing(state) : List.of();
		if (!missing.isEmpty()) {
			warnings.add(MissingRevisionsException.describe(AppliedRevisions.names(missing, this.revisions)) + " "
					+ MissingRevisionsException.advice(missing));
		}
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
			Map<String, UnfinishedStep> unfinished, DatabaseState state) throws SQLException {
		List<MigrationException> obstacles = new ArrayList<>();
		for (UnfinishedStep step : unfinished.values()) {
			if (!isInPlan(step, plan)) {
				obstacles.add(step.isNotPartOf(this.request.direction(), findMissing(state).contains(step.revision())));
			}
		}
		List<RevisionScript> irreversible = findIrreversible(plan);
		if (!irreversible.isEmpty()) {
			obstacles.add(IrreversibleRevisionException.of(irreversible, describe(state)));
		}
		List<String> missing = takesBackMissing(plan, state);
		if (!missing.isEmpty()) {
			obstacles.add(MissingRevisionsException.downgrade(missing, AppliedRevisions.names(missing, this.revisions),
					describe(state)));
		}
		return obstacles;
	}

	private static String describe(DatabaseState state) {
		return "Nothing was run; the database is at " + HeadsText.describe(state.heads()) + ".";
	}

	private List<String> takesBackMissing(MigrationPlan<? extends MigrationStep> plan, DatabaseState state)
			throws SQLException {
		if (this.request.direction() != Direction.DOWNGRADE) {
			return List.of();
		}
		Set<String> planned = plan.steps().stream().map(MigrationStep::historyId).collect(Collectors.toSet());
		return findMissing(state).stream().filter(planned::contains).toList();
	}

	private boolean isInPlan(UnfinishedStep step, MigrationPlan<? extends MigrationStep> plan) {
		return step.direction() == this.request.direction()
				&& plan.steps().stream().anyMatch((planned) -> planned.historyId().equals(step.revision()));
	}

	private List<RevisionScript> findIrreversible(MigrationPlan<? extends MigrationStep> plan) {
		return (this.request.direction() == Direction.DOWNGRADE)
				? IrreversibleRevisionException.find(plan.steps(), this.revisions) : List.of();
	}

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

}
