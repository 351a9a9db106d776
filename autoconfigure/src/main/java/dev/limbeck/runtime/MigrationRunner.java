package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.UnsuitableDatabaseException;
import dev.limbeck.revision.Direction;
import dev.limbeck.revision.DowngradeRequest;
import dev.limbeck.revision.MigrationPlan;
import dev.limbeck.revision.MigrationResult;
import dev.limbeck.revision.RevisionStep;
import dev.limbeck.revision.StampRequest;
import dev.limbeck.revision.UpgradeRequest;
import dev.limbeck.script.RevisionScripts;
import dev.limbeck.script.ScriptDirectory;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Bring a database to a target, up or down.
 * <p>
 * An upgrade that has nothing to do reads the state of the database in one statement and
 * ends. Every other run takes the lock, reads again, and only then plans.
 *
 * @since 0.1.0
 */
public final class MigrationRunner {

	private static final Log logger = HarmlessLog.of(MigrationRunner.class);

	private final Dialect dialect;

	private final ScriptDirectory scripts;

	private final MigrationSettings settings;

	private final List<MigrationListener> listeners;

	private final boolean passing;

	/**
	 * Create a runner. Nothing is read yet.
	 * @param dialect how the database says it
	 * @param scripts where the revisions are
	 * @param settings how to migrate
	 */
	public MigrationRunner(Dialect dialect, ScriptDirectory scripts, MigrationSettings settings) {
		this(dialect, scripts, settings, List.of());
	}

	/**
	 * Create a runner. Nothing is read yet.
	 * @param dialect how the database says it
	 * @param scripts where the revisions are
	 * @param settings how to migrate
	 * @param listeners who is told of each step, in this order
	 */
	public MigrationRunner(Dialect dialect, ScriptDirectory scripts, MigrationSettings settings,
			List<MigrationListener> listeners) {
		this(dialect, scripts, settings, listeners, false);
	}

	private MigrationRunner(Dialect dialect, ScriptDirectory scripts, MigrationSettings settings,
			List<MigrationListener> listeners, boolean passing) {
		this.dialect = dialect;
		this.scripts = scripts;
		this.settings = settings;
		this.listeners = List.copyOf(listeners);
		this.passing = passing;
	}

	/**
	 * Return a runner for a database that goes away with what is done in it: what became
	 * of a run that did not come to its end is neither asked nor logged.
	 * @return the runner
	 */
	public MigrationRunner onPassingDatabase() {
		return new MigrationRunner(this.dialect, this.scripts, this.settings, this.listeners, true);
	}

	/**
	 * Run the revisions that the target of the settings needs and the database does not
	 * have.
	 * @param connections where to take the connection from: one is used
	 * @return what was found and done
	 * @throws dev.limbeck.failure.MigrationException if anything stands in the way; the
	 * message says what state the database is in
	 */
	public MigrationResult upgrade(ConnectionSource connections) {
		return look(connections, start(), true);
	}

	/**
	 * Run the revisions that targets need and the database does not have. A request for
	 * what is missing runs what counts as applied and was never run, and leaves the
	 * version table as it is.
	 * @param connections where to take the connection from: one is used
	 * @param request the targets
	 * @return what was found and done
	 * @throws dev.limbeck.failure.MigrationException if anything stands in the way
	 */
	public MigrationResult upgrade(ConnectionSource connections, UpgradeRequest request) {
		RunRequest run = RunRequest.of(request, this.settings.arguments());
		return request.missing() ? run(connections, run) : look(connections, run, true);
	}

