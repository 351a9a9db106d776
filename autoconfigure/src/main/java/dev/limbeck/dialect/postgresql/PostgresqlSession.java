package dev.limbeck.dialect.postgresql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.limbeck.dialect.Blocker;
import dev.limbeck.dialect.MigrationSession;
import dev.limbeck.dialect.SessionTimeouts;
import dev.limbeck.dialect.Timeouts;
import dev.limbeck.dialect.UnsuitableDatabaseException;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * A session of PostgreSQL with a session-level advisory lock on the connection that does
 * the work. A holder that dies takes its lock along, and not before its last statement
 * has ended. Waiters ask again and again instead of waiting in the server: a session that
 * waits there holds a snapshot, for which CREATE INDEX CONCURRENTLY would wait.
 */
final class PostgresqlSession implements MigrationSession {

	private static final Log logger = HarmlessLog.of(PostgresqlSession.class);

	private static final String STATE_QUERY = """
			SELECT pg_catalog.pg_backend_pid(), pg_catalog.pg_is_in_recovery(),
				pg_catalog.current_setting('transaction_read_only'),
				pg_catalog.current_setting('server_version_num')::pg_catalog.int4,
				COALESCE(?::pg_catalog.text, %s),
				pg_catalog.current_setting('standard_conforming_strings')
			""".formatted(StateSchema.ofOrNew("?::pg_catalog.text"));

	private static final String HOLDER_QUERY = """
			SELECT l.pid, a.application_name, a.client_addr, a.state, pg_catalog.date_trunc('second',
				pg_catalog.clock_timestamp() OPERATOR(pg_catalog.-) a.backend_start)
			FROM pg_catalog.pg_locks l
			LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid OPERATOR(pg_catalog.=) l.pid
			WHERE l.locktype OPERATOR(pg_catalog.=) 'advisory' AND l.granted
				AND l.objsubid OPERATOR(pg_catalog.=) 1
				AND l.database OPERATOR(pg_catalog.=) (SELECT d.oid FROM pg_catalog.pg_database d
					WHERE d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database())
				AND l.classid OPERATOR(pg_catalog.=) '%s'::pg_catalog.oid
				AND l.objid OPERATOR(pg_catalog.=) '%s'::pg_catalog.oid""";

	// A transaction that is prepared has the process 0
	private static final String BLOCKERS_QUERY = """
			SELECT b.pid, a.application_name, a.client_addr, a.state, pg_catalog.date_trunc('second',
				pg_catalog.clock_timestamp() OPERATOR(pg_catalog.-) a.xact_start), a.query
			FROM (SELECT DISTINCT pg_catalog.unnest(pg_catalog.pg_blocking_pids(?)) AS pid) b
			LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid OPERATOR(pg_catalog.=) b.pid
			ORDER BY a.xact_start, b.pid""";

	private static final String INVALID_PARAMETER_VALUE = "22023";

	private static final int LEAST_VERSION = 140000;

	private static final int FIRST_UNKNOWN_VERSION = 190000;

	private final Connection connection;

	private final int process;

	private final String schema;

	private final long key;

	private final boolean borrowed;

	private final boolean ofTransaction;

	private final PostgresqlSettings settings;

	private PostgresqlSession(Connection connection, State state, String versionTable, boolean borrowed,
			boolean ofTransaction, PostgresqlSettings settings) {
		this.connection = connection;
		this.process = state.process();
		this.schema = state.schema();
		this.key = key(state.schema(), versionTable);
		this.borrowed = borrowed;
		this.ofTransaction = ofTransaction;
		this.settings = settings;
	}

	static PostgresqlSession open(Connection connection, @Nullable String schema, String versionTable,
			SessionTimeouts timeouts) throws SQLException {
		connection.setReadOnly(false);
		State state = requireSuitable(connection, schema, versionTable, true);
		configure(connection, timeouts, state.serverVersion());
		return new PostgresqlSession(connection, state, versionTable, false, false,
				PostgresqlSettings.read(connection));
	}

	static PostgresqlSession borrow(Connection connection, @Nullable String schema, String versionTable)
			throws SQLException {
		boolean ofTransaction = !connection.getAutoCommit();
		State state = requireSuitable(connection, schema, versionTable, !ofTransaction);
		return new PostgresqlSession(connection, state, versionTable, true, ofTransaction,
				PostgresqlSettings.readBorrowed(connection));
	}

