package dev.limbeck.runtime;

import java.sql.Connection;
import java.util.List;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.revision.DowngradeRequest;
import dev.limbeck.revision.MigrationResult;
import dev.limbeck.revision.StampRequest;
import dev.limbeck.revision.UpgradeRequest;
import dev.limbeck.script.ScriptDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Migrations on a connection of the caller, which stays open and gets its settings back.
 * <p>
 * If the connection is in autocommit mode, a run has its own transactions. If it is not,
 * a transaction of the caller is open, and everything becomes a part of it: the run
 * neither commits nor rolls back, the lock is held until the caller does, and revisions
 * with parts outside of transactions are refused before anything runs. After a failure
 * such a transaction can only be rolled back.
 *
 * @since 0.1.0
 * @see MigrationRunner#on(Connection)
 */
public final class MigrationContext {

	private final Connection connection;

	private final Dialect dialect;

	private final ScriptDirectory scripts;

	private final MigrationSettings settings;

	private final List<MigrationListener> listeners;

	MigrationContext(Connection connection, Dialect dialect, ScriptDirectory scripts, MigrationSettings settings,
			List<MigrationListener> listeners) {
		this.connection = connection;
		this.dialect = dialect;
		this.scripts = scripts;
		this.settings = settings;
		this.listeners = listeners;
	}

	/**
	 * Return the connection.
	 * @return the connection of the caller
	 */
	public Connection getConnection() {
		return this.connection;
	}

	/**
	 * Read the rows of the version table. Nothing is written.
	 * @return the rows in the order in which the database returns them; none if there is
	 * no table
	 * @throws DatabaseAccessException if they cannot be read
	 */
	public List<String> getCurrentHeads() {
		return access().on(this.connection, new MigrationPlans(this.dialect, this.scripts, this.settings)::readHeads);
	}

	/**
	 * Read the row of the version table.
	 * @return the revision, or {@code null} at base
	 * @throws SeveralRevisionsException if there are several rows
	 * @throws DatabaseAccessException if they cannot be read
	 */
	public @Nullable String getCurrentRevision() {
		List<String> heads = getCurrentHeads();
		if (heads.size() > 1) {
			throw new SeveralRevisionsException(heads);
		}
		return heads.isEmpty() ? null : heads.get(0);
	}

	/**
	 * Run the revisions that targets need and the database does not have.
	 * @param request the targets
	 * @return what was found and done
	 * @throws OpenTransactionException if a transaction is open and a revision has parts
	 * that must run outside of one
	 * @throws dev.limbeck.failure.MigrationException if anything else stands in the way
	 */
	public MigrationResult upgrade(UpgradeRequest request) {
		return run(RunRequest.of(request, this.settings.arguments()));
	}

	/**
	 * Take back the revisions that the database has above a target.
	 * @param request the target
	 * @return what was found and done
	 * @throws OpenTransactionException if a transaction is open and a revision has parts
	 * that must run outside of one
	 * @throws IrreversibleRevisionException if one of them cannot be taken back
	 * @throws dev.limbeck.failure.MigrationException if anything else stands in the way
	 */
	public MigrationResult downgrade(DowngradeRequest request) {
		return run(RunRequest.of(request, this.settings.arguments()));
	}

	/**
	 * Set the version table to targets without running a revision.
	 * @param request the targets
	 * @return what was found and done
	 * @throws dev.limbeck.failure.MigrationException if anything stands in the way
	 */
	public MigrationResult stamp(StampRequest request) {
		return run(RunRequest.of(request, this.settings.arguments()));
	}

	/**
	 * Create the version table and the history where they are missing.
	 * @return whether anything was missing
	 * @throws DatabaseAccessException if they cannot be created
	 */
	public boolean ensureVersion() {
		return access().on(this.connection, (connection) -> lock().holdOn(connection, new TableSetup()));
	}

	private MigrationResult run(RunRequest request) {
		long start = System.nanoTime();
		MigrationRun run = new MigrationRun(this.scripts.load(), request,
				request.fingerprint(this.scripts.fingerprint()), start);
		return access().on(this.connection, (connection) -> lock().holdOn(connection, run));
	}

	private MigrationLock lock() {
		return new MigrationLock(this.dialect, this.settings, this.listeners);
	}

	private DatabaseAccess access() {
		return new DatabaseAccess(this.dialect, this.settings);
	}

}
