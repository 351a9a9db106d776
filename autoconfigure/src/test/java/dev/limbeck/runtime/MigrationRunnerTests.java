package dev.limbeck.runtime;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.revision.MigrationResult;
import dev.limbeck.revision.UnknownCurrentRevisionException;
import dev.limbeck.script.ScriptDirectory;
import dev.limbeck.script.ScriptSettings;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link MigrationRunner} on a real server.
 */
class MigrationRunnerTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private RevisionDirectory directory;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.directory = new RevisionDirectory(path);
	}

	@Test
	void emptyDatabaseGetsAllRevisionsInOrder() {
		this.directory.write("b2", "a1", "ALTER TABLE t ADD c int;").write("a1", "", "CREATE TABLE t (id int);");
		MigrationResult result = upgrade();
		assertThat(result.revisions()).containsExactly("a1", "b2");
		assertThat(result.heads()).containsExactly("b2");
		assertThat(versions()).containsExactly("b2");
		assertThat(history("revision || ' ' || direction || ' ' || heads_after || ' ' || outcome"))
			.containsExactly("a1 upgrade a1 success", "b2 upgrade b2 success");
		assertThat(this.database.query("SELECT count(c) FROM t")).containsExactly("0");
	}

	@Test
	void secondRunDoesNothing() {
		this.directory.write("a1", "", "CREATE TABLE t (id int);");
		upgrade();
		assertThat(upgrade().revisions()).isEmpty();
		assertThat(history("revision")).containsExactly("a1");
	}

	@Test
	void branchesAndMergeLeaveOneRow() {
		this.directory.write("a1", "", "")
			.write("b1", "a1", "CREATE TABLE b ();")
			.write("c1", "a1", "CREATE TABLE c ();")
			.write("m1", "b1, c1", "");
		assertThat(upgrade().revisions()).hasSize(4).startsWith("a1").endsWith("m1");
		assertThat(versions()).containsExactly("m1");
		assertThat(history("heads_after")).last().isEqualTo("m1");
	}

	@Test
	void severalHeadsAreRowsOfTheirOwn() {
		this.directory.write("a1", "", "").write("b1", "a1", "").write("c1", "a1", "");
		upgrade();
		assertThat(versions()).containsExactlyInAnyOrder("b1", "c1");
		assertThat(upgrade().revisions()).isEmpty();
	}

	@Test
	void targetStopsHalfWay() {
		this.directory.write("aaaa1", "", "").write("bbbb1", "aaaa1", "").write("cccc1", "bbbb1", "");
		assertThat(upgrade(with("bbbb")).revisions()).containsExactly("aaaa1", "bbbb1");
		assertThat(upgrade(with("bbbb")).revisions()).isEmpty();
		assertThat(upgrade(with("heads")).revisions()).containsExactly("cccc1");
	}

	@Test
	void brokenStatementLeavesNothingOfItsRevision() {
		this.directory.write("a1", "", "CREATE TABLE t (id int);")
			.write("b2", "a1", "CREATE TABLE u (id int);\nSELECT '\uD83D\uDE00', nowhere FROM t;");
		StatementFailedException failure = catchThrowableOfType(StatementFailedException.class, this::upgrade);
		assertThat(failure.getRevision()).isEqualTo("b2");
		assertThat(failure.getSqlState()).isEqualTo("42703");
		assertThat(failure.getPosition())
			.isEqualTo(new SourcePosition(this.directory.path().resolve("b2.sql").toString(), 8, 13));
		assertThat(failure).hasMessageContaining("b2.sql:8:13")
			.hasMessageContaining("column \"nowhere\" does not exist")
			.hasMessageContaining("SQLSTATE 42703")
			.hasMessageContaining("Nothing of this revision remains; the database is at revision a1");
		assertThat(versions()).containsExactly("a1");
		assertThat(this.database.query("SELECT to_regclass('u')")).containsExactly("null");
		this.directory.write("b2", "a1", "CREATE TABLE u (id int);");
		assertThat(upgrade().revisions()).containsExactly("b2");
	}

	@Test
	void perRunModeIsOneTransaction() {
		this.directory.write("a1", "", "CREATE TABLE t (id int);").write("b2", "a1", "SELECT nowhere;");
		MigrationSettings perRun = settings("heads", TransactionMode.PER_RUN, ChecksumMismatchPolicy.FAIL, Map.of());
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(() -> upgrade(perRun))
			.withMessageContaining("the database is at base");
		assertThat(versions()).isEmpty();
		assertThat(this.database.query("SELECT to_regclass('t')")).containsExactly("null");
		this.directory.write("b2", "a1", "");
		upgrade(perRun);
		assertThat(versions()).containsExactly("b2");
	}

	@Test
	void editOfAppliedRevisionIsRefused() {
		this.directory.write("a1", "", "CREATE TABLE t (id int);");
		upgrade();
		this.directory.write("a1", "", "CREATE TABLE t (id bigint);").write("b2", "a1", "");
		assertThatExceptionOfType(ChecksumMismatchException.class).isThrownBy(this::upgrade)
			.withMessageContaining("a1 (")
			.withMessageContaining("a1.sql");
		assertThat(versions()).containsExactly("a1");
		upgrade(settings("heads", TransactionMode.PER_REVISION, ChecksumMismatchPolicy.WARN, Map.of()));
		assertThat(versions()).containsExactly("b2");
	}

	@Test
	void editOfAppliedRevisionIsRefusedWhenNothingIsPending() {
		this.directory.write("a1", "", "CREATE TABLE t (id int);");
		upgrade();
		this.directory.write("a1", "", "CREATE TABLE t (id bigint);");
		assertThatExceptionOfType(ChecksumMismatchException.class).isThrownBy(this::upgrade);
	}

	@Test
	void otherLineEndsAndCommentsOutsideOfTheSectionAreNoEdit() {
		this.directory.write("a1", "", "CREATE TABLE t (id int);\nCREATE TABLE u (id int);");
		upgrade();
		this.directory.writeFile("a1.sql", """
				-- make a1, better described
				-- revision: a1

				-- migrate:upgrade
				CREATE TABLE t (id int);
				CREATE TABLE u (id int);

				-- migrate:downgrade
				DROP TABLE u, t;
				""".replace("\n", "\r\n"));
		assertThat(upgrade().revisions()).isEmpty();
	}

	@Test
	void rowThatNoRevisionHasIsRefused() {
		this.directory.write("a1", "", "");
		upgrade();
		this.database.execute("UPDATE migrations_version SET version_num = 'zz'");
		assertThatExceptionOfType(UnknownCurrentRevisionException.class).isThrownBy(this::upgrade)
			.withMessageContaining("zz");
	}

	@Test
	void databaseOfAlembicIsTakenOver() {
		this.database.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
				+ "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)); INSERT INTO alembic_version VALUES ('a1')");
		this.directory.write("a1", "", "SELECT fails;").write("b2", "a1", "CREATE TABLE t ();");
		MigrationSettings settings = MigrationSettings.builder()
			.versionTable("alembic_version")
			.lockWaitTimeout(Duration.ofSeconds(10))
			.build();
		assertThat(upgrade(settings).revisions()).containsExactly("b2");
		assertThat(this.database.query("SELECT version_num FROM alembic_version")).containsExactly("b2");
	}

	@Test
	void statementThatCannotRunInTransactionIsRefusedBeforeAnythingRuns() {
		this.directory.write("a1", "", "CREATE TABLE t (id int);")
			.write("b2", "a1", "CREATE INDEX CONCURRENTLY i ON t (id);");
		assertThatExceptionOfType(InvalidScriptException.class).isThrownBy(this::upgrade)
			.withMessageContaining("b2.sql:7:1")
			.satisfies((failure) -> assertThat(failure.getAction()).contains("-- migrate:autocommit"));
		assertThat(this.database.query("SELECT to_regclass('t')")).containsExactly("null");
		assertThat(this.database.query("SELECT to_regclass('migrations_version')")).containsExactly("null");
	}

	@Test
	void transactionControlIsRefused() {
		this.directory.write("a1", "", "CREATE TABLE t (id int); COMMIT;");
		assertThatExceptionOfType(InvalidScriptException.class).isThrownBy(this::upgrade)
			.withMessageContaining("a1.sql:7:26");
	}

	@Test
	void commitInsideProcedureIsRefusedByTheServer() {
		this.directory.write("a1", "", "CREATE TABLE t (id int);\nDO $$ BEGIN COMMIT; END $$;");
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(this::upgrade)
			.withMessageContaining("2D000");
		assertThat(this.database.query("SELECT to_regclass('t')")).containsExactly("null");
	}

	@Test
	void deferredConstraintThatFailsAtCommitNamesItsRevision() {
		this.directory.write("a1", "", "CREATE TABLE t (id int UNIQUE DEFERRABLE INITIALLY DEFERRED);")
			.write("b2", "a1", "INSERT INTO t VALUES (1), (1);");
		assertThatExceptionOfType(CommitFailedException.class).isThrownBy(this::upgrade)
			.withMessageContaining("The upgrade of revision b2 (")
			.withMessageContaining("SQLSTATE 23505")
			.withMessageContaining("the database is at revision a1");
		assertThat(versions()).containsExactly("a1");
	}

	@Test
	void settingsOfOneRevisionDoNotReachTheNext() {
		this.database.execute("CREATE SCHEMA s; CREATE ROLE %1$s; GRANT ALL ON SCHEMA s TO %1$s"
			.formatted(this.database.name() + "_r"));
		this.directory
			.write("a1", "",
					"SELECT pg_catalog.set_config('search_path', '', false);\nSET ROLE %s_r;\nCREATE TABLE s.t ();"
						.formatted(this.database.name()))
			.write("b2", "a1", "CREATE TABLE u ();");
		upgrade();
		assertThat(this.database.query("SELECT relnamespace::regnamespace || ' ' || relowner::regrole FROM pg_class "
				+ "WHERE relname IN ('t', 'u') ORDER BY relname"))
			.containsExactly("s " + this.database.name() + "_r", "public postgres");
	}

	@Test
	void settingsStayWithinRevisionThatIsNotOneTransaction() {
		this.database.execute("CREATE SCHEMA s; CREATE ROLE %1$s; GRANT ALL ON SCHEMA s TO %1$s"
			.formatted(this.database.name() + "_r"));
		this.directory.write("a1", "",
				"-- migrate:autocommit\nSET ROLE %s_r;\nSET search_path = s;\nCREATE TABLE t (id int);\nCREATE INDEX CONCURRENTLY i ON t (id);\n-- migrate:end"
					.formatted(this.database.name()))
			.write("b2", "a1", "CREATE TABLE u ();");
		upgrade();
		assertThat(this.database.query("SELECT relnamespace::regnamespace || ' ' || relowner::regrole FROM pg_class "
				+ "WHERE relname IN ('i', 't', 'u') ORDER BY relname"))
			.containsExactly("s " + this.database.name() + "_r", "s " + this.database.name() + "_r", "public postgres");
		assertThat(history("progress")).containsExactly("4", "null");
	}

	@Test
	void autocommitPartRunsOutsideOfTransaction() {
		this.directory.write("a1", "", """
				CREATE TABLE t (id int);
				-- migrate:autocommit
				CREATE INDEX CONCURRENTLY i ON t (id);
				-- migrate:end
				INSERT INTO t VALUES (1);
				""");
		upgrade();
		assertThat(this.database.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"))
			.containsExactly("t");
		assertThat(this.database.query("SELECT id FROM t")).containsExactly("1");
		assertThat(history("revision || ' ' || outcome || ' ' || progress || ' ' || heads_after"))
			.containsExactly("a1 success 3 a1");
		assertThat(upgrade().revisions()).isEmpty();
	}

	@Test
	void failedPartOutsideOfTransactionGoesOnWhereItStopped() {
		this.directory.write("a1", "", """
				CREATE TABLE t (id int);
				INSERT INTO t VALUES (1), (1);
				-- migrate:autocommit
				INSERT INTO t VALUES (2);
				CREATE UNIQUE INDEX CONCURRENTLY i ON t (id);
				-- migrate:end
				INSERT INTO t VALUES (3);
				""");
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(this::upgrade)
			.withMessageContaining("a1.sql:11:1")
			.withMessageContaining("3 of 5 statements have run and stay");
		assertThat(versions()).isEmpty();
		assertThat(history("outcome || ' ' || progress")).containsExactly("failed 3");
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(this::upgrade);
		this.database.execute("DELETE FROM t WHERE ctid = (SELECT min(ctid) FROM t WHERE id = 1)");
		upgrade();
		assertThat(this.database.query("SELECT id FROM t ORDER BY id")).containsExactly("1", "2", "3");
		assertThat(this.database.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"))
			.containsExactly("t");
		assertThat(history("outcome")).containsExactly("success");
		assertThat(versions()).containsExactly("a1");
	}

	@Test
	void settingsOfFinishedStatementsAreThereWhenStepGoesOn() {
		this.database.execute("CREATE SCHEMA s");
		String start = "-- migrate:autocommit\nSET search_path = s;\nCREATE TABLE t (id int);\n";
		this.directory.write("a1", "", start + "SELECT nowhere;\n-- migrate:end");
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(this::upgrade);
		this.directory.write("a1", "", start + "CREATE TABLE u (id int);\n-- migrate:end");
		upgrade();
		assertThat(this.database.query("SELECT relnamespace::regnamespace FROM pg_class WHERE relname IN ('t', 'u')"))
			.containsExactly("s", "s");
	}

	@Test
	void versionTableThatLostItsRowsIsRefused() {
		this.directory.write("a1", "", "CREATE TABLE IF NOT EXISTS t (id int);");
		upgrade();
		this.database.execute("DELETE FROM migrations_version");
		assertThatExceptionOfType(LostVersionsException.class).isThrownBy(this::upgrade);
		this.database.execute("DROP TABLE migrations_version");
		assertThatExceptionOfType(LostVersionsException.class).isThrownBy(this::upgrade)
			.withMessageContaining("the database is at a1");
		this.database.execute("DROP TABLE migrations_history");
		assertThat(upgrade().revisions()).containsExactly("a1");
	}

	@Test
	void temporaryObjectsOfOneRevisionDoNotReachTheNext() {
		this.directory.write("a1", "", "CREATE TEMP TABLE tmp AS SELECT 1 AS a;")
			.write("b2", "a1", "CREATE TEMP TABLE tmp AS SELECT 2 AS b;");
		assertThat(upgrade().revisions()).containsExactly("a1", "b2");
	}

	@Test
	void warningAboutAnEditDoesNotSilenceTheNextStart() {
		this.directory.write("a1", "", "CREATE TABLE t (id int);");
		upgrade();
		this.directory.write("a1", "", "CREATE TABLE t (id bigint);").write("b2", "a1", "");
		upgrade(settings("heads", TransactionMode.PER_REVISION, ChecksumMismatchPolicy.WARN, Map.of()));
		assertThatExceptionOfType(ChecksumMismatchException.class).isThrownBy(this::upgrade);
	}

	@Test
	void indexThatCouldNotBeBuiltIsTakenAway() {
		this.directory.write("a1", "", "CREATE TABLE t (id int); INSERT INTO t VALUES (1), (1);")
			.write("b2", "a1", "-- migrate:autocommit\nCREATE UNIQUE INDEX CONCURRENTLY i ON t (id);\n-- migrate:end");
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(this::upgrade)
			.satisfies((failure) -> assertThat(failure.getAction()).contains("must stay as they are"));
		assertThat(this.database.query("SELECT to_regclass('i')")).containsExactly("null");
	}

	@Test
	void twoBranchesThatStoppedHalfWayBothGoOn() {
		this.directory.write("aaa1", "", "CREATE TABLE t (id int);")
			.write("bbb1", "aaa1", "-- migrate:autocommit\nINSERT INTO t VALUES (1);\nSELECT nowhere;\n-- migrate:end");
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(this::upgrade);
		this.directory.write("aab1", "aaa1",
				"-- migrate:autocommit\nINSERT INTO t VALUES (2);\nSELECT nowhere;\n-- migrate:end");
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(this::upgrade);
		this.directory.write("bbb1", "aaa1", "-- migrate:autocommit\nINSERT INTO t VALUES (1);\n-- migrate:end")
			.write("aab1", "aaa1", "-- migrate:autocommit\nINSERT INTO t VALUES (2);\n-- migrate:end");
		upgrade();
		assertThat(this.database.query("SELECT id FROM t ORDER BY id")).containsExactly("1", "2");
		assertThat(history("outcome")).containsOnly("success");
		assertThat(upgrade().revisions()).isEmpty();
	}

	@Test
	void statementThatSucceededIsNotRepeatedIfItCouldNotBeRecorded() {
		this.directory.write("a1", "", """
				CREATE TABLE t (id int);
				-- migrate:autocommit
				DO $$ BEGIN
					INSERT INTO t VALUES (1);
					ALTER TABLE migrations_history ADD CONSTRAINT c CHECK (progress < 2) NOT VALID;
				END $$;
				-- migrate:end
				""");
		assertThatExceptionOfType(DatabaseAccessException.class).isThrownBy(this::upgrade);
		this.database.execute("ALTER TABLE migrations_history DROP CONSTRAINT c");
		assertThatExceptionOfType(UnfinishedStepException.class).isThrownBy(this::upgrade)
			.withMessageContaining("cannot tell whether it took effect");
		assertThat(this.database.query("SELECT id FROM t")).containsExactly("1");
	}

	@Test
	void invalidIndexThatIsThereAlreadyIsBuiltAnew() {
		this.directory.write("a1", "", "CREATE TABLE t (id int); INSERT INTO t VALUES (1), (1);");
		upgrade();
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			statement.execute("CREATE UNIQUE INDEX CONCURRENTLY i ON t (id)");
		}
		catch (SQLException ex) {
			assertThat(ex.getSQLState()).isEqualTo("23505");
		}
		this.database.execute("DELETE FROM t");
		this.directory.write("b2", "a1",
				"-- migrate:autocommit\nCREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON t (id);\n-- migrate:end");
		assertThatExceptionOfType(UnfinishedStepException.class).isThrownBy(this::upgrade)
			.withMessageContaining("invalid");
		upgrade();
		assertThat(this.database.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"))
			.containsExactly("t");
	}

	@Test
	void lostSessionIsReportedAtItsStatementInStepOutsideOfTransactionToo() {
		this.directory.write("a1", "",
				"CREATE TABLE t ();\nSELECT pg_terminate_backend(pg_backend_pid());\n-- migrate:autocommit\nVACUUM t;\n-- migrate:end");
		assertThatExceptionOfType(LostConnectionException.class).isThrownBy(this::upgrade)
			.withMessageContaining("a1.sql:8:1")
			.withMessageContaining("57P01");
	}

	@Test
	void rowChangedByHandDuringStepRollsItBack() {
		this.directory.write("a1", "", "").write("b2", "a1", "UPDATE migrations_version SET version_num = 'x';");
		assertThatExceptionOfType(ConcurrentChangeException.class).isThrownBy(this::upgrade);
		assertThat(versions()).containsExactly("a1");
	}

	@Test
	void rowThatIsThereTwiceRollsTheStepBack() {
		this.database.execute("CREATE TABLE migrations_version (version_num varchar(32)); "
				+ "INSERT INTO migrations_version VALUES ('a1'), ('a1')");
		this.directory.write("a1", "", "").write("b2", "a1", "CREATE TABLE t ();");
		assertThatExceptionOfType(ConcurrentChangeException.class).isThrownBy(this::upgrade)
			.withMessageContaining("did not meet one row");
		assertThat(versions()).containsExactly("a1", "a1");
	}

	@Test
	void placeholdersAreReplacedAndPositionsStayThoseOfTheFile() {
		this.directory.write("a1", "", "CREATE TABLE ${table} (id int);\nSELECT '${table}', nowhere;");
		MigrationSettings settings = settings("heads", TransactionMode.PER_REVISION, ChecksumMismatchPolicy.FAIL,
				Map.of("table", "a_long_name"));
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(() -> upgrade(settings))
			.withMessageContaining("a1.sql:8:20");
		this.directory.write("a1", "", "CREATE TABLE ${table} (id int);\nSELECT ${unknown};");
		assertThatExceptionOfType(InvalidScriptException.class).isThrownBy(() -> upgrade(settings))
			.withMessageContaining("a1.sql:8:8")
			.withMessageContaining("${unknown}");
	}

	@Test
	void lockOfAnotherProcessEndsTheWaitWithItsHolder() throws SQLException {
		this.directory.write("a1", "", "");
		try (Connection holder = this.database.connect(); Statement statement = holder.createStatement()) {
			new PostgresqlDialect().openSession(holder, null, "migrations_version").tryLock();
			MigrationSettings settings = MigrationSettings.builder().lockWaitTimeout(Duration.ofMillis(300)).build();
			assertThatExceptionOfType(LockWaitTimeoutException.class).isThrownBy(() -> upgrade(settings))
				.withMessageContaining("server process");
		}
		assertThat(upgrade().revisions()).containsExactly("a1");
	}

	@Test
	void runsAtTheSameTimeApplyEachRevisionOnce() throws Exception {
		for (int i = 0; i < 20; i++) {
			String sql = (i % 5 == 4)
					? "-- migrate:autocommit\nCREATE INDEX CONCURRENTLY i" + i + " ON t0 (id);\n-- migrate:end"
					: "CREATE TABLE t" + i + " (id int);";
			this.directory.write("rev%02d".formatted(i), (i > 0) ? "rev%02d".formatted(i - 1) : "", sql);
		}
		int processes = 8;
		CountDownLatch ready = new CountDownLatch(processes);
		ExecutorService executor = Executors.newFixedThreadPool(processes);
		try {
			List<Future<MigrationResult>> results = java.util.stream.IntStream.range(0, processes)
				.mapToObj((i) -> executor.submit(() -> {
					ready.countDown();
					ready.await(1, TimeUnit.MINUTES);
					return upgrade();
				}))
				.toList();
			int applied = 0;
			for (Future<MigrationResult> result : results) {
				applied += result.get(2, TimeUnit.MINUTES).revisions().size();
			}
			assertThat(applied).isEqualTo(20);
		}
		finally {
			executor.shutdown();
		}
		assertThat(history("revision || outcome")).hasSize(20).doesNotHaveDuplicates();
		assertThat(this.database.query("SELECT count(*) FROM pg_index WHERE NOT indisvalid")).containsExactly("0");
	}

	@Test
	void validateRefusesPendingRevisionsAndWritesNothing() {
		this.directory.write("a1", "", "");
		assertThatExceptionOfType(PendingRevisionsException.class).isThrownBy(this::validate)
			.withMessageContaining("a1");
		assertThat(this.database.query("SELECT to_regclass('migrations_version')")).containsExactly("null");
		upgrade();
		assertThat(validate().heads()).containsExactly("a1");
	}

	@Test
	void everyFailureSaysWhatToDo() {
		this.directory.write("a1", "", "SELECT nowhere;");
		assertThatExceptionOfType(MigrationException.class).isThrownBy(this::upgrade)
			.satisfies((failure) -> assertThat(failure.getAction()).isNotBlank());
	}

	private MigrationSettings with(String target) {
		return settings(target, TransactionMode.PER_REVISION, ChecksumMismatchPolicy.FAIL, Map.of());
	}

	private static MigrationSettings settings(String target, TransactionMode mode, ChecksumMismatchPolicy policy,
			Map<String, String> placeholders) {
		return MigrationSettings.builder()
			.target(target)
			.transactionMode(mode)
			.checksumMismatchPolicy(policy)
			.lockWaitTimeout(Duration.ofSeconds(60))
			.placeholders(placeholders)
			.application("test")
			.build();
	}

	private MigrationResult upgrade() {
		return upgrade(with("heads"));
	}

	private MigrationResult upgrade(MigrationSettings settings) {
		return runner(settings).upgrade(ConnectionSource.of(this.database.dataSource()));
	}

	private MigrationResult validate() {
		return runner(with("heads")).validate(ConnectionSource.of(this.database.dataSource()));
	}

	private MigrationRunner runner(MigrationSettings settings) {
		ScriptSettings scripts = new ScriptSettings("classpath:unused", List.of(this.directory.location()));
		return new MigrationRunner(new PostgresqlDialect(), new ScriptDirectory(scripts, getClass().getClassLoader()),
				settings);
	}

	private List<String> versions() {
		return this.database.query("SELECT version_num FROM migrations_version ORDER BY 1");
	}

	private List<String> history(String expression) {
		return this.database.query("SELECT " + expression + " FROM migrations_history ORDER BY id");
	}

}
