package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.MigrationSession;
import dev.limbeck.revision.MigrationPlan;
import dev.limbeck.revision.RevisionStep;
import dev.limbeck.script.RevisionScripts;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * One upgrade with work to do: under the lock, read the state, plan, and run step by
 * step.
 */
final class UpgradeRun {

	private static final Log logger = LogFactory.getLog(MigrationRunner.class);

	private final Dialect dialect;

	private final MigrationSettings settings;

	private final RevisionScripts revisions;

	private final String fingerprint;

	private final ShutdownSignal shutdown = new ShutdownSignal();

	/**
	 * Create a run.
	 * @param dialect how the database says it
	 * @param settings how to migrate
	 * @param revisions the revisions
	 * @param fingerprint what to record with the last step
	 */
	UpgradeRun(Dialect dialect, MigrationSettings settings, RevisionScripts revisions, String fingerprint) {
		this.dialect = dialect;
		this.settings = settings;
		this.revisions = revisions;
		this.fingerprint = fingerprint;
	}

	UpgradeResult run(Connection connection, ConnectionSource connections, long start) throws SQLException {
		UpgradeResult result;
		try {
			result = run(connection, start);
		}
		catch (SQLException | RuntimeException ex) {
			discard(connection, connections, ex);
			throw ex;
		}
		finally {
			this.shutdown.ignore();
		}
		connections.discard(connection);
		return result;
	}

	private static void discard(Connection connection, ConnectionSource connections, Exception failure) {
		try {
			connections.discard(connection);
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
		}
	}

	private UpgradeResult run(Connection connection, long start) throws SQLException {
		MigrationSession session = this.dialect.openSession(connection, this.settings.schema(),
				this.settings.versionTable());
		StateTables tables = new StateTables(this.dialect, session.schema(), this.settings.versionTable(),
				this.settings.historyTable());
		LockWait wait = new LockWait(session, this.settings.lockWaitTimeout(), this.shutdown);
		if (!wait.acquire(() -> isReached(DatabaseState.read(connection, this.dialect, tables)))) {
			return upToDate(DatabaseState.read(connection, this.dialect, tables).heads(), start);
		}
		UpgradeResult result = runUnderLock(connection, tables, session, start);
		if (!session.unlock()) {
			logger.warn("A revision has released the lock of the migrations (such as by pg_advisory_unlock_all or "
					+ "DISCARD ALL), so another process may have been at work at the same time");
		}
		return result;
	}

	private boolean isReached(DatabaseState state) {
		return !state.isUnfinished() && this.revisions.graph().isUpToDate(state.heads(), this.settings.target());
	}

	private UpgradeResult runUnderLock(Connection connection, StateTables tables, MigrationSession session, long start)
			throws SQLException {
		DatabaseState state = DatabaseState.read(connection, this.dialect, tables);
		state.requireVersions(tables);
		boolean unedited = new AppliedRevisions(connection, this.dialect, tables,
				this.settings.checksumMismatchPolicy())
			.verify(this.revisions, state.heads());
		MigrationPlan<RevisionStep> plan = this.revisions.graph().planUpgrade(state.heads(), this.settings.target());
		Map<String, UnfinishedStep> unfinished = state.hasTables() ? UnfinishedStep.readAll(connection, tables)
				: Map.of();
		requireInPlan(plan, unfinished);
		if (plan.isEmpty()) {
			return upToDate(state.heads(), start);
		}
		List<CompiledScript> scripts = compile(plan);
		if (!state.hasTables()) {
			createTables(connection, tables, session.schema());
		}
		StepRunner runner = new StepRunner(connection, this.dialect, this.settings, tables, session, state.heads());
		runSteps(runner, plan.steps(), scripts, unfinished, unedited ? this.fingerprint : null);
		return done(plan, runner.heads(), start);
	}

