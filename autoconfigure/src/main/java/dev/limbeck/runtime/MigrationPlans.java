package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.revision.MigrationPlan;
import dev.limbeck.revision.RevisionStep;
import dev.limbeck.script.ScriptDirectory;

/**
 * Read where a database is and what a run would do. Nothing is written and nothing is
 * locked.
 */
final class MigrationPlans {

	private final Dialect dialect;

	private final ScriptDirectory scripts;

	private final MigrationSettings settings;

	private final StateTables tables;

	MigrationPlans(Dialect dialect, ScriptDirectory scripts, MigrationSettings settings) {
		this.dialect = dialect;
		this.scripts = scripts;
		this.settings = settings;
		this.tables = StateTables.of(dialect, settings);
	}

	List<String> readHeads(Connection connection) throws SQLException {
		return DatabaseState.read(connection, this.dialect, this.tables).rows();
	}

	MigrationPlan<RevisionStep> plan(Connection connection, RunRequest request) throws SQLException {
		DatabaseState state = DatabaseState.read(connection, this.dialect, this.tables);
		return new RunPreparation(connection, this.dialect, state.tables(), this.settings, this.scripts.load(), request)
			.look(state);
	}

}
