package dev.limbeck.runtime;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import dev.limbeck.dialect.Timeouts;
import dev.limbeck.operation.Operations;
import dev.limbeck.revision.MigrationResult;
import dev.limbeck.script.MigrationScript;
import dev.limbeck.script.Revision;
import dev.limbeck.test.Background;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A revision that other transactions stop does not hold up the application, and is run
 * again as a whole.
 */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class BlockedRevisionTests {

	private static final Duration TOLERANCE = Duration.ofMillis(500);

	private static final String NIGHTLY_DUMP = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY; "
			+ "LOCK TABLE t IN ACCESS SHARE MODE";

	private static final String IDLE_TRANSACTION = "UPDATE t SET n = n + 1 WHERE id = 1";

	private static final String FAILS_TWICE = "DO $$ BEGIN IF nextval('attempts') < 3 THEN "
			+ "RAISE EXCEPTION 'stopped' USING ERRCODE = '%s'; END IF; END $$";

	private static final String AWAITS_A_WAITER = "DO $$ BEGIN IF nextval('attempts') = 1 THEN "
			+ "WHILE NOT EXISTS (SELECT FROM pg_locks WHERE NOT granted) LOOP PERFORM pg_sleep(0.05); END LOOP; "
			+ "END IF; END $$;\n";

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private RevisionDirectory directory;

	private Runs runs;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.directory = new RevisionDirectory(path).write("a1", "", """
				CREATE TABLE t (id int PRIMARY KEY, n int);
				INSERT INTO t SELECT g, 0 FROM generate_series(1, 1000) g;
				CREATE SEQUENCE attempts;
				""");
		this.runs = new Runs(this.database, this.directory);
		this.runs.start();
	}

	@ParameterizedTest
	@ValueSource(strings = { NIGHTLY_DUMP, IDLE_TRANSACTION })
	void readersDoNotQueueBehindARevisionThatWaits(String blocker) throws Exception {
		this.directory.write("b2", "a1", "INSERT INTO t VALUES (0, 0);\nALTER TABLE t ADD added int DEFAULT 7;");
		try (Connection other = begin(); Statement statement = other.createStatement()) {
			statement.execute(blocker);
			Readers readers = new Readers(8);
			CompletableFuture<MigrationResult> run = Background.start(this.runs::start);
			// As long as two attempts take
			Thread.sleep(6000);
			assertThat(run).isNotDone();
			other.commit();
			assertThat(run.get().revisions()).containsExactly("b2");
			assertThat(readers.longestWait()).isLessThan(this.runs.settings().timeouts().lock().plus(TOLERANCE));
		}
		assertThat(this.runs.history()).containsExactly("a1 upgrade [a1] success", "b2 upgrade [b2] success");
		assertThat(this.database.query("SELECT count(*) FROM t WHERE added = 7")).containsExactly("1001");
	}

	@ParameterizedTest
	@ValueSource(strings = { "55P03", "40P01", "40001" })
	void everythingThatWasRolledBackIsRunAgain(String sqlState) {
		this.directory.write("b2", "a1", "UPDATE t SET n = n + 1;")
			.write("c3", "b2", "UPDATE t SET n = n + 1;\n" + FAILS_TWICE.formatted(sqlState));
		assertThat(this.runs.in(TransactionMode.PER_RUN).start().revisions()).containsExactly("b2", "c3");
		assertThat(this.database.query("SELECT DISTINCT n FROM t")).containsExactly("2");
		assertThat(this.runs.history()).hasSize(3);
	}

	@Test
	void deadlockWithTheApplicationIsNoFailure() throws Exception {
		this.directory.write("b2", "a1",
				"UPDATE t SET n = n + 10 WHERE id = 2;\n" + AWAITS_A_WAITER + "UPDATE t SET n = n + 10 WHERE id = 1;");
		this.runs.timeouts(Timeouts.defaults().withLock(Duration.ofSeconds(20)));
		try (Connection other = begin(); Statement statement = other.createStatement()) {
			statement.execute("SET deadlock_timeout = '1h'; UPDATE t SET n = n + 1 WHERE id = 1");
			CompletableFuture<MigrationResult> run = Background.start(this.runs::start);
			awaitWaitingRevision();
			statement.execute("UPDATE t SET n = n + 1 WHERE id = 2");
			other.commit();
			run.get();
		}
		assertThat(this.database.query("SELECT n FROM t WHERE id < 3")).containsExactly("11", "11");
	}

	@Test
	void partOfARevisionOutsideOfTransactionsIsRunAgain() {
		this.directory.write("b2", "a1", """
				UPDATE t SET n = n + 1;
				-- migrate:autocommit
				CREATE INDEX CONCURRENTLY i ON t (n);
				-- migrate:end
				UPDATE t SET n = n + 1;
				""" + FAILS_TWICE.formatted("55P03"));
		this.runs.start();
		assertThat(this.database.query("SELECT DISTINCT n FROM t")).containsExactly("2");
		assertThat(this.runs.history()).containsExactly("a1 upgrade [a1] success", "b2 upgrade [b2] success 4");
	}

	// The guard of a step travels with the COMMIT of the one before it
	@Test
	void lockOnTheVersionTableDoesNotMakeACommittedRevisionRunAgain() throws Exception {
		this.directory.write("b2", "a1", "UPDATE t SET n = n + 1;\n" + AWAITS_A_WAITER)
			.write("c3", "b2", "UPDATE t SET n = n + 1;");
		this.runs.timeouts(Timeouts.defaults().withLock(Duration.ofMillis(300)));
		CompletableFuture<MigrationResult> run = Background.start(this.runs::start);
		awaitWaitingRevision();
		try (Connection other = begin(); Statement statement = other.createStatement()) {
			statement.execute("LOCK TABLE migrations_version IN EXCLUSIVE MODE");
			assertThat(this.runs.heads()).containsExactly("b2");
			Thread.sleep(1500);
			other.commit();
		}
		assertThat(run.get().revisions()).containsExactly("b2", "c3");
		assertThat(this.database.query("SELECT DISTINCT n FROM t")).containsExactly("2");
	}

	@Test
	void failureAfterAllAttemptsSaysWhereAndWhatIsLeft() throws Exception {
		this.directory.write("b2", "a1", "UPDATE t SET n = 1 WHERE id = 2;\nALTER TABLE t ADD added int;");
		this.runs.timeouts(Timeouts.defaults().withLock(Duration.ofMillis(200))).lockRetry(Duration.ofSeconds(2));
		try (Connection other = begin(); Statement statement = other.createStatement()) {
			statement.execute(IDLE_TRANSACTION);
			assertThatExceptionOfType(StatementFailedException.class).isThrownBy(this.runs::start)
				.withMessageContaining("b2.sql:8:1")
				.withMessageContaining("SQLSTATE 55P03")
				.withMessageContaining("Nothing of this revision remains; the database is at revision a1.")
				.withMessageMatching("(?s).*It was run [2-9] times within 2 s \\(migrations.lock-retry-timeout\\).*")
				.satisfies((failure) -> assertThat(failure.getAction()).contains("migrations.lock-retry-timeout"));
		}
		assertThat(this.database.query("SELECT sum(n) FROM t")).containsExactly("0");
		this.runs.start();
		assertThat(this.runs.heads()).containsExactly("b2");
	}

	@Test
	void sessionsThatBlockAreNamed(CapturedOutput output) throws Exception {
		this.directory.write("b2", "a1", "ALTER TABLE t ADD added int;");
		this.runs.timeouts(Timeouts.defaults().withLock(Duration.ofSeconds(4))).lockRetry(Duration.ofSeconds(1));
		try (Connection other = begin();
				Connection bystander = begin();
				Statement statement = other.createStatement();
				Statement innocent = bystander.createStatement()) {
			innocent.execute("SET application_name = 'bystander'; SELECT nextval('attempts')");
			statement.execute("SET application_name = 'billing'; " + IDLE_TRANSACTION);
			assertThatExceptionOfType(StatementFailedException.class).isThrownBy(this.runs::start)
				.withMessageMatching("(?s).*It is blocked by:\n  server process " + process(other)
						+ ", application billing, .*state idle in transaction, transaction open for 00:00:\\d\\d.*");
		}
		assertThat(output).contains("Nothing of this revision remains", "application billing",
				"What was rolled back is run again, for 1 s at most");
		assertThat(output).doesNotContain("bystander", "UPDATE t SET n");
	}

	@Test
	void runThatDoesNotWaitHasOneConnection() {
		this.directory.write("b2", "a1", "ALTER TABLE t ADD added int;");
		AtomicInteger opened = new AtomicInteger();
		ConnectionSource counting = ConnectionSource.of(new DelegatingDataSource(this.database.dataSource()) {

			@Override
			public Connection getConnection() throws SQLException {
				opened.incrementAndGet();
				return super.getConnection();
			}

		});
		this.runs.runner().upgrade(counting);
		assertThat(opened).hasValue(1);
	}

	private static int process(Connection connection) throws SQLException {
		return connection.unwrap(PGConnection.class).getBackendPID();
	}

	@Test
	void classIsRunAgainOnlyIfItSaysSo() {
		this.runs.revisions(new Once());
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(this.runs::start)
			.satisfies((failure) -> assertThat(failure.getAction()).contains("@Revision(retryable = true)"));
		this.runs.revisions(new Again()).start();
		assertThat(this.database.query("SELECT DISTINCT n FROM t")).containsExactly("1");
		assertThat(this.database.query("SELECT last_value FROM attempts")).containsExactly("3");
	}

	private Connection begin() throws SQLException {
		Connection connection = this.database.connect();
		connection.setAutoCommit(false);
		return connection;
	}

	private void awaitWaitingRevision() {
		Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> !this.database
				.query("SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'DO %'")
				.isEmpty());
	}

	/**
	 * Sessions of an application that read the table one time after the other.
	 */
	private final class Readers {

		private final AtomicBoolean enough = new AtomicBoolean();

		private final List<CompletableFuture<Long>> all = new ArrayList<>();

		Readers(int count) {
			for (int i = 0; i < count; i++) {
				this.all.add(Background.start(this::read));
			}
		}

		private long read() throws SQLException {
			long longest = 0;
			try (Connection connection = BlockedRevisionTests.this.database.connect();
					Statement statement = connection.createStatement()) {
				while (!this.enough.get()) {
					long start = System.nanoTime();
					statement.executeQuery("SELECT n FROM t WHERE id = 7").close();
					longest = Math.max(longest, System.nanoTime() - start);
					Thread.sleep(1);
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return longest;
		}

		Duration longestWait() {
			this.enough.set(true);
			return Duration.ofNanos(this.all.stream().mapToLong(CompletableFuture::join).max().orElseThrow());
		}

	}

	@Revision(id = "b2", downRevision = "a1", message = "once")
	static class Once implements MigrationScript {

		@Override
		public void upgrade(Operations op) {
			op.execute("UPDATE t SET n = n + 1");
			op.execute(FAILS_TWICE.formatted("55P03"));
		}

	}

	@Revision(id = "b2", downRevision = "a1", message = "again", retryable = true)
	static class Again extends Once {

	}

}
