package dev.limbeck.autogenerate.shadow;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import dev.limbeck.dialect.UnsuitableDatabaseException;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.runtime.ConnectionSource;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * A database that is created on the configured server and dropped afterwards. It belongs
 * to the role that the migrations work as.
 */
final class ScratchShadow extends OpenShadow {

	private static final Log logger = HarmlessLog.of(ScratchShadow.class);

	private static final String ADVICE = "A scratch database has only what the revisions make: what was installed in "
			+ "the configured database by hand is not there. If a revision needs that, or makes what the whole server "
			+ "shares (a role, a tablespace), set migrations.autogenerate.shadow-url to a database in which it can "
			+ "be run, or compare with --from-database.";

	private final ConnectionSource configured;

	private final String name;

	private final Removal removal;

	private volatile @Nullable DatabaseTemplate template;

	private volatile @Nullable Statement creating;

	private ScratchShadow(DatabaseServer server, String name) {
		super(server.database(name), "scratch database " + name, ADVICE);
		this.configured = server.configured();
		this.name = name;
		this.removal = new Removal(description(), leftover(), this::cancel, this::remove);
	}

	/**
	 * Create a database.
	 * @param server where
	 * @return the database
	 */
	static ShadowDatabase create(DatabaseServer server) {
		Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
		ScratchShadow shadow = new ScratchShadow(server, ScratchLeftovers.name(now));
		return shadow.removal.of(() -> {
			shadow.create(now);
			shadow.prepare();
			return shadow;
		});
	}

	private void create(Instant now) {
		try (Connection connection = this.configured.open()) {
			connection.setAutoCommit(true);
			new PostgresqlDialect().requireSupported(connection);
			DatabaseTemplate from = DatabaseTemplate.read(connection);
			this.template = from;
			try (Statement statement = connection.createStatement()) {
				this.creating = statement;
				create(statement, from, now);
			}
			finally {
				this.creating = null;
				this.configured.discard(connection);
			}
		}
		catch (UnsuitableDatabaseException ex) {
			throw new ShadowDatabaseException(String.valueOf(ex.getMessage()), ex.getAction(), ex);
		}
		catch (SQLException ex) {
			throw ShadowDatabaseException.notCreated(ex);
		}
	}

	private void create(Statement statement, DatabaseTemplate from, Instant now) throws SQLException {
		for (String sql : from.beCreator()) {
			statement.execute(sql);
		}
		new ScratchLeftovers(statement).remove(now);
		statement.execute(from.create(this.name));
		statement.execute(ScratchLeftovers.mark(this.name, now));
		for (String sql : from.configure(this.name)) {
			statement.execute(sql);
		}
	}

	// A pooler may know the configured database only
	private void prepare() {
		try (Connection connection = connections().open(); Statement statement = connection.createStatement()) {
			String schema = Objects.requireNonNull(this.template).schema();
			if (schema != null) {
				statement.execute("CREATE SCHEMA IF NOT EXISTS " + new PostgresqlDialect().quote(schema));
			}
		}
		catch (SQLException ex) {
			throw ShadowDatabaseException.of(
					"The scratch database " + this.name + " was created, but cannot be used, and is dropped again", ex,
					"If a connection pooler that knows only some databases is between, set "
							+ "migrations.datasource.url to the server itself. " + ShadowDatabaseException.WAYS);
		}
	}

	private void cancel() {
		Statement statement = this.creating;
		try {
			if (statement != null) {
				statement.cancel();
			}
		}
		catch (SQLException ex) {
			logger.debug("The creation of the scratch database could not be cancelled", ex);
		}
	}

	@Override
	public boolean isShared() {
		return false;
	}

	@Override
	protected Removal removal() {
		return this.removal;
	}

	private void remove() {
		DatabaseTemplate from = this.template;
		if (from == null) {
			return;
		}
		try (Connection connection = this.configured.open(); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(true);
			for (String each : from.beCreator()) {
				statement.execute(each);
			}
			statement.execute(drop());
			this.configured.discard(connection);
		}
		catch (SQLException ex) {
			logger.warn("The scratch database " + this.name + " could not be dropped: "
					+ ShadowDatabaseException.describe(ex) + ". " + leftover());
		}
	}

	private String leftover() {
		return "A run after " + ScratchLeftovers.AGE.toHours() + " hours drops it or reports it. To drop it now: "
				+ drop();
	}

	private String drop() {
		return "DROP DATABASE IF EXISTS " + this.name + " WITH (FORCE)";
	}

}