	/**
	 * Record of applied revisions that they are as they should be: an edit changes
	 * nothing that matters, or what was never run is there already. Nothing is run.
	 * @param connections where to take the connection from: one is used
	 * @param targets the revisions
	 * @return what was recorded
	 * @throws NotAppliedException if one of them is not applied; nothing was recorded
	 * then
	 * @throws dev.limbeck.failure.MigrationException if anything else stands in the way
	 */
	public List<AcceptedRevision> accept(ConnectionSource connections, List<String> targets) {
		String start = start().fingerprint(this.scripts.fingerprint());
		Acceptance acceptance = new Acceptance(this.scripts.load(), targets, this.settings.target(), start);
		return access().use(connections, (connection) -> lock().hold(connection, connections, acceptance));
	}

	/**
	 * See that the database has everything that the target needs, and that no revision
	 * was edited after it had been applied. Nothing is written and nothing is locked.
	 * @param connections where to take the connection from: one is used
	 * @return what was found
	 * @throws PendingRevisionsException if the database is behind
	 * @throws dev.limbeck.failure.MigrationException if anything else is wrong
	 */
	public MigrationResult validate(ConnectionSource connections) {
		return look(connections, start(), false);
	}

	/**
	 * Take back the revisions that the database has above a target.
	 * @param connections where to take the connection from: one is used
	 * @param request the target
	 * @return what was found and done
	 * @throws IrreversibleRevisionException if one of them cannot be taken back; nothing
	 * was run then
	 * @throws dev.limbeck.failure.MigrationException if anything else stands in the way
	 */
	public MigrationResult downgrade(ConnectionSource connections, DowngradeRequest request) {
		return run(connections, RunRequest.of(request, this.settings.arguments()));
	}

	/**
	 * Set the version table to targets without running a revision, in one transaction. A
	 * request that purges also settles what interrupted runs have left.
	 * @param connections where to take the connection from: one is used
	 * @param request the targets
	 * @return what was found and done
	 * @throws dev.limbeck.failure.MigrationException if anything stands in the way
	 */
	public MigrationResult stamp(ConnectionSource connections, StampRequest request) {
		return run(connections, RunRequest.of(request, this.settings.arguments()));
	}

	/**
	 * Create the version table and the history where they are missing.
	 * @param connections where to take the connection from: one is used
	 * @return whether anything was missing
	 * @throws DatabaseAccessException if they cannot be created
	 */
	public boolean ensureVersion(ConnectionSource connections) {
		return access().use(connections, (connection) -> {
			DatabaseState state = DatabaseState.read(connection, this.dialect, tables());
			return !state.hasTables() && lock().hold(connection, connections, new TableSetup());
		});
	}

	/**
	 * Read the rows of the version table. Nothing is written.
	 * @param connections where to take the connection from: one is used
	 * @return the rows in the order in which the database returns them; none if there is
	 * no table
	 * @throws DatabaseAccessException if they cannot be read
	 */
	public List<String> readHeads(ConnectionSource connections) {
		return access().use(connections, plans()::readHeads);
	}

	/**
	 * Read what an upgrade would run. Nothing is written and nothing is locked.
	 * @param connections where to take the connection from: one is used
	 * @param request the targets
	 * @return the plan, with warnings of what would stand in its way: revisions that were
	 * edited or cannot be run as they are written, a step that was interrupted
	 * @throws dev.limbeck.failure.MigrationException if there is no plan
	 */
	public MigrationPlan<RevisionStep> planUpgrade(ConnectionSource connections, UpgradeRequest request) {
		return plan(connections, RunRequest.of(request, this.settings.arguments()));
	}

	/**
	 * Read what a downgrade would run. Nothing is written and nothing is locked.
	 * @param connections where to take the connection from: one is used
	 * @param request the target
	 * @return the plan, with warnings of what would stand in its way: revisions that have
	 * no downgrade, were never run or cannot be run as they are written, a step that was
	 * interrupted
	 * @throws dev.limbeck.failure.MigrationException if there is no plan
	 */
	public MigrationPlan<RevisionStep> planDowngrade(ConnectionSource connections, DowngradeRequest request) {
		return plan(connections, RunRequest.of(request, this.settings.arguments()));
	}

