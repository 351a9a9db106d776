package dev.limbeck.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A real PostgreSQL for tests: a container where Docker has the image, zonky's binaries
 * where it has not. One server per JVM, one fresh database per test. Both demand the
 * password of every user.
 * <p>
 * {@code -Dpostgres=auto|docker|embedded} chooses; {@code docker} never falls back, and
 * {@code embedded} starts no container at all. {@code -Dpostgres.version=14} to
 * {@code 18} chooses the version.
 */
public final class PostgresServer {

	private static final String USERNAME = "postgres";

	private static final String PASSWORD = "s3cr3t-of-the-fixture";

	private static final String VERSION = System.getProperty("postgres.version", "18");

	// Copied files cost half of what the log does: dropping a database that the log has
	// written takes as long as creating it
	private static final String STRATEGY = VERSION.equals("14") ? "" : " STRATEGY FILE_COPY";

	// As it is from version 15 on, where the roles of one test cannot disturb another
	private static final String CLOSED = "ALTER SCHEMA public OWNER TO pg_database_owner; "
			+ "REVOKE CREATE ON SCHEMA public FROM PUBLIC";

	private static final String WANTED = System.getProperty("postgres", "auto");

	private static final Path MEMORY = Path.of("/dev/shm");

	private static final long ROOMY = 10L << 30;

	private static @Nullable PostgresServer shared;

	private static @Nullable RuntimeException failure;

	private final String kind;

	private final String host;

	private final int port;

	private final Queue<String> databases = new ConcurrentLinkedQueue<>();

	private PostgresServer(String kind, String host, int port) {
		this.kind = kind;
		this.host = host;
		this.port = port;
		System.out.println("PostgreSQL for tests: " + kind + " on port " + port);
	}

	/**
	 * Return the server that all tests of this JVM share.
	 * @return the server, started
	 * @throws RuntimeException if it cannot be started, and then at once for every test
	 */
	public static synchronized PostgresServer shared() {
		if (failure != null) {
			throw failure;
		}
		PostgresServer server = shared;
		if (server == null) {
			server = tryToStart();
			shared = server;
		}
		return server;
	}

	private static PostgresServer tryToStart() {
		try {
			PostgresServer server = start(WANTED, image());
			server.execute("template1", CLOSED);
			server.hashPasswordsOnce();
			return server;
		}
		catch (RuntimeException ex) {
			failure = ex;
			throw ex;
		}
	}

	// Tests connect some hundred thousand times, and the 4096 rounds of hashing are half
	// of
	// what that costs
	private void hashPasswordsOnce() {
		if (Integer.parseInt(VERSION) >= 16) {
			execute("postgres", "ALTER SYSTEM SET scram_iterations = 1", "SET scram_iterations = 1",
					"SELECT pg_reload_conf()", "ALTER ROLE " + USERNAME + " PASSWORD '" + PASSWORD + "'");
		}
	}

	/**
	 * Tell why tests may not start containers, of whatever image.
	 * @return the reason, or {@code null} if they may
	 */
	public static @Nullable String reasonAgainstContainers() {
		return WANTED.equals("embedded") ? "-Dpostgres=embedded starts no container" : null;
	}

	static DockerImage image() {
		return new DockerImage("postgres:" + VERSION);
	}

	static PostgresServer start(String wanted, DockerImage image) {
		return switch (wanted) {
			case "docker" -> startContainer(image, image.reasonOfAbsence());
			case "embedded" -> startEmbedded();
			case "auto" -> startAny(image);
			default -> throw new IllegalArgumentException("-Dpostgres is auto, docker or embedded, not " + wanted);
		};
	}

	private static PostgresServer startAny(DockerImage image) {
		String reason = image.reasonOfAbsence();
		if (reason == null) {
			return startContainer(image, null);
		}
		System.out.println("PostgreSQL for tests: embedded, since " + reason);
		return startEmbedded();
	}

