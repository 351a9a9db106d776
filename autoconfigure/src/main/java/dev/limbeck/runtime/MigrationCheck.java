package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.revision.Direction;
import dev.limbeck.revision.Revision;
import dev.limbeck.script.RevisionScript;
import dev.limbeck.script.RevisionScripts;

/**
 * Look for everything that stands in the way of an upgrade, where a run stops at the
 * first. Nothing is written and nothing is locked.
 *
 * @since 0.1.0
 */
public final class MigrationCheck {

	// A revision that is at work may have locked the tables
	private static final Duration QUERY_TIMEOUT = Duration.ofSeconds(3);

	private final Dialect dialect;

	private final MigrationSettings settings;

	private final RevisionScripts revisions;

	/**
	 * Create a check.
	 * @param dialect how the database says it
	 * @param settings how to migrate
	 * @param revisions the revisions
	 */
	public MigrationCheck(Dialect dialect, MigrationSettings settings, RevisionScripts revisions) {
		this.dialect = dialect;
		this.settings = settings;
		this.revisions = revisions;
	}

	/**
	 * Look for scripts that cannot be run as they are written.
	 * @return what is wrong, in load order
	 */
	public List<MigrationException> scripts() {
		List<MigrationException> problems = new ArrayList<>();
		ScriptCompiler compiler = new ScriptCompiler(this.dialect, this.settings.placeholders());
		for (Revision revision : this.revisions.graph().revisions()) {
			RevisionScript script = this.revisions.get(revision.id());
			try {
				compiler.compileUpgrade(script);
				if (script.hasDowngrade()) {
					compiler.compileDowngrade(script);
				}
			}
			catch (MigrationException ex) {
				problems.add(ex);
			}
		}
		return problems;
	}

	/**
	 * Look for what is wrong in a database.
	 * @param connections where to take the connection from: one is used
	 * @return what is wrong; {@link PendingRevisionsException} if all that is wrong is
	 * that the database is behind
	 */
	public List<MigrationException> database(ConnectionSource connections) {
		List<MigrationException> problems = new ArrayList<>();
		try {
			problems.addAll(new DatabaseAccess(this.dialect, this.settings).use(connections, this::read));
		}
		catch (DatabaseAccessException ex) {
			problems.add(ex);
		}
		return problems;
	}

	/**
	 * Look for what a database has that is no fault of the revisions, and that somebody
	 * should know of.
	 * @param connections where to take the connection from: one is used
	 * @return a sentence for each thing
	 */
	public List<String> warnings(ConnectionSource connections) {
		try {
			return new DatabaseAccess(this.dialect, this.settings).use(connections,
					(connection) -> InvalidIndexes.find(connection, this.dialect).warnings());
		}
		catch (DatabaseAccessException ex) {
			return List.of();
		}
	}

	private List<MigrationException> read(Connection connection) throws SQLException {
		List<MigrationException> problems = new ArrayList<>();
		StateTables tables = StateTables.of(this.dialect, this.settings);
		DatabaseState state = DatabaseState.read(connection, this.dialect, tables, QUERY_TIMEOUT);
		collect(problems, () -> state.requireVersions(tables));
		collect(problems, () -> this.revisions.graph().appliedBy(state.heads()));
		if (!problems.isEmpty()) {
			return problems;
		}
		collect(problems, () -> requireNothingPending(state));
		if (state.hasTables()) {
			UnfinishedStep.readAll(connection, state.tables()).values().forEach((step) -> problems.add(describe(step)));
		}
		if (state.hasHistory()) {
			AppliedRevisions applied = new AppliedRevisions(connection, state.tables(),
					this.settings.checksumMismatchPolicy());
			collect(problems, () -> applied.verifyChecksums(this.revisions, state.heads()));
			List<String> missing = applied.findMissing(this.revisions, state.heads());
			if (!missing.isEmpty()) {
				problems.add(MissingRevisionsException.of(missing, AppliedRevisions.names(missing, this.revisions)));
			}
		}
		return problems;
	}

	private void requireNothingPending(DatabaseState state) {
		List<String> pending = this.revisions.graph()
			.planUpgrade(state.heads(), this.settings.target())
			.steps()
			.stream()
			.map((step) -> step.revision().id())
			.toList();
		if (!pending.isEmpty()) {
			throw new PendingRevisionsException(
					"The database is at " + HeadsText.describe(state.heads()) + " and lacks " + pending.size()
							+ " revision" + ((pending.size() == 1) ? "" : "s") + " that the target '"
							+ this.settings.target() + "' needs: " + HeadsText.abbreviate(pending) + ".",
					"Upgrade the database.");
		}
	}

	private static UnfinishedStepException describe(UnfinishedStep step) {
		return new UnfinishedStepException(
				"The " + StepText.describe(step.direction(), step.revision())
						+ (step.failed() ? " failed" : " is running, or was interrupted,") + " after " + step.progress()
						+ " of its statements, which run outside a transaction.",
				"If no process is at work on it, "
						+ ((step.direction() == Direction.UPGRADE) ? "upgrade the database" : "run the downgrade again")
						+ ", which goes on with it.");
	}

	private static void collect(List<MigrationException> problems, Verification verification) throws SQLException {
		try {
			verification.run();
		}
		catch (MigrationException ex) {
			problems.add(ex);
		}
	}

	/**
	 * Something that throws if it finds a problem.
	 */
	private interface Verification {

		void run() throws SQLException;

	}

}