	private MigrationPlan<RevisionStep> plan(ConnectionSource connections, RunRequest request) {
		return access().use(connections, (connection) -> plans().plan(connection, request));
	}

	/**
	 * Return a context that works on a connection of the caller.
	 * @param connection the connection; it stays open, and its transaction, if one is
	 * open, is not ended
	 * @return the context
	 */
	public MigrationContext on(Connection connection) {
		return new MigrationContext(connection, this.dialect, this.scripts, this.settings, this.listeners);
	}

	private RunRequest start() {
		return RunRequest.upgrade(this.settings.target(), this.settings.arguments());
	}

	private MigrationResult run(ConnectionSource connections, RunRequest request) {
		return access().use(connections, (connection) -> {
			long start = System.nanoTime();
			return lock().hold(connection, connections, new MigrationRun(this.scripts.load(), request, null, start));
		});
	}

	// Most starts find nothing to do and end here, so this way has no lambdas, whose
	// classes would be made each time
	private MigrationResult look(ConnectionSource connections, RunRequest request, boolean upgrade) {
		try (Connection connection = connections.open()) {
			this.dialect.requireSupported(connection);
			boolean autoCommit = connection.getAutoCommit();
			connection.setAutoCommit(true);
			long start = System.nanoTime();
			String fingerprint = request.fingerprint(this.scripts.fingerprint());
			DatabaseState state = DatabaseState.read(connection, this.dialect, tables());
			MigrationResult result = (fingerprint != null && state.isLeftBy(fingerprint)) ? upToDate(state, start)
					: compare(state, request, fingerprint, connection, connections, upgrade, start);
			if (!autoCommit && !connection.isClosed()) {
				connection.setAutoCommit(false);
			}
			return result;
		}
		catch (UnsuitableDatabaseException ex) {
			throw DatabaseAccessException.of(ex);
		}
		catch (SQLException ex) {
			throw DatabaseAccessException.of(ex, this.dialect, this.settings);
		}
	}

	private MigrationResult compare(DatabaseState state, RunRequest request, @Nullable String fingerprint,
			Connection connection, ConnectionSource connections, boolean upgrade, long start) throws SQLException {
		state.requireVersions(tables());
		RevisionScripts revisions = this.scripts.load();
		boolean reached = request.isReached(revisions.graph(), state) && !isInterrupted(state, connection);
		if (upgrade && !reached) {
			return lock().hold(connection, connections, new MigrationRun(revisions, request, fingerprint, start));
		}
		if (!reached) {
			throw PendingRevisionsException.of(revisions.graph().planUpgrade(state.heads(), request.targets()),
					state.heads());
		}
		if (state.hasHistory()) {
			new AppliedRevisions(connection, state.tables(), this.settings.checksumMismatchPolicy()).verify(revisions,
					state.heads());
		}
		return upToDate(state, start);
	}

	private boolean isInterrupted(DatabaseState state, Connection connection) throws SQLException {
		return state.hasTables() && !UnfinishedStep.readAll(connection, state.tables()).isEmpty();
	}

	private MigrationResult upToDate(DatabaseState state, long start) {
		Duration duration = Duration.ofNanos(System.nanoTime() - start);
		logger.info("Database is up to date at " + HeadsText.describe(state.heads()) + "; nothing to do ("
				+ duration.toMillis() + " ms)");
		return new MigrationResult(Direction.UPGRADE, List.of(), List.copyOf(state.heads()), List.of(), duration);
	}

	private StateTables tables() {
		return StateTables.of(this.dialect, this.settings);
	}

	private MigrationLock lock() {
		return new MigrationLock(this.dialect, this.settings, this.listeners, this.passing);
	}

	private MigrationPlans plans() {
		return new MigrationPlans(this.dialect, this.scripts, this.settings);
	}

	private DatabaseAccess access() {
		return new DatabaseAccess(this.dialect, this.settings);
	}

}
