package dev.limbeck.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.revision.UpgradeRequest;
import dev.limbeck.script.ScriptDirectory;
import dev.limbeck.script.ScriptSettings;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A run whose process is told to end between two steps.
 */
@Timeout(240)
class SignalledRunTests {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	@TempDir
	private Path path;

	private RevisionDirectory directory;

	@BeforeEach
	void writeRevisions() {
		this.directory = new RevisionDirectory(this.path.resolve("versions")).write("a1", "", "CREATE TABLE a1 ();")
			.write("b2", "a1", "CREATE TABLE b2 ();");
	}

	@Test
	void noFurtherRevisionBegins() throws Exception {
		assertThat(run(TransactionMode.PER_REVISION, "heads")).contains(
				"told to end after 1 of 2 revisions. The database is at revision a1.",
				"Start again; it goes on from there.", "NOT_APPLIED [a1]");
		assertThat(tables()).containsExactly("a1");
		assertThat(this.database.query("SELECT version_num FROM migrations_version")).containsExactly("a1");
	}

	@Test
	void relativeTargetIsNotToBeRepeated() throws Exception {
		assertThat(run(TransactionMode.PER_REVISION, "+2")).contains("Do not repeat '+2'",
				"the target 'b2' leads there");
	}

	@Test
	void runInOneTransactionLeavesNothing() throws Exception {
		assertThat(run(TransactionMode.PER_RUN, "heads")).contains("Nothing remains of what this run had not committed",
				"NOT_APPLIED []");
		assertThat(tables()).isEmpty();
		assertThat(this.database.query("SELECT version_num FROM migrations_version")).isEmpty();
	}

	private List<String> tables() {
		return this.database.query("SELECT relname FROM pg_class WHERE relname IN ('a1', 'b2') ORDER BY 1");
	}

	private String run(TransactionMode mode, String target) throws IOException, InterruptedException {
		Path log = this.path.resolve("log.txt");
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), ToldProcess.class.getName(),
				this.database.url(), this.database.username(), this.database.password(), this.directory.location(),
				mode.name(), target)
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		try {
			assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
			assertThat(process.exitValue()).isEqualTo(143);
			return Files.readString(log);
		}
		finally {
			process.destroyForcibly();
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
				throw new IllegalStateException("It has not happened");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * The process that is told to end.
	 */
	public static final class ToldProcess {

		private ToldProcess() {
		}

		/**
		 * Upgrade, and be told to end after the first step.
		 * @param arguments URL, username, password, version location, transaction mode,
		 * target
		 */
		public static void main(String[] arguments) {
			CountDownLatch told = new CountDownLatch(1);
			CountDownLatch reported = new CountDownLatch(1);
			Runtime.getRuntime().addShutdownHook(new Thread(() -> {
				told.countDown();
				await(reported);
			}));
			PGSimpleDataSource dataSource = new PGSimpleDataSource();
			dataSource.setUrl(arguments[0]);
			dataSource.setUser(arguments[1]);
			dataSource.setPassword(arguments[2]);
			MigrationSettings settings = MigrationSettings.builder()
				.transactionMode(TransactionMode.valueOf(arguments[4]))
				.lockWaitTimeout(Duration.ofSeconds(60))
				.application("test")
				.build();
			MigrationRunner runner = new MigrationRunner(new PostgresqlDialect(),
					new ScriptDirectory(new ScriptSettings("classpath:unused", List.of(arguments[3])),
							SignalledRunTests.class.getClassLoader()),
					settings, List.of(new Signal(told)));
			try {
				runner.upgrade(ConnectionSource.of(dataSource), UpgradeRequest.to(arguments[5]));
			}
			catch (InterruptedRunException ex) {
				System.out
					.println(ex.getMessage() + "\n" + ex.getAction() + "\n" + ex.getState() + " " + ex.getHeads());
			}
			finally {
				reported.countDown();
			}
		}

	}

	private record Signal(CountDownLatch told) implements MigrationListener {

		@Override
		public void stepFinished(StepProgress progress, Duration elapsed) {
			try {
				new ProcessBuilder("kill", "-TERM", String.valueOf(ProcessHandle.current().pid())).start().waitFor();
				await(this.told);
				awaitHookOfTheRun();
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		// It is started together with ours, and waits once it has told the run
		private static void awaitHookOfTheRun() {
			Awaitility.await()
				.atMost(PATIENCE)
				.until(() -> Thread.getAllStackTraces()
					.keySet()
					.stream()
					.anyMatch((thread) -> thread.getName().equals("limbeck-shutdown")
							&& thread.getState() == Thread.State.TIMED_WAITING));
		}

		@Override
		public boolean isTransactional() {
			return false;
		}

	}

}
