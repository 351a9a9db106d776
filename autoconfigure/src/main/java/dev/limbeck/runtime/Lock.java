package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.MigrationSession;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Do work under the lock of the migrations, on a connection that is given up afterwards,
 * or on one that the caller goes on using.
 */
final class Lock {

	private static final Log logger = HarmlessLog.of(MigrationRunner.class);

	private final Dialect dialect;

	private final MigrationSettings settings;

	private final List<MigrationListener> listeners;

	Lock(Dialect dialect, MigrationSettings settings, List<MigrationListener> listeners) {
		this.dialect = dialect;
		this.settings = settings;
		this.listeners = listeners;
	}

	// Work on a connection and give it up
	<T> T hold(Connection connection, ConnectionSource connections, LockedWork<T> work) throws SQLException {
		ShutdownSignal shutdown = new ShutdownSignal();
		RunTrail trail = new RunTrail();
		T result;
		try {
			MigrationSession session = this.dialect.openSession(connection, this.settings.schema(),
					this.settings.versionTable());
			result = hold(connection, session, work, shutdown, trail);
		}
		catch (SQLException | RuntimeException ex) {
			if (!LostConnection.isCauseOf(ex, connection, this.dialect)) {
				discard(connection, connections, ex);
				throw ex;
			}
			Aftermath.giveUp(connection, connections);
			return afterLoss(ex, connections, work, trail, shutdown);
		}
		catch (Error ex) {
			discard(connection, connections, ex);
			throw ex;
		}
		finally {
			shutdown.ignore();
		}
		discard(connection, connections, null);
		return result;
	}

	private static void discard(Connection connection, ConnectionSource connections, @Nullable Throwable failure) {
		try {
			connections.discard(connection);
		}
		catch (SQLException ex) {
			if (failure != null) {
				failure.addSuppressed(ex);
			}
			else {
				logger.warn("Everything is done, but the connection of the migrations could not be given up", ex);
			}
		}
	}

	// Return what comes of the work if all of it was done nevertheless
	private <T> T afterLoss(Exception failure, ConnectionSource connections, LockedWork<T> work, RunTrail trail,
			ShutdownSignal shutdown) {
		Finding finding = Finding.nothing("");
		if (trail.isWorthAsking()) {
			logger.warn("The connection to the database was lost; asking on a new one what became of the run");
			finding = new Aftermath(connections, this.dialect, this.settings, trail).find(shutdown);
		}
		return afterLoss(failure, finding, work, trail);
	}

	private <T> T afterLoss(Exception failure, Finding finding, LockedWork<T> work, RunTrail trail) {
		LossReport report = new LossReport(trail, finding, failure, this.dialect);
		Listeners told = new Listeners(this.listeners, work.arguments());
		report.confirmed().forEach((running) -> told.committed(running.progress()));
		T result = work.confirm(report);
		if (result == null) {
			throw report.exception();
		}
		return result;
	}

	// Work on a connection of the caller and leave it as it was. If a transaction is open
	// there, the lock ends with it
	<T> T holdOn(Connection connection, LockedWork<T> work) throws SQLException {
		ShutdownSignal shutdown = new ShutdownSignal();
		RunTrail trail = new RunTrail();
		MigrationSession session = this.dialect.borrowSession(connection, this.settings.schema(),
				this.settings.versionTable());
		try {
			T result = hold(connection, session, work, shutdown, trail);
			restoreAfterWork(connection, session);
			return result;
		}
		catch (SQLException | RuntimeException ex) {
			if (LostConnection.isCauseOf(ex, connection, this.dialect)) {
				return afterLoss(ex, Finding.nothing("the connection is not this run's own"), work, trail);
			}
			giveBack(connection, session, ex);
			throw ex;
		}
		finally {
			shutdown.ignore();
		}
	}

	// A transaction of the caller takes the settings and the lock along when it is rolled
	// back
	private static void giveBack(Connection connection, MigrationSession session, Exception failure) {
		try {
			if (connection.getAutoCommit()) {
				restore(connection, session);
				session.unlock();
			}
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
		}
	}

	private void restoreAfterWork(Connection connection, MigrationSession session) throws SQLException {
		try {
			restore(connection, session);
		}
		catch (SQLException ex) {
			if (!LostConnection.isCauseOf(ex, connection, this.dialect)) {
				throw ex;
			}
			logger.warn("Everything is done, but the connection was lost before it had its settings back", ex);
		}
	}

	private static void restore(Connection connection, MigrationSession session) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			for (String sql : session.restore()) {
				statement.execute(sql);
			}
		}
	}

	private <T> T hold(Connection connection, MigrationSession session, LockedWork<T> work, ShutdownSignal shutdown,
			RunTrail trail) throws SQLException {
		TransactionScope scope = scope(connection, work);
		trail.sessionIsOpen(session.schema(), scope);
		StateTables tables = new StateTables(this.dialect, session.schema(), this.settings.versionTable(),
				this.settings.historyTable());
		RunContext context = new RunContext(connection, this.dialect, session, this.settings, tables, scope,
				new Listeners(this.listeners, work.arguments()), trail);
		LockWait wait = new LockWait(session, this.settings.lockWaitTimeout(), shutdown);
		if (!wait.acquire(() -> work.isReached(read(context)))) {
			return work.reached(read(context));
		}
		T result = work.run(context, shutdown);
		unlock(connection, session);
		return result;
	}

	// Nothing is undone by a lost connection any more, and the lock goes with it
	private void unlock(Connection connection, MigrationSession session) throws SQLException {
		try {
			if (!session.unlock()) {
				logger.warn("A revision has released the lock of the migrations (such as by pg_advisory_unlock_all "
						+ "or DISCARD ALL), so another process may have been at work at the same time");
			}
		}
		catch (SQLException ex) {
			if (!LostConnection.isCauseOf(ex, connection, this.dialect)) {
				throw ex;
			}
			logger.warn("Everything is done, but the connection was lost before the lock of the migrations was "
					+ "released; the server releases it with the session: " + this.dialect.describe(ex).message());
		}
	}

	private static DatabaseState read(RunContext context) throws SQLException {
		return DatabaseState.read(context.connection(), context.dialect(), context.tables());
	}

	private TransactionScope scope(Connection connection, LockedWork<?> work) throws SQLException {
		if (!connection.getAutoCommit()) {
			return TransactionScope.CALLER;
		}
		boolean perRun = this.settings.transactionMode() == TransactionMode.PER_RUN;
		return (perRun || work.isAtomic()) ? TransactionScope.RUN : TransactionScope.STEP;
	}

}
