package dev.limbeck.command;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.runtime.ConnectionSource;
import dev.limbeck.runtime.MigrationRunner;
import dev.limbeck.runtime.MigrationSettings;
import dev.limbeck.runtime.MigrationStatus;
import dev.limbeck.runtime.RunResult;
import dev.limbeck.runtime.StatusReader;
import dev.limbeck.script.ScriptDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The migrations of one database.
 *
 * @since 0.1.0
 */
public final class Migrations {

	private final ConnectionSource connections;

	private final MigrationRunner runner;

	private @Nullable StatusReader statusReader;

	private final Dialect dialect;

	private final ScriptDirectory scripts;

	private final MigrationSettings settings;

	/**
	 * Create the migrations of a database. Nothing is read yet.
	 * @param connections the database
	 * @param dialect how the database says it
	 * @param scripts where the revisions are
	 * @param settings how to migrate
	 */
	public Migrations(ConnectionSource connections, Dialect dialect, ScriptDirectory scripts,
			MigrationSettings settings) {
		this.connections = connections;
		this.runner = new MigrationRunner(dialect, scripts, settings);
		this.dialect = dialect;
		this.scripts = scripts;
		this.settings = settings;
	}

	/**
	 * Run the revisions that the target needs and the database does not have.
	 * @return what was found and done
	 * @throws dev.limbeck.revision.MigrationException if anything stands in the way; the
	 * message says what state the database is in
	 */
	public RunResult upgrade() {
		return this.runner.upgrade(this.connections);
	}

	/**
	 * See that the database has everything that the target needs, and that no revision
	 * was edited after it had been applied. Nothing is written and nothing is locked.
	 * @return what was found
	 * @throws dev.limbeck.runtime.PendingRevisionsException if the database is behind
	 * @throws dev.limbeck.revision.MigrationException if anything else is wrong
	 */
	public RunResult validate() {
		return this.runner.validate(this.connections);
	}

	/**
	 * Read the state of the database and of the revisions. Nothing is written and nothing
	 * is locked.
	 * @return the state, also if the database cannot be reached
	 */
	public MigrationStatus status() {
		return statusReader().read(this.connections);
	}

	// Made when it is asked for: most starts do not need it
	private synchronized StatusReader statusReader() {
		StatusReader reader = this.statusReader;
		if (reader == null) {
			reader = new StatusReader(this.dialect, this.scripts, this.settings);
			this.statusReader = reader;
		}
		return reader;
	}

}