	// All of them before the first one runs: a mistake in the last file stops no run half
	// way
	private List<CompiledScript> compile(MigrationPlan<RevisionStep> plan) {
		ScriptCompiler compiler = new ScriptCompiler(this.dialect, this.settings.placeholders());
		return plan.steps()
			.stream()
			.map((step) -> compiler.compileUpgrade(this.revisions.get(step.revision().id())))
			.toList();
	}

	private static void requireInPlan(MigrationPlan<RevisionStep> plan, Map<String, UnfinishedStep> unfinished) {
		Map<String, UnfinishedStep> others = new LinkedHashMap<>(unfinished);
		plan.steps().forEach((step) -> others.remove(step.revision().id()));
		for (UnfinishedStep other : others.values()) {
			throw new UnfinishedStepException(
					"Revision " + other.revision() + " was interrupted after " + other.progress()
							+ " of its statements, which ran outside a transaction, and the target does not need it. "
							+ "Nothing was run.",
					"Start an application that has this revision and upgrades to it, so that it is finished.");
		}
	}

	private void createTables(Connection connection, StateTables tables, String schema) throws SQLException {
		try {
			Transaction.run(connection, () -> {
				try (Statement statement = connection.createStatement()) {
					statement.execute(tables.createVersionTable());
					statement.execute(tables.createHistoryTable());
				}
			});
		}
		catch (SQLException ex) {
			if (this.dialect.isMissingPrivilege(ex)) {
				throw mayNotCreate(connection.getMetaData().getUserName(), schema, ex);
			}
			throw ex;
		}
	}

	private DatabaseAccessException mayNotCreate(String user, String schema, SQLException cause) {
		return new DatabaseAccessException(
				"The user '" + user + "' may not create the tables " + this.settings.versionTable() + " and "
						+ this.settings.historyTable() + " in the schema '" + schema + "': "
						+ this.dialect.describe(cause).message() + " (SQLSTATE " + cause.getSQLState()
						+ "). Nothing was run.",
				"Let the owner of the schema or of the database run: GRANT USAGE, CREATE ON SCHEMA "
						+ this.dialect.quote(schema) + " TO " + this.dialect.quote(user)
						+ "; or name another schema with migrations.version-table-schema.",
				cause);
	}

	private void runSteps(StepRunner runner, List<RevisionStep> steps, List<CompiledScript> scripts,
			Map<String, UnfinishedStep> unfinished, @Nullable String fingerprint) throws SQLException {
		UpgradeProgress progress = new UpgradeProgress(steps.size());
		for (int i = 0; i < steps.size(); i++) {
			RevisionStep step = steps.get(i);
			boolean last = (i == steps.size() - 1);
			requireGoingOn(runner, i, steps.size());
			progress.start(step);
			runner.run(step, scripts.get(i), unfinished.get(step.revision().id()), last ? fingerprint : null);
		}
		runner.complete();
	}

	private void requireGoingOn(StepRunner runner, int applied, int steps) throws SQLException {
		if (this.shutdown.isGiven()) {
			runner.complete();
			throw new InterruptedRunException("The process was told to end after " + applied + " of " + steps
					+ " revisions. The database is at " + Heads.describe(runner.heads()) + ".");
		}
	}

	private static UpgradeResult upToDate(Set<String> heads, long start) {
		Duration duration = Duration.ofNanos(System.nanoTime() - start);
		logger.info("Database is up to date at " + Heads.describe(heads) + " by the work of another process ("
				+ duration.toMillis() + " ms)");
		return new UpgradeResult(List.of(), List.copyOf(heads), duration);
	}

	private static UpgradeResult done(MigrationPlan<RevisionStep> plan, Set<String> heads, long start) {
		Duration duration = Duration.ofNanos(System.nanoTime() - start);
		List<String> applied = new ArrayList<>();
		plan.steps().forEach((step) -> applied.add(step.revision().id()));
		logger.info("Database was upgraded to " + Heads.describe(heads) + ": " + applied.size() + " revision"
				+ ((applied.size() == 1) ? "" : "s") + " applied (" + duration.toMillis() + " ms)");
		return new UpgradeResult(applied, List.copyOf(heads), duration);
	}

}