	private static State requireSuitable(Connection connection, @Nullable String schema, String versionTable,
			boolean locksSession) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(STATE_QUERY)) {
			statement.setString(1, schema);
			statement.setString(2, versionTable);
			try (ResultSet row = statement.executeQuery()) {
				row.next();
				requireVersion(row.getInt(4));
				if (locksSession) {
					requireOwnBackend(connection, row.getInt(1));
				}
				requireWritable(row.getBoolean(2), row.getString(3));
				requireStandardStrings(row.getString(6));
				return new State(row.getInt(1), row.getInt(4), requireSchema(connection, row.getString(5)));
			}
		}
	}

	// The process id that the driver was given when it connected is that of the pooler,
	// if there is one; then the next statement may reach another session, and so may the
	// release of a lock
	private static void requireOwnBackend(Connection connection, int backend) throws SQLException {
		if (connection.isWrapperFor(PGConnection.class)
				&& connection.unwrap(PGConnection.class).getBackendPID() != backend) {
			throw new UnsuitableDatabaseException(
					"Between the application and PostgreSQL there is a connection pooler, such as PgBouncer, "
							+ "behind which a lock of the session is not reliable. Nothing was run.",
					"Give the migrations a connection of their own that leads to PostgreSQL directly: set "
							+ "migrations.datasource.url (and .username, .password).");
		}
	}

	private static void requireWritable(boolean inRecovery, String readOnly) {
		if (inRecovery) {
			throw new UnsuitableDatabaseException(
					"The database is a standby and cannot be written to. Nothing was run.",
					"Let the URL name the primary; with several hosts add targetServerType=primary.");
		}
		if (readOnly.equals("on")) {
			throw new UnsuitableDatabaseException(
					"Transactions are read-only for this user or database (default_transaction_read_only). "
							+ "Nothing was run.",
					"Connect as a user that may write: set migrations.datasource.username and .password.");
		}
	}

	private static void requireStandardStrings(String standard) {
		if (standard.equals("off")) {
			throw new UnsuitableDatabaseException(
					"standard_conforming_strings is off for this user or database, so a backslash in '...' would mean "
							+ "something else than in the revisions. Nothing was run.",
					"Switch it on for the user of the migrations: ALTER ROLE ... SET standard_conforming_strings = on. "
							+ "Strings with escapes are written E'...'.");
		}
	}

	private static String requireSchema(Connection connection, @Nullable String schema) throws SQLException {
		if (schema == null) {
			throw new UnsuitableDatabaseException(
					"None of the schemas in the search_path (" + searchPath(connection)
							+ ") exists, so the version table has no place. Nothing was run.",
					"Create the schema, or name an existing one with migrations.version-table-schema.");
		}
		return schema;
	}

	private static String searchPath(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SHOW search_path")) {
			row.next();
			return row.getString(1);
		}
	}

	static void requireVersion(int serverVersion) {
		if (serverVersion < LEAST_VERSION) {
			throw new UnsuitableDatabaseException("The server is PostgreSQL " + serverVersion / 10000
					+ ", and Limbeck needs " + LEAST_VERSION / 10000 + " or later. Nothing was run.",
					"Upgrade the server.");
		}
		if (serverVersion >= FIRST_UNKNOWN_VERSION) {
			logger.info("PostgreSQL " + serverVersion / 10000
					+ " is newer than this version of Limbeck, which was tested with " + LEAST_VERSION / 10000 + " to "
					+ (FIRST_UNKNOWN_VERSION / 10000 - 1) + ". What is new in it is not known here.");
		}
	}

	// Timeouts that are meant for the statements of the application, set for its role or
	// database, would end the build of a large index and leave it invalid: its waits for
	// the transactions before it are waits for locks, too. A server that looks after its
	// client ends the statement of one that was killed, which otherwise would keep the
	// lock until that statement is done; not every platform can
	private static void configure(Connection connection, SessionTimeouts timeouts, int serverVersion)
			throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(PostgresqlTimeouts.set(timeouts, serverVersion));
			setWherePossible(PostgresqlTimeouts.setCheck(timeouts), statement);
		}
	}

	private static void setWherePossible(String setting, Statement statement) throws SQLException {
		try {
			statement.execute(setting);
		}
		catch (SQLException ex) {
			if (!INVALID_PARAMETER_VALUE.equals(ex.getSQLState())) {
				throw ex;
			}
		}
	}

	static long key(String schema, String versionTable) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256")
				.digest(("limbeck:" + schema + "." + versionTable).getBytes(StandardCharsets.UTF_8));
			return ByteBuffer.wrap(digest).getLong();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String schema() {
		return this.schema;
	}

	@Override
	public List<String> restore() {
		return this.settings.restore();
	}

	@Override
	public String ownRole() {
		return this.settings.ownRole();
	}

	@Override
	public List<String> limits(Timeouts timeouts) {
		return PostgresqlTimeouts.setLocal(timeouts);
	}

	@Override
	public List<String> limitsOutside(@Nullable Duration statement) {
		if (statement == null && !this.borrowed) {
			return List.of();
		}
		return List.of("SET lock_timeout = 0", PostgresqlTimeouts.set((statement != null) ? statement : Duration.ZERO));
	}

	@Override
	public boolean tryLock() throws SQLException {
		String function = this.ofTransaction ? "pg_try_advisory_xact_lock" : "pg_try_advisory_lock";
		return askWithKey("SELECT pg_catalog." + function + "(" + this.key + ")");
	}

	@Override
	public boolean unlock() throws SQLException {
		return this.ofTransaction || askWithKey("SELECT pg_catalog.pg_advisory_unlock(" + this.key + ")");
	}

	@Override
	public void cancel() throws SQLException {
		if (this.connection.isWrapperFor(PGConnection.class)) {
			this.connection.unwrap(PGConnection.class).cancelQuery();
		}
	}

	// The driver closes the portal of the last query, and with it the snapshot, when
	// anything else is sent
	@Override
	public void releaseSnapshot() throws SQLException {
		if (this.ofTransaction) {
			try (Statement statement = this.connection.createStatement()) {
				statement.execute("");
			}
		}
	}

	private boolean askWithKey(String query) throws SQLException {
		try (Statement statement = this.connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
			row.next();
			return row.getBoolean(1);
		}
	}

	/**
	 * A role that is no member of pg_read_all_stats sees of others' sessions only the id.
	 */
	@Override
	public @Nullable String lockHolder() throws SQLException {
		String query = HOLDER_QUERY.formatted(this.key >>> 32, this.key & 0xFFFFFFFFL);
		try (Statement statement = this.connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
			if (!row.next()) {
				return null;
			}
			StringBuilder holder = new StringBuilder("server process ").append(row.getInt(1));
			append(holder, "application", row.getString(2));
			append(holder, "client", row.getString(3));
			append(holder, "state", row.getString(4));
			append(holder, "connected for", row.getString(5));
			return holder.toString();
		}
	}

	@Override
	public List<Blocker> blockers(Connection observer) throws SQLException {
		List<Blocker> blockers = new ArrayList<>();
		try (PreparedStatement query = observer.prepareStatement(BLOCKERS_QUERY)) {
			query.setInt(1, this.process);
			try (ResultSet row = query.executeQuery()) {
				while (row.next()) {
					blockers.add(new Blocker(describeBlocker(row), row.getString(6)));
				}
			}
		}
		return blockers;
	}

	private static String describeBlocker(ResultSet row) throws SQLException {
		int process = row.getInt(1);
		StringBuilder blocker = new StringBuilder(
				(process == 0) ? "a prepared transaction (see pg_prepared_xacts)" : "server process " + process);
		append(blocker, "application", row.getString(2));
		append(blocker, "client", row.getString(3));
		append(blocker, "state", row.getString(4));
		append(blocker, "transaction open for", row.getString(5));
		return blocker.toString();
	}

	private static void append(StringBuilder holder, String label, @Nullable String value) {
		if (value != null && !value.isEmpty()) {
			holder.append(", ").append(label).append(' ').append(value);
		}
	}

	/**
	 * What the server says of the session.
	 *
	 * @param process the id of its process
	 * @param serverVersion the version of the server, such as 180000
	 * @param schema the schema of the version table
	 */
	private record State(int process, int serverVersion, String schema) {
	}

}
