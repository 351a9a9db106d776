package dev.limbeck.command.shadow;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;

import dev.limbeck.dialect.UnsuitableDatabaseException;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.runtime.ConnectionSource;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;

/**
 * A database that is created on the configured server and dropped afterwards. It belongs
 * to the role that the migrations work as.
 */
final class ScratchShadow extends OpenShadow {

	static final String PREFIX = "limbeck_shadow_";

	private static final Log logger = HarmlessLog.of(ScratchShadow.class);

	private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private static final String ADVICE = "A scratch database has only what the revisions make: what was installed in "
			+ "the configured database by hand is not there. If a revision needs that, or makes what the whole server "
			+ "shares (a role, a tablespace), set migrations.autogenerate.shadow-url to a database in which it can "
			+ "be run, or compare with --from-database.";

	private final ConnectionSource configured;

	private final DatabaseTemplate template;

	private final String name;

	private ScratchShadow(ConnectionSource configured, DatabaseTemplate template, String name,
			ConnectionSource connections) {
		super(connections, "scratch database " + name, ADVICE);
		this.configured = configured;
		this.template = template;
		this.name = name;
	}

	/**
	 * Create a database.
	 * @param server where
	 * @return the database
	 */
	static ShadowDatabase create(DatabaseServer server) {
		Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
		String name = PREFIX + TIMESTAMP.format(now) + "_" + UUID.randomUUID().toString().substring(0, 8);
		ConnectionSource connections = server.database(name);
		DatabaseTemplate template = create(server.configured(), name, now);
		ScratchShadow shadow = new ScratchShadow(server.configured(), template, name, connections);
		shadow.prepare();
		return shadow.untilShutdown();
	}

	private static DatabaseTemplate create(ConnectionSource configured, String name, Instant now) {
		try (Connection connection = configured.open()) {
			connection.setAutoCommit(true);
			new PostgresqlDialect().requireSupported(connection);
			DatabaseTemplate template = DatabaseTemplate.read(connection);
			try (Statement statement = connection.createStatement()) {
				create(statement, template, name, now);
			}
			finally {
				configured.discard(connection);
			}
			return template;
		}
		catch (UnsuitableDatabaseException ex) {
			throw new ShadowDatabaseException(String.valueOf(ex.getMessage()), ex.getAction(), ex);
		}
		catch (SQLException ex) {
			throw ShadowDatabaseException.notCreated(ex);
		}
	}

	private static void create(Statement statement, DatabaseTemplate template, String name, Instant now)
			throws SQLException {
		for (String sql : template.beCreator()) {
			statement.execute(sql);
		}
		new ScratchLeftovers(statement).remove(now);
		statement.execute(template.create(name));
		statement.execute(ScratchLeftovers.mark(name, now));
		for (String sql : template.configure(name)) {
			statement.execute(sql);
		}
	}

	// A pooler may know the configured database only
	private void prepare() {
		try (Connection connection = connections().open(); Statement statement = connection.createStatement()) {
			String schema = this.template.schema();
			if (schema != null) {
				statement.execute("CREATE SCHEMA IF NOT EXISTS " + new PostgresqlDialect().quote(schema));
			}
		}
		catch (SQLException ex) {
			remove();
			throw ShadowDatabaseException.of(
					"The scratch database " + this.name + " was created, but cannot be used; it has been dropped again",
					ex, "If a connection pooler that knows only some databases is between, set "
							+ "migrations.datasource.url to the server itself. " + ShadowDatabaseException.WAYS);
		}
	}

	@Override
	public boolean isShared() {
		return false;
	}

	@Override
	protected void remove() {
		String sql = "DROP DATABASE IF EXISTS " + this.name + " WITH (FORCE)";
		try (Connection connection = this.configured.open(); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(true);
			for (String each : this.template.beCreator()) {
				statement.execute(each);
			}
			statement.execute(sql);
			this.configured.discard(connection);
		}
		catch (SQLException ex) {
			logger.warn("The scratch database " + this.name + " could not be dropped: "
					+ ShadowDatabaseException.describe(ex) + ". A run after " + ScratchLeftovers.AGE.toHours()
					+ " hours drops it, or: " + sql);
		}
	}

}
