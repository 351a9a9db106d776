package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.limbeck.revision.Direction;
import dev.limbeck.revision.MigrationPlan;
import dev.limbeck.revision.MigrationStep;
import dev.limbeck.script.RevisionScripts;
import dev.limbeck.script.SqlRevision;

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

	RunPreparation(Connection connection, StateTables tables, MigrationSettings settings, RevisionScripts revisions,
			RunRequest request) {
		this.connection = connection;
		this.tables = tables;
		this.revisions = revisions;
		this.request = request;
		this.applied = new AppliedRevisions(connection, tables, settings.checksumMismatchPolicy());
	}

	PreparedRun prepare(DatabaseState state) throws SQLException {
		if (this.request.direction() != Direction.STAMP) {
			state.requireVersions(this.tables);
		}
		// To take an edited revision back is the way to run the edit
		boolean unedited = this.request.direction() != Direction.UPGRADE || this.applied.verify(this.revisions, state);
		MigrationPlan<? extends MigrationStep> plan = this.request.plan(this.revisions.graph(), state.rows());
		Map<String, UnfinishedStep> unfinished = (state.hasTables() && !this.request.purge())
				? UnfinishedStep.readAll(this.connection, this.tables) : Map.of();
		requireInPlan(plan, unfinished);
		requireReversible(plan, state);
		return new PreparedRun(plan, unfinished, unedited);
	}

	private void requireInPlan(MigrationPlan<? extends MigrationStep> plan, Map<String, UnfinishedStep> unfinished) {
		List<UnfinishedStep> others = new ArrayList<>(unfinished.values());
		others.removeIf((step) -> step.direction() == this.request.direction()
				&& plan.steps().stream().anyMatch((planned) -> Wording.id(planned).equals(step.revision())));
		for (UnfinishedStep other : others) {
			throw other.isNotPartOf(this.request.direction());
		}
	}

	private void requireReversible(MigrationPlan<? extends MigrationStep> plan, DatabaseState state) {
		if (this.request.direction() != Direction.DOWNGRADE) {
			return;
		}
		List<SqlRevision> irreversible = plan.steps()
			.stream()
			.map((step) -> this.revisions.get(Wording.id(step)))
			.filter((script) -> script.downgrade() == null)
			.toList();
		if (!irreversible.isEmpty()) {
			throw irreversible(irreversible, state);
		}
	}

	private static IrreversibleRevisionException irreversible(List<SqlRevision> scripts, DatabaseState state) {
		List<String> ids = scripts.stream().map((script) -> script.revision().id()).toList();
		List<String> names = scripts.stream()
			.map((script) -> script.revision().id() + " (" + script.file() + ")")
			.toList();
		boolean one = ids.size() == 1;
		return new IrreversibleRevisionException(ids,
				"The downgrade would have to take back " + (one ? "a revision that has" : "revisions that have")
						+ " no downgrade: " + String.join(", ", names) + ". Nothing was run; the database is at "
						+ Heads.describe(state.heads()) + ".",
				"Write what takes " + (one ? "it" : "them") + " back behind a line '-- migrate:downgrade' in "
						+ (one ? "the file" : "each file")
						+ " (with nothing behind it if there is nothing to do), or choose a target that keeps "
						+ (one ? "it" : "them") + ".");
	}

}
