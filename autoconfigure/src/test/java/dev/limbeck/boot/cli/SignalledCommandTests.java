package dev.limbeck.boot.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.limbeck.boot.autoconfigure.MigrationsConnectionAutoConfiguration;
import dev.limbeck.test.FaultProxy;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

/**
 * Commands that are told to end, in processes of their own.
 */
@Timeout(240)
class SignalledCommandTests {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private final TestDatabase observer = PostgresServer.shared().createDatabase();

	@TempDir
	private Path directory;

	private RevisionDirectory versions;

	@BeforeEach
	void writeRevisions() {
		this.versions = new RevisionDirectory(this.directory.resolve("versions")).write("a1", "",
				"CREATE TABLE t (id int);", "DROP TABLE t;");
	}

	@ParameterizedTest
	@CsvSource({ "TERM, 143", "INT, 130" })
	void statementInATransactionIsCancelled(String signal, int exitCode) throws Exception {
		assumeFalse(signal.equals("INT") && isInterruptIgnored(), "SIGINT is ignored, as in the background of a shell");
		this.versions.write("b2", "a1", "CREATE TABLE u ();\nSELECT pg_sleep(200);");
		Command command = start("upgrade", "heads", "--json");
		awaitQuery(command, "SELECT pg_sleep%");
		command.signal(signal);
		assertThat(command.awaitExit()).as(command.err()).isEqualTo(exitCode);
		assertThat(command.err()).contains("FAILED: The process was told to end in the upgrade of revision b2",
				"b2.sql:8:1", "revision b2 was not applied: nothing of it remains", "the database is at revision a1",
				"What to do: Start again; it goes on from there.");
		assertThat(command.out()).contains("\"category\": \"interrupted-run\"", "\"state\": \"not-applied\"",
				"\"heads\": [\"a1\"]");
		assertNothingRuns();
		assertThat(this.database.query("SELECT version_num FROM migrations_version")).containsExactly("a1");
		assertThat(this.database.query("SELECT to_regclass('u')")).containsExactly("null");
	}

	@Test
	void waitForTheLockEnds() throws Exception {
		try (Connection other = this.database.connect(); Statement statement = other.createStatement()) {
			statement.execute("SELECT pg_advisory_lock(" + key() + ")");
			Command command = start("upgrade", "heads", "--json");
			Awaitility.await().atMost(PATIENCE).until(() -> command.err().contains("Waiting for another process"));
			command.signal("TERM");
			assertThat(command.awaitExit()).isEqualTo(143);
			assertThat(command.err()).contains("told to end while it waited", "It has run nothing.");
			assertThat(command.out()).contains("\"state\": \"not-applied\"", "\"heads\": null");
		}
		assertThat(this.database.query("SELECT to_regclass('migrations_version')")).containsExactly("null");
	}

	@Test
	void indexThatWasBeingBuiltIsBuiltByTheNextRun() throws Exception {
		this.versions.write("b2", "a1",
				"-- migrate:autocommit\nCREATE INDEX CONCURRENTLY i ON t (id);\n-- migrate:end");
		assertThat(start("upgrade", "a1").awaitExit()).isZero();
		try (Connection other = this.database.connect(); Statement statement = other.createStatement()) {
			other.setAutoCommit(false);
			statement.execute("INSERT INTO t VALUES (1)");
			Command command = start("upgrade", "heads", "--json");
			awaitQuery(command, "CREATE INDEX CONCURRENTLY%");
			command.signal("TERM");
			assertThat(command.awaitExit()).isEqualTo(143);
			assertThat(command.err()).contains("told to end in the upgrade of revision b2", "is unfinished");
			assertThat(command.out()).contains("\"state\": \"unfinished\"", "\"heads\": [\"a1\"]");
			assertNothingRuns();
			other.commit();
		}
		assertThat(start("upgrade", "heads").awaitExit()).isZero();
		assertThat(this.database.query("SELECT indisvalid FROM pg_index WHERE indrelid = 't'::regclass"))
			.containsExactly("t");
		assertThat(this.database.query("SELECT outcome FROM migrations_history ORDER BY id")).containsExactly("success",
				"success");
	}

	@Test
	void restOfARelativeDowngradeIsNamed() throws Exception {
		this.versions.write("b2", "a1", "", "SELECT pg_sleep(200);").write("c3", "b2", "", "");
		assertThat(start("upgrade", "heads").awaitExit()).isZero();
		Command command = start("downgrade", "-2");
		awaitQuery(command, "SELECT pg_sleep%");
		command.signal("TERM");
		assertThat(command.awaitExit()).isEqualTo(143);
		assertThat(command.err()).contains("told to end in the downgrade of revision b2",
				"revision b2 was not taken back", "Do not repeat '-2'", "the target 'a1' leads there");
		assertThat(this.database.query("SELECT version_num FROM migrations_version")).containsExactly("b2");
	}

