package dev.limbeck.autogenerate.shadow;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.limbeck.autogenerate.shadow.ShadowContents.Found;
import dev.limbeck.dialect.UnsuitableDatabaseException;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.runtime.ConnectionSource;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * A database that is there for this. It is opened only if it is empty, or if its comment
 * says that a run before this one was using it and has not come to empty it, and that all
 * that is in it is what that run has made. A lock sees to it that there is one run at a
 * time.
 */
final class ExternalShadow extends OpenShadow {

	private static final Log logger = HarmlessLog.of(ExternalShadow.class);

	private static final String ADVICE = "The shadow database of migrations.autogenerate.shadow-url has what was "
			+ "installed in it and what the revisions make. Extensions and schemas that stand in it are kept: install "
			+ "there what a revision may not. Or compare with --from-database.";

	private static final String LEFTOVER = "The next run empties it.";

	// The ASCII codes of "limbshdw"
	private static final long LOCK = 0x6c696d6273686477L;

	private static final String OWN_DATABASE = "pg_catalog.pg_database WHERE datname OPERATOR(pg_catalog.=) "
			+ "pg_catalog.current_database()";

	private final Connection lock;

	private final Removal removal;

	private ShadowMarker mark;

	private ExternalShadow(ConnectionSource shadow, String name, Connection lock, ShadowMarker mark) {
		super(shadow, "shadow database " + name, ADVICE);
		this.lock = lock;
		this.mark = mark;
		this.removal = new Removal(description(), LEFTOVER, () -> {
		}, this::remove);
	}

	/**
	 * Open the database.
	 * @param shadow the connections to it
	 * @param application the connections to the database that it must not be
	 * @return the database
	 */
	static ShadowDatabase open(ConnectionSource shadow, @Nullable ConnectionSource application) {
		try {
			Connection lock = shadow.open();
			try {
				new PostgresqlDialect().requireSupported(lock);
				return open(shadow, application, lock);
			}
			catch (SQLException | RuntimeException ex) {
				lock.close();
				throw ex;
			}
		}
		catch (UnsuitableDatabaseException ex) {
			throw new ShadowDatabaseException(String.valueOf(ex.getMessage()), ex.getAction(), ex);
		}
		catch (SQLException ex) {
			throw ShadowDatabaseException.notUsable(ex);
		}
	}

	private static ShadowDatabase open(ConnectionSource shadow, @Nullable ConnectionSource application, Connection lock)
			throws SQLException {
		DatabaseIdentity identity = DatabaseIdentity.of(lock);
		if (application != null && identity.equals(identityIfReachable(application))) {
			throw ShadowDatabaseException.sameDatabase(identity.name());
		}
		requireOwner(lock, identity.name());
		takeLock(lock, identity.name());
		try (Connection connection = shadow.open()) {
			connection.setAutoCommit(true);
			ShadowMarker mark = prepare(connection, identity.name());
			ExternalShadow opened = new ExternalShadow(shadow, identity.name(), lock, mark);
			return opened.removal.of(() -> opened);
		}
	}

	// The revisions are run in the shadow so that the database itself is not needed
	private static @Nullable DatabaseIdentity identityIfReachable(ConnectionSource application) {
		try (Connection connection = application.open()) {
			return DatabaseIdentity.of(connection);
		}
		catch (SQLException | MigrationException ex) {
			logger.debug("The configured database cannot be asked whether it is the shadow database", ex);
			return null;
		}
	}

