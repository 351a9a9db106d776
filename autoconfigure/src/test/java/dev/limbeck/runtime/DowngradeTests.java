package dev.limbeck.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.limbeck.revision.Direction;
import dev.limbeck.revision.DowngradeRequest;
import dev.limbeck.revision.MigrationPlan;
import dev.limbeck.revision.MigrationResult;
import dev.limbeck.revision.RevisionException;
import dev.limbeck.revision.RevisionStep;
import dev.limbeck.revision.UpgradeRequest;
import dev.limbeck.test.Background;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for downgrades on a real server.
 */
@Timeout(120)
class DowngradeTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private RevisionDirectory directory;

	private Runs runs;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.directory = new RevisionDirectory(path);
		this.runs = new Runs(this.database, this.directory);
	}

	private void writeLine() {
		writeTable("a1", "");
		writeTable("b2", "a1");
		writeTable("c3", "b2");
	}

	private void writeTable(String id, String downRevision) {
		this.directory.write(id, downRevision, "CREATE TABLE t_" + id + " (id int);", "DROP TABLE t_" + id + ";");
	}

	@Test
	void oneStepTakesTheLastRevisionBack() {
		writeLine();
		this.runs.start();
		MigrationResult result = this.runs.downgrade("-1");
		assertThat(result.direction()).isEqualTo(Direction.DOWNGRADE);
		assertThat(result.revisions()).containsExactly("c3");
		assertThat(result.heads()).containsExactly("b2");
		assertThat(tables()).containsExactly("t_a1", "t_b2");
		assertThat(this.runs.heads()).containsExactly("b2");
		assertThat(this.runs.history()).last().isEqualTo("c3 downgrade [b2] success");
	}

	@Test
	void baseTakesEverythingBackAndTheNextStartRunsItAgain() {
		writeLine();
		this.runs.start();
		assertThat(this.runs.downgrade("base").revisions()).containsExactly("c3", "b2", "a1");
		assertThat(tables()).isEmpty();
		assertThat(this.runs.heads()).isEmpty();
		assertThat(this.runs.start().revisions()).containsExactly("a1", "b2", "c3");
		assertThat(this.runs.start().revisions()).isEmpty();
	}

	@Test
	void targetThatTheDatabaseIsAtTakesNothingBack() {
		writeLine();
		this.runs.start();
		assertThat(this.runs.downgrade("c3").steps()).isEmpty();
		assertThat(this.runs.history()).hasSize(3);
	}

	@Test
	void startAfterADowngradeIsNotUpToDate() {
		writeLine();
		this.runs.start();
		this.runs.downgrade("-1");
		assertThat(this.runs.start().revisions()).containsExactly("c3");
	}

	@Test
	void branchIsTakenBackAlone() {
		writeTable("a1", "");
		writeTable("b1", "a1");
		writeTable("c1", "a1");
		this.directory.write("c2", "c1\n-- branch_labels: side", "CREATE TABLE t_c2 ();", "DROP TABLE t_c2;");
		this.runs.start();
		assertThat(this.runs.downgrade("side@-1").revisions()).containsExactly("c2");
		assertThat(this.runs.heads()).containsExactlyInAnyOrder("b1", "c1");
		assertThat(this.runs.downgrade("a1").revisions()).containsExactlyInAnyOrder("b1", "c1");
		assertThat(this.runs.heads()).containsExactly("a1");
	}

	@Test
	void mergeIsUnmerged() {
		writeTable("a1", "");
		writeTable("b1", "a1");
		writeTable("c1", "a1");
		writeTable("m1", "b1, c1");
		this.runs.start();
		assertThat(this.runs.downgrade("b1").revisions()).containsExactly("m1");
		assertThat(this.runs.heads()).containsExactlyInAnyOrder("b1", "c1");
		assertThat(this.runs.history()).last().isEqualTo("m1 downgrade [b1,c1] success");
		assertThat(this.runs.start().revisions()).containsExactly("m1");
	}

	@Test
	void rowThatAnotherOneImpliesIsGoneAfterTheFirstStep() {
		writeLine();
		this.runs.start();
		this.database.execute("INSERT INTO migrations_version VALUES ('a1')");
		assertThat(this.runs.downgrade("b2").revisions()).containsExactly("c3");
		assertThat(this.runs.heads()).containsExactly("b2");
		assertThat(this.runs.start().revisions()).containsExactly("c3");
	}

	@Test
	void irreversibleRevisionsAreAllNamedBeforeAnythingRuns() {
		writeTable("a1", "");
		this.directory.write("b2", "a1", "CREATE TABLE t_b2 ();").write("c3", "b2", "CREATE TABLE t_c3 ();");
		writeTable("d4", "c3");
		this.runs.start();
		IrreversibleRevisionException failure = catchThrowableOfType(IrreversibleRevisionException.class,
				() -> this.runs.downgrade("a1"));
		assertThat(failure.getRevisions()).containsExactly("c3", "b2");
		assertThat(failure).hasMessageContaining("c3.sql")
			.hasMessageContaining("b2.sql")
			.hasMessageContaining("Nothing was run; the database is at revision d4");
		assertThat(failure.getAction()).contains("-- migrate:downgrade");
		assertThat(this.runs.heads()).containsExactly("d4");
		assertThat(this.runs.downgrade("c3").revisions()).containsExactly("d4");
	}

	@Test
	void emptyDowngradeIsAllowed() {
		this.directory.write("a1", "", "SELECT 1;", "");
		this.runs.start();
		assertThat(this.runs.downgrade("base").revisions()).containsExactly("a1");
	}

	@Test
	void failureInTheMiddleKeepsWhatWasTakenBackBefore() {
		writeLine();
		this.directory.write("b2", "a1", "CREATE TABLE t_b2 ();", "DROP TABLE t_b2;\nDROP TABLE nowhere;");
		this.runs.start();
		StatementFailedException failure = catchThrowableOfType(StatementFailedException.class,
				() -> this.runs.downgrade("base"));
		assertThat(failure).hasMessageContaining("The downgrade of revision b2 failed at")
			.hasMessageContaining("b2.sql:11:1")
			.hasMessageContaining("Statement: DROP TABLE nowhere")
			.hasMessageContaining("SQLSTATE 42P01")
			.hasMessageContaining("Nothing of this revision remains; the database is at revision b2");
		assertThat(failure.getAction()).contains("run the downgrade again");
		assertThat(tables()).containsExactly("t_a1", "t_b2");
		assertThat(this.runs.heads()).containsExactly("b2");
	}

	@Test
	void failureInPerRunModeTakesNothingBack() {
		writeLine();
		this.directory.write("b2", "a1", "CREATE TABLE t_b2 ();", "DROP TABLE nowhere;");
		this.runs.start();
		assertThatExceptionOfType(StatementFailedException.class)
			.isThrownBy(() -> this.runs.in(TransactionMode.PER_RUN).downgrade("base"))
			.withMessageContaining("the database is at revision c3");
		assertThat(this.runs.heads()).containsExactly("c3");
		assertThat(tables()).hasSize(3);
		this.directory.write("b2", "a1", "CREATE TABLE t_b2 ();", "DROP TABLE t_b2;");
		assertThat(this.runs.downgrade("base").revisions()).hasSize(3);
		assertThat(this.runs.heads()).isEmpty();
	}

	@Test
	void statementThatNeedsNoTransactionIsRefusedBeforeAnythingRuns() {
		writeLine();
		this.directory.write("a1", "", "CREATE TABLE t_a1 (id int);\nCREATE INDEX i ON t_a1 (id);",
				"DROP INDEX CONCURRENTLY i;\nDROP TABLE t_a1;");
		this.runs.start();
		assertThatExceptionOfType(InvalidScriptException.class).isThrownBy(() -> this.runs.downgrade("base"))
			.satisfies((failure) -> assertThat(failure.getAction()).contains("-- migrate:downgrade transaction=off"));
		assertThat(tables()).hasSize(3);
	}

	@Test
	void editedRevisionMayBeTakenBackAndRunAgain() {
		writeLine();
		this.runs.start();
		this.directory.write("c3", "b2", "CREATE TABLE t_c3 (id bigint);", "DROP TABLE t_c3;");
		assertThatExceptionOfType(ChecksumMismatchException.class).isThrownBy(this.runs::start);
		this.runs.downgrade("-1");
		assertThat(this.runs.start().revisions()).containsExactly("c3");
		assertThat(this.database.query("SELECT pg_typeof(id) FROM t_c3 RIGHT JOIN (VALUES (1)) v ON true"))
			.containsExactly("bigint");
	}

	@Test
	void unknownTargetIsRefused() {
		writeLine();
		this.runs.start();
		assertThatExceptionOfType(RevisionException.class).isThrownBy(() -> this.runs.downgrade("nope"));
		assertThat(this.runs.heads()).containsExactly("c3");
	}

	@Test
	void databaseOfAlembicIsTakenBackWithoutAHistory() {
		writeLine();
		this.database.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
				+ "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)); INSERT INTO alembic_version VALUES ('b2');"
				+ "CREATE TABLE t_b2 (); CREATE TABLE t_a1 ()");
		this.runs.versionTable("alembic_version");
		assertThat(this.runs.heads()).containsExactly("b2");
		assertThat(this.runs.downgrade("-1").revisions()).containsExactly("b2");
		assertThat(this.database.query("SELECT version_num FROM alembic_version")).containsExactly("a1");
		assertThat(this.runs.history()).containsExactly("b2 downgrade [a1] success");
	}

	@Test
	void planIsReadAndNothingIsWritten() {
		writeTable("a1", "");
		this.directory.write("b2", "a1", "CREATE TABLE t_b2 ();");
		assertThat(this.runs.heads()).isEmpty();
		assertThat(planUpgrade("heads").steps()).hasSize(2);
		assertThat(this.database.query("SELECT to_regclass('migrations_version')")).containsExactly("null");
		this.runs.upgrade("a1");
		assertThat(planUpgrade("heads").steps()).singleElement()
			.satisfies((step) -> assertThat(step.revision().id()).isEqualTo("b2"));
		this.runs.upgrade("b2");
		MigrationPlan<RevisionStep> plan = this.runs.runner()
			.planDowngrade(this.runs.connections(), DowngradeRequest.to("base"));
		assertThat(plan.steps()).hasSize(2);
		assertThat(plan.finalHeads()).isEmpty();
		assertThat(plan.warnings()).singleElement().asString().contains("b2 (");
		assertThat(this.runs.heads()).containsExactly("b2");
	}

	@Test
	void planWarnsOfAnEdit() {
		writeLine();
		this.runs.upgrade("a1");
		this.directory.write("a1", "", "SELECT 'edited';", "");
		assertThat(planUpgrade("heads").warnings()).singleElement().asString().contains("a1 (", "was edited");
		assertThat(planUpgrade("heads").steps()).hasSize(2);
	}

	@Test
	void relativeUpgradeGoesOnAStepEachTime() {
		writeLine();
		assertThat(this.runs.upgrade("+1").revisions()).containsExactly("a1");
		assertThat(this.runs.upgrade("+1").revisions()).containsExactly("b2");
		assertThat(this.runs.upgrade("+1").revisions()).containsExactly("c3");
	}

	@Test
	void explicitTargetIsNotTakenForThatOfTheSettings() {
		writeLine();
		assertThat(this.runs.upgrade("b2").revisions()).containsExactly("a1", "b2");
		assertThat(this.runs.upgrade("b2").revisions()).isEmpty();
		assertThat(this.runs.start().revisions()).containsExactly("c3");
		assertThat(this.runs.upgrade("b2").revisions()).isEmpty();
		assertThat(this.runs.upgrade("a1", "a1").revisions()).isEmpty();
	}

	@Test
	void relativeTargetOfWhichOneStepIsDoneIsNotToBeRepeated() {
		writeLine();
		this.directory.write("b2", "a1", "CREATE TABLE t_b2 ();", "DROP TABLE nowhere;");
		this.runs.start();
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(() -> this.runs.downgrade("-2"))
			.satisfies((failure) -> assertThat(failure.getAction()).contains("Do not repeat '-2'",
					"What is left is the downgrade of revision b2: the target 'a1' leads there."));
		assertThat(this.runs.heads()).containsExactly("b2");
	}

	@Test
	void endOfTheSessionInTheMiddleKeepsTheRevision() {
		writeLine();
		this.directory.write("b2", "a1", "CREATE TABLE t_b2 ();", "DROP TABLE t_b2;\nSELECT pg_sleep(100);");
		this.runs.start();
		CompletableFuture<MigrationResult> run = Background.start(() -> this.runs.downgrade("base"));
		terminate("SELECT pg_sleep(100)%");
		assertThat(catchThrowableOfType(CompletionException.class, run::join)).cause()
			.isInstanceOf(LostConnectionException.class)
			.hasMessageContaining("57P01");
		assertThat(this.runs.heads()).containsExactly("b2");
		assertThat(tables()).containsExactly("t_a1", "t_b2");
		this.directory.write("b2", "a1", "CREATE TABLE t_b2 ();", "DROP TABLE t_b2;");
		assertThat(this.runs.downgrade("base").revisions()).containsExactly("b2", "a1");
	}

	@Test
	void upgradesAndDowngradesAtTheSameTimeTakeTurns() throws Exception {
		writeLine();
		int threads = 6;
		CountDownLatch ready = new CountDownLatch(threads);
		ExecutorService executor = Executors.newFixedThreadPool(threads);
		try {
			List<Future<MigrationResult>> results = java.util.stream.IntStream.range(0, threads)
				.mapToObj((i) -> executor.submit(() -> {
					ready.countDown();
					ready.await(1, TimeUnit.MINUTES);
					return (i % 2 == 0) ? this.runs.upgrade("heads") : this.runs.downgrade("base");
				}))
				.toList();
			for (Future<MigrationResult> result : results) {
				result.get(2, TimeUnit.MINUTES);
			}
		}
		finally {
			executor.shutdown();
		}
		List<String> last = this.runs.heads();
		assertThat(last.isEmpty() || last.equals(List.of("c3"))).isTrue();
		assertThat(tables()).hasSize(last.isEmpty() ? 0 : 3);
		assertThat(this.runs.history()).allMatch((row) -> row.endsWith("success"));
		assertThat(this.database.query("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = "
				+ "(SELECT oid FROM pg_database WHERE datname = current_database())"))
			.containsExactly("0");
	}

	private MigrationPlan<RevisionStep> planUpgrade(String target) {
		return this.runs.runner().planUpgrade(this.runs.connections(), UpgradeRequest.to(target));
	}

	private void terminate(String query) {
		String sql = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
				+ "AND state = 'active' AND query LIKE '" + query + "' AND pid <> pg_backend_pid()";
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !this.database.query(sql).isEmpty());
	}

	private List<String> tables() {
		return this.database.query("SELECT relname FROM pg_class WHERE relname LIKE 't\\_%' ORDER BY 1");
	}

}
