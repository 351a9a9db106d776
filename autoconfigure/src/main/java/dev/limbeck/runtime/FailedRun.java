package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;

/**
 * Finds out how a run ended that failed, and says so. A run that lost its connection, or
 * was cancelled, may have done everything nevertheless.
 *
 * @param dialect how the database says it
 * @param settings how to migrate
 * @param listeners who is told of the steps
 * @param trail how far the run has come
 * @param shutdown whether the process is told to end
 * @param passing whether the database goes away with the run, so that nobody is told
 */
record FailedRun(Dialect dialect, MigrationSettings settings, List<MigrationListener> listeners, RunTrail trail,
		ShutdownSignal shutdown, boolean passing) {

	private static final Log logger = HarmlessLog.of(MigrationRunner.class);

	// Under a name of its own: a command reports it itself
	private static final Log endings = HarmlessLog.of(FailedRun.class);

	/**
	 * Find out how work on a connection of its own ended, and give the connection up.
	 * @param <T> what comes of the work
	 * @param work the work
	 * @param failure its failure
	 * @param own its connection
	 * @return what comes of the work if all of it is done
	 * @throws SQLException the failure, if there is nothing more to say of it
	 */
	<T> T conclude(LockedWork<T> work, Exception failure, RunConnection own) throws SQLException {
		if (LostConnection.isCauseOf(failure, own.session(), this.dialect)) {
			own.giveUp();
			return conclude(work, report(failure, ask(own.source()), false));
		}
		try {
			return concludeAlive(work, failure, own.session());
		}
		finally {
			own.giveUp();
		}
	}

	/**
	 * Find out how work on a connection of the caller ended.
	 * @param <T> what comes of the work
	 * @param work the work
	 * @param failure its failure
	 * @param connection its connection
	 * @return what comes of the work if all of it is done
	 * @throws SQLException the failure, if there is nothing more to say of it
	 */
	<T> T conclude(LockedWork<T> work, Exception failure, Connection connection) throws SQLException {
		if (LostConnection.isCauseOf(failure, connection, this.dialect)) {
			return conclude(work,
					report(failure, ReconnectedState.nothing("the connection is not the run's own"), false));
		}
		return concludeAlive(work, failure, connection);
	}

	private <T> T concludeAlive(LockedWork<T> work, Exception failure, Connection connection) throws SQLException {
		if (LostConnection.isCancellation(failure, this.shutdown, this.dialect)) {
			return conclude(work, report(failure, look(connection), true));
		}
		if (failure instanceof InterruptedRunException ending) {
			throw told(ending);
		}
		String rest = this.trail.restOfRelative();
		if (rest != null && failure instanceof MigrationException known) {
			known.addAdvice(rest);
		}
		if (failure instanceof SQLException database) {
			throw database;
		}
		throw (RuntimeException) failure;
	}

	private LossReport report(Exception failure, ReconnectedState finding, boolean cancelled) {
		return new LossReport(this.trail, finding, failure, cancelled, this.dialect);
	}

	private <T> T conclude(LockedWork<T> work, LossReport report) {
		Listeners told = new Listeners(this.listeners, work.arguments());
		report.confirmed().forEach((running) -> told.committed(running.progress()));
		T result = work.confirm(report);
		if (result != null) {
			return result;
		}
		MigrationException ending = report.exception();
		throw told(ending);
	}

	// Who is to report it may not get as far any more
	private MigrationException told(MigrationException ending) {
		if (this.shutdown.isGiven() && !this.passing) {
			endings.warn(ending.getMessage() + "\nWhat to do: " + ending.getAction());
		}
		return ending;
	}

	private ReconnectedState ask(ConnectionSource connections) {
		if (this.passing || !this.trail.isWorthAsking()) {
			return ReconnectedState.nothing("");
		}
		logger.warn("The connection to the database was lost; asking on a new one what became of the run");
		return new LostRunInspection(connections, this.dialect, this.settings, this.trail).find(this.shutdown);
	}

	// The lock is held still
	private ReconnectedState look(Connection connection) {
		String schema = this.trail.schema();
		if (schema == null || !this.trail.isWorthAsking()) {
			return ReconnectedState.nothing("");
		}
		try {
			return ReconnectedState.read(connection, this.dialect,
					StateTables.of(this.dialect, this.settings).in(schema), this.trail.row());
		}
		catch (SQLException ex) {
			return ReconnectedState.nothing(this.dialect.describe(ex).message());
		}
	}

}