	private static void requireOwner(Connection connection, String name) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(
						"SELECT pg_catalog.pg_has_role(datdba, 'USAGE'), current_user FROM " + OWN_DATABASE)) {
			row.next();
			if (!row.getBoolean(1)) {
				throw ShadowDatabaseException.notOwned(name, row.getString(2));
			}
		}
	}

	// One of a transaction, since a pooler may give the session to others in between
	private static void takeLock(Connection connection, String name) throws SQLException {
		connection.setAutoCommit(false);
		try (Statement statement = connection.createStatement()) {
			try (ResultSet row = statement.executeQuery("SELECT pg_catalog.pg_try_advisory_xact_lock(" + LOCK + ")")) {
				row.next();
				if (!row.getBoolean(1)) {
					throw ShadowDatabaseException.inUse(name);
				}
			}
			// After the query, whose snapshot the driver's portal keeps until the next
			// statement: CREATE INDEX CONCURRENTLY in a revision would wait for it
			// forever
			statement.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
		}
	}

	private static ShadowMarker prepare(Connection connection, String name) throws SQLException {
		ShadowContents contents = new ShadowContents(connection);
		ShadowMarker left = ShadowMarker.read(connection);
		requireNothingForeign(contents, (left != null) ? left : ShadowMarker.of(connection));
		if (left != null) {
			requireOwn(contents, left);
			logger.info("Emptying the shadow database " + name + ", which a run that was killed had left filled.");
			contents.empty(left);
			ShadowMarker mark = left.owning(Set.of());
			mark.set(connection);
			return mark;
		}
		List<String> objects = contents.objects();
		if (!objects.isEmpty()) {
			throw ShadowDatabaseException.notEmpty(name, objects);
		}
		ShadowMarker mark = ShadowMarker.of(connection);
		mark.set(connection);
		return mark;
	}

	// It could neither be told from what the revisions make, nor be dropped
	private static void requireNothingForeign(ShadowContents contents, ShadowMarker mark) throws SQLException {
		List<Found> foreign = contents.foreign(mark);
		if (!foreign.isEmpty()) {
			throw ShadowDatabaseException.foreign(mark.database(), foreign);
		}
	}

	// Somebody may have gone on with the database since, or restored it from a dump with
	// its comment
	private static void requireOwn(ShadowContents contents, ShadowMarker left) throws SQLException {
		Map<String, String> others = contents.droppable(left);
		others.keySet().removeAll(left.own());
		if (!others.isEmpty()) {
			throw ShadowDatabaseException.notOwn(left.database(), List.copyOf(others.values()));
		}
	}

	/**
	 * Return where connections come from. What is there before one is opened was made by
	 * those before it, and is recorded.
	 */
	@Override
	public ConnectionSource connections() {
		ConnectionSource connections = super.connections();
		return new ConnectionSource() {

			@Override
			public Connection open() throws SQLException {
				try (Connection connection = connections.open()) {
					connection.setAutoCommit(true);
					requireNothingForeign(new ShadowContents(connection), ExternalShadow.this.mark);
					ExternalShadow.this.record(connection);
				}
				return connections.open();
			}

			@Override
			public void discard(Connection connection) throws SQLException {
				connections.discard(connection);
			}

		};
	}

	@Override
	public void record() {
		try (Connection connection = super.connections().open()) {
			connection.setAutoCommit(true);
			record(connection);
		}
		catch (SQLException ex) {
			logger.debug("What is in the " + description() + " cannot be recorded", ex);
		}
	}

	private synchronized void record(Connection connection) throws SQLException {
		ShadowMarker now = this.mark.owning(new ShadowContents(connection).droppable(this.mark).keySet());
		if (!now.own().equals(this.mark.own())) {
			now.set(connection);
			this.mark = now;
		}
	}

	@Override
	protected Removal removal() {
		return this.removal;
	}

	private void remove() {
		try (Connection held = this.lock; Connection connection = super.connections().open()) {
			connection.setAutoCommit(true);
			endStatements(held, connection);
			record(connection);
			ShadowContents contents = new ShadowContents(connection);
			contents.empty(this.mark);
			List<Found> foreign = contents.foreign(this.mark);
			if (!foreign.isEmpty()) {
				logger.warn("What another role has put into the " + description() + " is still there: "
						+ ShadowDatabaseException.enumerateForeign(foreign) + ". "
						+ ShadowDatabaseException.keepingOut(this.mark.database(), foreign));
			}
			this.mark.reset(connection);
			held.rollback();
		}
		catch (SQLException ex) {
			logger.warn("The " + description() + " could not be emptied: " + ShadowDatabaseException.describe(ex) + ". "
					+ LEFTOVER);
		}
	}

	// A process that is told to end may be in the middle of a revision, whose locks the
	// emptying would wait for
	private static void endStatements(Connection held, Connection connection) throws SQLException {
		try (Statement asking = held.createStatement(); Statement statement = connection.createStatement()) {
			int pid;
			try (ResultSet row = asking.executeQuery("SELECT pg_catalog.pg_backend_pid()")) {
				row.next();
				pid = row.getInt(1);
			}
			statement.execute("SELECT pg_catalog.pg_terminate_backend(pid, 5000) FROM "
					+ "pg_catalog.pg_stat_activity WHERE datname OPERATOR(pg_catalog.=) pg_catalog.current_database() "
					+ "AND usename OPERATOR(pg_catalog.=) current_user "
					+ "AND pid OPERATOR(pg_catalog.<>) ALL (ARRAY[pg_catalog.pg_backend_pid(), " + pid + "])");
		}
	}

	/**
	 * Which database of which server it is, under whatever name it was reached.
	 *
	 * @param started when the server was started, to the microsecond
	 * @param oid the number of the database
	 * @param name its name
	 */
	private record DatabaseIdentity(String started, long oid, String name) {

		static DatabaseIdentity of(Connection connection) throws SQLException {
			try (Statement statement = connection.createStatement();
					ResultSet row = statement.executeQuery(
							"SELECT EXTRACT(epoch FROM pg_catalog.pg_postmaster_start_time())::pg_catalog.text, "
									+ "oid::pg_catalog.int8, datname FROM " + OWN_DATABASE)) {
				row.next();
				return new DatabaseIdentity(row.getString(1), row.getLong(2), row.getString(3));
			}
		}

	}

}
