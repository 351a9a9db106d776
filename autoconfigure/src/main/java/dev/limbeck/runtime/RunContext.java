package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

import dev.limbeck.dialect.DdlWriter;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.MigrationSession;
import dev.limbeck.revision.MigrationStep;

/**
 * Where a run takes place.
 *
 * @param connection the one connection that does the work
 * @param dialect how the database says it
 * @param session the connection as a session that holds the lock
 * @param settings how to migrate
 * @param tables the version table and the history
 * @param scope whose transaction the steps are in
 * @param listeners who is told of the steps
 * @param trail how far the run has come
 * @param shutdown whether the process is told to end
 * @param blockers looks who blocks its statements
 */
record RunContext(Connection connection, Dialect dialect, MigrationSession session, MigrationSettings settings,
		StateTables tables, TransactionScope scope, Listeners listeners, RunTrail trail, ShutdownSignal shutdown,
		BlockerWatch blockers) {

	/**
	 * Return a call of a Java revision.
	 * @param program the revision
	 * @param step its step
	 * @param sink where its statements go
	 * @param state says what is left of the revision if it fails
	 * @return the call
	 */
	JavaRevisionRun run(ScriptInstance program, MigrationStep step, StatementSink<SQLException> sink,
			Supplier<String> state) {
		JavaRevisionContext online = JavaRevisionContext.online(program.revision().className(),
				this.listeners.arguments(), this.connection);
		return new JavaRevisionRun(program, step.direction(), this.dialect, this::ddlWriter, online, sink, state);
	}

	private DdlWriter ddlWriter() {
		try {
			return this.dialect.ddlWriter(this.connection.getMetaData().getDatabaseMajorVersion(),
					this.settings.operations().namingConvention());
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