	@SuppressWarnings("resource")
	private static PostgresServer startContainer(DockerImage image, @Nullable String reasonOfAbsence) {
		if (reasonOfAbsence != null) {
			throw new IllegalStateException("-Dpostgres=docker needs a container, and " + reasonOfAbsence);
		}
		PostgreSQLContainer container = new PostgreSQLContainer(DockerImageName.parse(image.name()))
			.withUsername(USERNAME)
			.withPassword(PASSWORD)
			.withEnv("POSTGRES_INITDB_ARGS", "--encoding=UTF8 --locale=C")
			.withCommand("postgres", "-c", "max_connections=300", "-c", "shared_preload_libraries=pg_stat_statements");
		container.start();
		return new PostgresServer("docker", container.getHost(), container.getFirstMappedPort());
	}

	private static PostgresServer startEmbedded() {
		try {
			Path password = Files.createTempFile("limbeck-postgres-", ".password");
			try {
				Files.writeString(password, PASSWORD);
				EmbeddedPostgres postgres = EmbeddedPostgres.builder()
					.setPGStartupWait(Duration.ofSeconds(60))
					.setServerConfig("shared_preload_libraries", "pg_stat_statements")
					.setLocaleConfig("pwfile", password.toString())
					.setConnectConfig("password", PASSWORD)
					.setDataDirectory(dataDirectory())
					.setDataDirectoryCustomizer((directory) -> requirePasswords(directory.toPath()))
					.start();
				return new PostgresServer("embedded", "localhost", postgres.getPort());
			}
			finally {
				Files.delete(password);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	// In memory where there is plenty: to delete the hundreds of databases of a run, with
	// hundreds of files each, takes minutes on some file systems
	private static Path dataDirectory() throws IOException {
		boolean roomy = Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOMY;
		Path parent = roomy ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
		return Files.createTempDirectory(parent, "limbeck-postgres-");
	}

	private static void requirePasswords(Path dataDirectory) {
		String rules = """
				local all all trust
				host all all all scram-sha-256
				""";
		try {
			Files.writeString(dataDirectory.resolve("pg_hba.conf"), rules, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Create an empty database.
	 * @return the database
	 */
	public TestDatabase createDatabase() {
		return createDatabase("template1");
	}

	/**
	 * Create a database that has what another has.
	 * @param template the name of the other one
	 * @return the database
	 */
	public TestDatabase createDatabase(String template) {
		String name = "t_" + UUID.randomUUID().toString().replace("-", "");
		execute("postgres", "CREATE DATABASE " + name + " TEMPLATE " + template + STRATEGY);
		this.databases.add(name);
		return new TestDatabase(url(name), this.host, this.port, name, USERNAME, PASSWORD);
	}

	/**
	 * Drop a database and end its connections.
	 * @param database a database that {@link #createDatabase()} has created
	 */
	public void drop(TestDatabase database) {
		execute("postgres", "DROP DATABASE " + database.name() + " WITH (FORCE)");
	}

	/**
	 * Drop what was created until now: a database has eight megabytes, and a run of all
	 * tests creates some thousand.
	 */
	static synchronized void dropDatabases() {
		PostgresServer server = shared;
		if (server != null) {
			server.drop(server.databases);
		}
	}

	private void drop(Queue<String> names) {
		List<String> statements = new ArrayList<>();
		for (String name = names.poll(); name != null; name = names.poll()) {
			statements.add("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
		}
		if (!statements.isEmpty()) {
			execute("postgres", statements.toArray(String[]::new));
		}
	}

	private void execute(String database, String... statements) {
		try (Connection connection = DriverManager.getConnection(url(database), USERNAME, PASSWORD);
				Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Tell whether the server is in a container.
	 * @return whether Docker runs it
	 */
	public boolean isContainer() {
		return this.kind.equals("docker");
	}

	private String url(String database) {
		return "jdbc:postgresql://" + this.host + ":" + this.port + "/" + database;
	}

	@Override
	public String toString() {
		return this.kind + " " + this.host + ":" + this.port;
	}

}
