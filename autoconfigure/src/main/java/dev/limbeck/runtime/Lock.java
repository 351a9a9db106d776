package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.MigrationSession;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;

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
		T result;
		try {
			MigrationSession session = this.dialect.openSession(connection, this.settings.schema(),
					this.settings.versionTable());
			result = hold(connection, session, work, shutdown);
		}
		catch (SQLException | RuntimeException | Error ex) {
			discard(connection, connections, ex);
			throw ex;
		}
		finally {
			shutdown.ignore();
		}
		connections.discard(connection);
		return result;
	}

	private static void discard(Connection connection, ConnectionSource connections, Throwable failure) {
		try {
			connections.discard(connection);
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
		}
	}

	// Work on a connection of the caller and leave it as it was. If a transaction is open
	// there, the lock ends with it
	<T> T holdOn(Connection connection, LockedWork<T> work) throws SQLException {
		ShutdownSignal shutdown = new ShutdownSignal();
		MigrationSession session = this.dialect.borrowSession(connection, this.settings.schema(),
				this.settings.versionTable());
		try {
			T result = hold(connection, session, work, shutdown);
			restore(connection, session);
			return result;
		}
		catch (SQLException | RuntimeException ex) {
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

	private static void restore(Connection connection, MigrationSession session) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			for (String sql : session.restore()) {
				statement.execute(sql);
			}
		}
	}

	private <T> T hold(Connection connection, MigrationSession session, LockedWork<T> work, ShutdownSignal shutdown)
			throws SQLException {
		StateTables tables = new StateTables(this.dialect, session.schema(), this.settings.versionTable(),
				this.settings.historyTable());
		RunContext context = new RunContext(connection, this.dialect, session, this.settings, tables,
				scope(connection, work), new Listeners(this.listeners, work.arguments()));
		LockWait wait = new LockWait(session, this.settings.lockWaitTimeout(), shutdown);
		if (!wait.acquire(() -> work.isReached(read(context)))) {
			return work.reached(read(context));
		}
		T result = work.run(context, shutdown);
		if (!session.unlock()) {
			logger.warn("A revision has released the lock of the migrations (such as by pg_advisory_unlock_all or "
					+ "DISCARD ALL), so another process may have been at work at the same time");
		}
		return result;
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
