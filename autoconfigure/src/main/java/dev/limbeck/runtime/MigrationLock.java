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
final class MigrationLock {

	private static final Log logger = HarmlessLog.of(MigrationRunner.class);

	private final Dialect dialect;

	private final MigrationSettings settings;

	private final List<MigrationListener> listeners;

	private final boolean passing;

	MigrationLock(Dialect dialect, MigrationSettings settings, List<MigrationListener> listeners) {
		this(dialect, settings, listeners, false);
	}

	MigrationLock(Dialect dialect, MigrationSettings settings, List<MigrationListener> listeners, boolean passing) {
		this.dialect = dialect;
		this.settings = settings;
		this.listeners = listeners;
		this.passing = passing;
	}

	// Work on a connection and give it up
	<T> T hold(Connection connection, ConnectionSource connections, LockedWork<T> work) throws SQLException {
		RunConnection own = RunConnection.of(connection, connections);
		ShutdownSignal shutdown = new ShutdownSignal(this.passing);
		RunTrail trail = new RunTrail();
		T result;
		try {
			MigrationSession session = this.dialect.openSession(own.session(), this.settings.schema(),
					this.settings.versionTable(), this.settings.sessionTimeouts());
			result = holdWatched(own.session(), session, connections, work, shutdown, trail);
		}
		catch (SQLException | RuntimeException ex) {
			return failedRun(trail, shutdown).conclude(work, ex, own);
		}
		catch (Error ex) {
			own.giveUp();
			throw ex;
		}
		finally {
			shutdown.ignore();
		}
		discard(own);
		return result;
	}

	private static void discard(RunConnection own) {
		try {
			own.discard();
		}
		catch (SQLException ex) {
			logger.warn("Everything is done, but the connection of the migrations could not be given up", ex);
		}
	}

	private FailedRun failedRun(RunTrail trail, ShutdownSignal shutdown) {
		return new FailedRun(this.dialect, this.settings, this.listeners, trail, shutdown, this.passing);
	}

	// Work on a connection of the caller and leave it as it was. If a transaction is open
	// there, the lock ends with it
	<T> T holdOn(Connection connection, LockedWork<T> work) throws SQLException {
		ShutdownSignal shutdown = new ShutdownSignal(this.passing);
		RunTrail trail = new RunTrail();
		MigrationSession session = this.dialect.borrowSession(connection, this.settings.schema(),
				this.settings.versionTable());
		try {
			T result = holdWatched(connection, session, null, work, shutdown, trail);
			restoreAfterWork(connection, session);
			return result;
		}
		catch (SQLException | RuntimeException ex) {
			try {
				T result = failedRun(trail, shutdown).conclude(work, ex, connection);
				giveBack(connection, session, ex);
				return result;
			}
			catch (SQLException | RuntimeException ending) {
				giveBack(connection, session, ending);
				throw ending;
			}
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

	private <T> T holdWatched(Connection connection, MigrationSession session, @Nullable ConnectionSource others,
			LockedWork<T> work, ShutdownSignal shutdown, RunTrail trail) throws SQLException {
		try (BlockerWatch blockers = new BlockerWatch(session, others, this.settings.timeouts().lock())) {
			return hold(connection, session, blockers, work, shutdown, trail);
		}
	}

	private <T> T hold(Connection connection, MigrationSession session, BlockerWatch blockers, LockedWork<T> work,
			ShutdownSignal shutdown, RunTrail trail) throws SQLException {
		TransactionScope scope = scope(connection, work);
		trail.sessionIsOpen(session.schema(), scope);
		StateTables tables = StateTables.of(this.dialect, this.settings).in(session.schema());
		RunContext context = new RunContext(connection, this.dialect, session, this.settings, tables, scope,
				new Listeners(this.listeners, work.arguments()), trail, shutdown, blockers);
		shutdown.cancels(session);
		LockWait wait = new LockWait(session, this.settings.lockWaitTimeout(), shutdown);
		if (!wait.acquire(() -> work.isReached(read(context)))) {
			return work.reached(read(context));
		}
		T result = work.run(context);
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
				// It may have been cancelled
				session.unlock();
				return;
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
