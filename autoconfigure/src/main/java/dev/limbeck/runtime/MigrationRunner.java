package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.ServerError;
import dev.limbeck.dialect.UnsuitableDatabaseException;
import dev.limbeck.script.RevisionScripts;
import dev.limbeck.script.ScriptDirectory;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Bring a database to the target.
 * <p>
 * A run that has nothing to do reads the state of the database in one statement and ends.
 * Otherwise it takes the lock, reads again, and only then plans.
 *
 * @since 0.1.0
 */
public final class MigrationRunner {

	private static final Log logger = LogFactory.getLog(MigrationRunner.class);

	private final Dialect dialect;

	private final ScriptDirectory scripts;

	private final MigrationSettings settings;

	/**
	 * Create a runner. Nothing is read yet.
	 * @param dialect how the database says it
	 * @param scripts where the revisions are
	 * @param settings how to migrate
	 */
	public MigrationRunner(Dialect dialect, ScriptDirectory scripts, MigrationSettings settings) {
		this.dialect = dialect;
		this.scripts = scripts;
		this.settings = settings;
	}

	/**
	 * Run the revisions that the target needs and the database does not have.
	 * @param connections where to take the connection from: one is used
	 * @return what was found and done
	 * @throws dev.limbeck.revision.MigrationException if anything stands in the way; the
	 * message says what state the database is in
	 */
	public UpgradeResult upgrade(ConnectionSource connections) {
		return look(connections, true);
	}

	/**
	 * See that the database has everything that the target needs, and that no revision
	 * was edited after it had been applied. Nothing is written and nothing is locked.
	 * @param connections where to take the connection from: one is used
	 * @return what was found
	 * @throws PendingRevisionsException if the database is behind
	 * @throws dev.limbeck.revision.MigrationException if anything else is wrong
	 */
	public UpgradeResult validate(ConnectionSource connections) {
		return look(connections, false);
	}

	// Most starts find nothing to do and end here, so this way has no lambdas, whose
	// classes would be made each time
	private UpgradeResult look(ConnectionSource connections, boolean upgrade) {
		try (Connection connection = connections.open()) {
			this.dialect.requireSupported(connection);
			boolean autoCommit = connection.getAutoCommit();
			connection.setAutoCommit(true);
			long start = System.nanoTime();
			String fingerprint = fingerprint(this.scripts.fingerprint());
			DatabaseState state = DatabaseState.read(connection, this.dialect, tables());
			UpgradeResult result = state.isLeftBy(fingerprint) ? upToDate(state, start)
					: compare(state, fingerprint, connection, connections, upgrade, start);
			if (!autoCommit && !connection.isClosed()) {
				connection.setAutoCommit(false);
			}
			return result;
		}
		catch (UnsuitableDatabaseException ex) {
			throw new DatabaseAccessException(String.valueOf(ex.getMessage()), ex.getAction());
		}
		catch (SQLException ex) {
			throw accessFailed(ex);
		}
	}

	private UpgradeResult compare(DatabaseState state, String fingerprint, Connection connection,
			ConnectionSource connections, boolean upgrade, long start) throws SQLException {
		state.requireVersions(tables());
		RevisionScripts revisions = this.scripts.load();
		if (upgrade && !isUpToDate(revisions, state)) {
			return new UpgradeRun(this.dialect, this.settings, revisions, fingerprint).run(connection, connections,
					start);
		}
		requireUpToDate(revisions, state);
		checks(connection).verify(revisions, state.heads());
		return upToDate(state, start);
	}

	private boolean isUpToDate(RevisionScripts revisions, DatabaseState state) {
		return !state.isUnfinished() && revisions.graph().isUpToDate(state.heads(), this.settings.target());
	}

	private void requireUpToDate(RevisionScripts revisions, DatabaseState state) {
		if (isUpToDate(revisions, state)) {
			return;
		}
		List<String> pending = revisions.graph()
			.planUpgrade(state.heads(), this.settings.target())
			.steps()
			.stream()
			.map((step) -> step.revision().id())
			.toList();
		if (pending.isEmpty()) {
			throw new UnfinishedStepException(
					"A revision that runs outside a transaction was interrupted, or is running in another process. "
							+ "Nothing was run.",
					"Wait for the process that upgrades the database, or let one do so with "
							+ "migrations.on-startup=upgrade.");
		}
		throw new PendingRevisionsException(
				"The database is at " + Heads.describe(state.heads()) + " and lacks " + pending.size() + " revision"
						+ ((pending.size() == 1) ? "" : "s") + " that this application needs: "
						+ Heads.abbreviate(pending) + ". Nothing was run, because migrations.on-startup is 'validate'.",
				"Upgrade the database first: run the deployment that does so, or start this application once with "
						+ "migrations.on-startup=upgrade.");
	}

	private UpgradeResult upToDate(DatabaseState state, long start) {
		Duration duration = Duration.ofNanos(System.nanoTime() - start);
		logger.info("Database is up to date at " + Heads.describe(state.heads()) + "; nothing to do ("
				+ duration.toMillis() + " ms)");
		return new UpgradeResult(List.of(), List.copyOf(state.heads()), duration);
	}

	private AppliedRevisions checks(Connection connection) {
		return new AppliedRevisions(connection, this.dialect, tables(), this.settings.checksumMismatchPolicy());
	}

	private StateTables tables() {
		return new StateTables(this.dialect, this.settings.schema(), this.settings.versionTable(),
				this.settings.historyTable());
	}

	// What a run completes: all the files, up to a target
	private String fingerprint(String files) {
		return files + " " + this.settings.target();
	}

	private DatabaseAccessException accessFailed(SQLException ex) {
		ServerError error = this.dialect.describe(ex);
		return new DatabaseAccessException(
				"The migrations cannot work with the database: " + error.message() + " (SQLSTATE " + error.sqlState()
						+ ")",
				"See that the database runs and can be reached from here, and that the user may connect, use the "
						+ "schema and write to the tables " + this.settings.versionTable() + " and "
						+ this.settings.historyTable() + ". "
						+ "If the schema is another, name it with migrations.version-table-schema. What was committed "
						+ "before stays; the next start goes on from there.",
				ex);
	}

}