	@Test
	void comparisonHasNothingToGoOnFrom() throws Exception {
		this.versions.write("b2", "a1", "SELECT pg_sleep(200);");
		Command command = compare(this.database);
		awaitQuery(command, "SELECT pg_sleep%");
		command.signal("TERM");
		assertThat(command.awaitExit()).isEqualTo(143);
		assertThat(command.err())
			.contains("FAILED: The process was told to end while it worked in a shadow database (shadow database "
					+ this.database.name() + ")", "What to do: Run the command again.")
			.doesNotContain("goes on from there", "WARN");
		assertThat(this.database.query("SELECT to_regclass('t')")).containsExactly("null");
	}

	@Test
	void serverThatDoesNotAnswerIsNotWaitedForInSilence() throws Exception {
		this.versions.write("b2", "a1", "SELECT pg_sleep(200);");
		try (FaultProxy proxy = FaultProxy.to(this.database)) {
			Command upgrade = start(proxy.database(), "upgrade", "heads");
			awaitQuery(upgrade, "SELECT pg_sleep%");
			proxy.freeze();
			upgrade.signal("TERM");
			assertThat(upgrade.awaitExit()).isEqualTo(143);
			assertThat(upgrade.err()).contains("the run of the migrations has not ended in time", "'current'");
		}
	}

	@Test
	void shadowDatabaseThatDoesNotAnswerIsNotWaitedForInSilence() throws Exception {
		this.versions.write("b2", "a1", "SELECT pg_sleep(200);");
		try (FaultProxy proxy = FaultProxy.to(this.database)) {
			Command revision = compare(proxy.database());
			awaitQuery(revision, "SELECT pg_sleep%");
			proxy.freeze();
			revision.signal("TERM");
			assertThat(revision.awaitExit()).isEqualTo(143);
			assertThat(revision.err())
				.contains("there was no time to remove the shadow database " + this.database.name(),
						"Your database was not changed. The next run empties it.")
				.doesNotContain("'current'");
		}
	}

	private Command compare(TestDatabase shadow) throws IOException {
		Path file = Files.writeString(this.directory.resolve("schema.sql"), "CREATE TABLE t (id int);");
		return start(PostgresServer.shared().createDatabase(), "revision", "-m", "x", "--autogenerate",
				"--migrations.autogenerate.schema-file=file:" + file,
				"--migrations.autogenerate.shadow-url=" + shadow.url(),
				"--migrations.autogenerate.shadow-username=" + shadow.username(),
				"--migrations.autogenerate.shadow-password=" + shadow.password());
	}

	private Command start(String... arguments) throws IOException {
		return start(this.database, arguments);
	}

	private Command start(TestDatabase database, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
				System.getProperty("java.class.path"), Application.class.getName(),
				"--spring.datasource.url=" + database.url(), "--spring.datasource.username=" + database.username(),
				"--spring.datasource.password=" + database.password(),
				"--migrations.script-location=file:" + this.directory, "migrations"));
		command.addAll(List.of(arguments));
		Path out = Files.createTempFile(this.directory, "out", ".txt");
		Path err = Files.createTempFile(this.directory, "err", ".txt");
		return new Command(new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start(),
				out, err);
	}

	private void awaitQuery(Command command, String pattern) {
		Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> !command.process.isAlive() || !running("query LIKE '" + pattern + "'").isEmpty());
		assertThat(command.process.isAlive()).as(command.err()).isTrue();
	}

	// Asked in another database: who takes a shadow database ends the sessions in it
	private List<String> running(String condition) {
		return this.observer.query("SELECT pid FROM pg_stat_activity WHERE datname = '" + this.database.name()
				+ "' AND state = 'active' AND backend_type = 'client backend' AND " + condition);
	}

	// The server notices the end of a process a moment later
	private void assertNothingRuns() {
		Awaitility.await().atMost(PATIENCE).until(() -> running("true").isEmpty());
	}

	private static boolean isInterruptIgnored() throws IOException {
		Path status = Path.of("/proc/self/status");
		return Files.exists(status) && Files.readAllLines(status)
			.stream()
			.filter((line) -> line.startsWith("SigIgn:"))
			.anyMatch((line) -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
	}

	private static long key() throws Exception {
		byte[] digest = MessageDigest.getInstance("SHA-256")
			.digest("limbeck:public.migrations_version".getBytes(StandardCharsets.UTF_8));
		return ByteBuffer.wrap(digest).getLong();
	}

	/**
	 * A command in a process of its own.
	 *
	 * @param process the process
	 * @param outFile its standard output
	 * @param errFile its standard error stream
	 */
	private record Command(Process process, Path outFile, Path errFile) {

		void signal(String name) throws IOException, InterruptedException {
			new ProcessBuilder("kill", "-" + name, String.valueOf(this.process.pid())).start().waitFor();
		}

		int awaitExit() throws InterruptedException {
			try {
				assertThat(this.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(err()).isTrue();
				return this.process.exitValue();
			}
			finally {
				this.process.destroyForcibly();
			}
		}

		String out() {
			return read(this.outFile);
		}

		String err() {
			return read(this.errFile);
		}

		private static String read(Path file) {
			try {
				return Files.readString(file);
			}
			catch (IOException ex) {
				return ex.toString();
			}
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, MigrationsConnectionAutoConfiguration.class })
	public static class Application {

		public static void main(String[] args) {
			SpringApplication.run(Application.class, args);
		}

	}

}
