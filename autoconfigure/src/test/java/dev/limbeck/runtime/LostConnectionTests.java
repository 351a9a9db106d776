package dev.limbeck.runtime;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import dev.limbeck.command.Migrations;
import dev.limbeck.operation.Operations;
import dev.limbeck.revision.DowngradeRequest;
import dev.limbeck.revision.MigrationResult;
import dev.limbeck.script.MigrationScript;
import dev.limbeck.script.Revision;
import dev.limbeck.script.ScriptSettings;
import dev.limbeck.test.FaultProxy;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for what is said after a connection was lost: whether it is so, and whether the
 * advice leads to where the request wanted to be.
 */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class LostConnectionTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private final FaultProxy proxy = FaultProxy.to(this.database);

	private RevisionDirectory directory;

	private Runs runs;

	private Runs faulty;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.directory = new RevisionDirectory(path);
		this.directory.write("a1", "", "CREATE TABLE t_a1 ();", "DROP TABLE t_a1;")
			.write("b2", "a1", "CREATE TABLE t_b2 ();", "DROP TABLE t_b2;")
			.write("c3", "b2", "CREATE TABLE t_c3 ();", "DROP TABLE t_c3;");
		this.runs = new Runs(this.database, this.directory);
		this.faulty = new Runs(this.proxy.database(), this.directory).lockWait(Duration.ofSeconds(10));
	}

	@AfterEach
	void close() {
		this.proxy.close();
	}

	@Test
	void downgradeWhoseCommitReachedTheServerIsDone() {
		this.runs.start();
		this.proxy.cutAfter("COMMIT", 1);
		MigrationResult result = this.faulty.downgrade("-1");
		assertThat(this.proxy.hasCut()).isTrue();
		assertThat(result.revisions()).containsExactly("c3");
		assertThat(result.heads()).containsExactly("b2");
		assertThat(result.warnings()).singleElement()
			.asString()
			.contains("lost in the downgrade of revision c3", "revision c3 was taken back",
					"To repeat '-1' would do more");
		assertAt("b2");
	}

	@Test
	void downgradeWhoseCommitDidNotReachTheServerIsNotDone() {
		this.runs.start();
		this.proxy.cutBefore("COMMIT", 1);
		LostConnectionException failure = lose(() -> this.faulty.downgrade("-1"));
		assertThat(failure).hasMessageContaining("revision c3 was not taken back: nothing of it remains")
			.hasMessageContaining("the database is at revision c3");
		assertThat(failure.getState()).isEqualTo(StepState.NOT_APPLIED);
		assertThat(failure.getHeads()).containsExactly("c3");
		assertThat(failure.getAction()).endsWith("run the downgrade again.");
		assertAt("c3");
		assertThat(this.runs.downgrade("-1").revisions()).containsExactly("c3");
		assertAt("b2");
	}

	@Test
	void restOfRelativeDowngradeIsNamed() {
		this.runs.start();
		this.proxy.cutAfter("COMMIT", 1);
		LostConnectionException failure = lose(() -> this.faulty.downgrade("-2"));
		assertThat(failure).hasMessageContaining("revision c3 was taken back; the database is at revision b2")
			.hasMessageContaining("Not begun: b2.");
		assertThat(failure.getState()).isEqualTo(StepState.APPLIED);
		assertThat(failure.getAction()).contains("Do not repeat '-2'", "the downgrade of revision b2",
				"the target 'a1' leads there");
		assertThat(this.runs.downgrade("a1").revisions()).containsExactly("b2");
		assertAt("a1");
	}

	@Test
	void relativeUpgradeIsCarriedOutOnce() {
		this.runs.upgrade("a1");
		this.proxy.cutAfter("COMMIT", 1);
		assertThat(this.faulty.upgrade("+1").revisions()).containsExactly("b2");
		assertAt("b2");
	}

	@Test
	void restOfRelativeUpgradeOfWhichOneStepIsDoneIsNamed() {
		this.runs.upgrade("a1");
		this.proxy.cutBefore("COMMIT", 2);
		LostConnectionException failure = lose(() -> this.faulty.upgrade("+2"));
		assertThat(failure).hasMessageContaining("revision c3 was not applied");
		assertThat(failure.getState()).isEqualTo(StepState.NOT_APPLIED);
		assertThat(failure.getAction()).contains("Do not repeat '+2'", "the target 'c3' leads there");
		assertAt("b2");
	}

	@Test
	void upgradeIsRunToItsEndByRepeatingIt() {
		this.proxy.cutAfter("COMMIT", 2);
		LostConnectionException failure = lose(this.faulty::start);
		assertThat(failure).hasMessageContaining("lost in the upgrade of revision a1")
			.hasMessageContaining("revision a1 was applied; the database is at revision a1")
			.hasMessageContaining("Not begun: b2, c3.");
		assertThat(failure.getState()).isEqualTo(StepState.APPLIED);
		assertThat(failure.getAction()).endsWith("start again; it goes on from there.");
		assertThat(this.runs.start().revisions()).containsExactly("b2", "c3");
		assertOnce();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4 })
	void upgradeIsRightWhereverItIsCut(int commit) {
		this.proxy.cutBefore("COMMIT", commit);
		LostConnectionException failure = lose(this.faulty::start);
		assertThat(failure.getState()).isEqualTo(StepState.NOT_APPLIED);
		assertThat(failure.getHeads()).isEqualTo(this.runs.heads()).hasSize((commit > 2) ? 1 : 0);
		this.runs.start();
		assertOnce();
	}

	@Test
	void lastStepOfAnUpgradeThatIsConfirmedIsASuccess() {
		this.proxy.cutAfter("COMMIT", 4);
		List<String> committed = new ArrayList<>();
		this.faulty.tell(new Committed(committed));
		assertThat(this.faulty.start().revisions()).containsExactly("a1", "b2", "c3");
		assertThat(committed).containsExactly("a1", "b2", "c3");
		assertThat(this.runs.start().revisions()).isEmpty();
		assertOnce();
	}

	@Test
	void commitBehindListenersIsLookedAfterToo() {
		this.proxy.cutAfter("COMMIT", 2);
		this.faulty.tell(new MigrationListener() {

		});
		assertThat(lose(this.faulty::start).getState()).isEqualTo(StepState.APPLIED);
		assertAt("a1");
	}

	@Test
	void runInOneTransactionIsAppliedAsAWhole() {
		this.proxy.cutAfter("COMMIT", 2);
		assertThat(this.faulty.in(TransactionMode.PER_RUN).start().revisions()).containsExactly("a1", "b2", "c3");
		assertOnce();
		this.proxy.cutAfter("COMMIT", 1);
		assertThat(this.faulty.downgrade("-2").revisions()).containsExactly("c3", "b2");
		assertAt("a1");
	}

	@Test
	void runInOneTransactionIsTakenBackAsAWhole() {
		this.proxy.cutBefore("COMMIT", 2);
		LostConnectionException failure = lose(this.faulty.in(TransactionMode.PER_RUN)::start);
		assertThat(failure).hasMessageContaining("revisions a1, b2, c3 were not applied");
		assertThat(failure.getHeads()).isEmpty();
		this.proxy.cutBefore("CREATE TABLE t_b2", 1);
		assertThat(lose(this.faulty::start).getState()).isEqualTo(StepState.NOT_APPLIED);
		assertThat(this.runs.start().revisions()).containsExactly("a1", "b2", "c3");
		assertOnce();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void cutAtTheUnlockIsNoFailure(boolean carriedOut, CapturedOutput output) {
		cut("pg_advisory_unlock", 1, carriedOut);
		assertThat(this.faulty.start().revisions()).containsExactly("a1", "b2", "c3");
		assertThat(this.proxy.hasCut()).isTrue();
		assertThat(output).contains("Everything is done, but the connection was lost before the lock");
		cut("pg_advisory_unlock", 1, carriedOut);
		assertThat(this.faulty.downgrade("-1").revisions()).containsExactly("c3");
		assertAt("b2");
	}

	@ParameterizedTest
	@EnumSource(names = { "REFUSE", "HANG" })
	void unknownIsSaidWhereTheDatabaseCannotBeAsked(FaultProxy.After after) {
		this.runs.start();
		this.proxy.cutAfter("COMMIT", 1).then(after);
		LostConnectionException failure = lose(() -> this.faulty.lockWait(Duration.ofSeconds(2)).downgrade("-1"));
		assertThat(failure)
			.hasMessageContaining(
					"Whether revision c3 was taken back is unknown, since the database could not be asked")
			.hasMessageContaining("It is at revision b2 if so, and at revision c3 if not.");
		assertThat(failure.getState()).isEqualTo(StepState.UNKNOWN);
		assertThat(failure.getHeads()).isNull();
		assertThat(failure.getAction()).startsWith("Run the command 'current' before you repeat this")
			.contains("to repeat '-1' would do more");
		assertAt("b2");
	}

	@Test
	void whatWasNotCommittedIsCertainEvenIfTheDatabaseCannotBeAsked() {
		this.runs.upgrade("a1");
		this.proxy.cutBefore("CREATE TABLE t_b2", 1).then(FaultProxy.After.REFUSE);
		LostConnectionException failure = lose(() -> this.faulty.lockWait(Duration.ofSeconds(1)).start());
		assertThat(failure).hasMessageContaining("failed at")
			.hasMessageContaining("b2.sql:7:1")
			.hasMessageContaining("revision b2 was not applied: nothing of it remains");
		assertThat(failure.getState()).isEqualTo(StepState.NOT_APPLIED);
		assertThat(failure.getHeads()).isNull();
		assertAt("a1");
	}

	@Test
	void cutBeforeAnythingWasRunSaysSo() {
		this.proxy.cutBefore("pg_try_advisory_lock", 1);
		LostConnectionException failure = lose(this.faulty::start);
		assertThat(failure).hasMessageContaining("lost before anything was run")
			.hasMessageContaining("No revision was run.");
		assertThat(failure.getState()).isEqualTo(StepState.NOT_APPLIED);
		assertThat(this.runs.start().revisions()).hasSize(3);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void stampIsMadeOrNot(boolean carriedOut) {
		this.runs.runner().ensureVersion(this.runs.connections());
		cut("COMMIT", 1, carriedOut);
		if (carriedOut) {
			assertThat(this.faulty.stamp("b2").heads()).containsExactly("b2");
		}
		else {
			assertThat(lose(() -> this.faulty.stamp("b2"))).hasMessageContaining("the stamp was not made");
		}
		assertThat(this.runs.heads()).isEqualTo(carriedOut ? List.of("b2") : List.of());
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void purgeIsMadeOrNot(boolean carriedOut) {
		this.runs.stamp("b2");
		cut("COMMIT", 1, carriedOut);
		if (carriedOut) {
			assertThat(this.faulty.purge("base").heads()).isEmpty();
		}
		else {
			assertThat(lose(() -> this.faulty.purge("base"))).hasMessageContaining("the version table was not purged");
		}
		assertThat(this.runs.heads()).isEqualTo(carriedOut ? List.of() : List.of("b2"));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void tablesAreThereOrNot(boolean carriedOut) {
		cut("COMMIT", 1, carriedOut);
		if (carriedOut) {
			assertThat(this.faulty.runner().ensureVersion(this.faulty.connections())).isTrue();
		}
		else {
			assertThat(lose(() -> this.faulty.runner().ensureVersion(this.faulty.connections())))
				.hasMessageContaining("No revision was run");
		}
		assertThat(this.database.query("SELECT to_regclass('migrations_history')"))
			.containsExactly(carriedOut ? "migrations_history" : "null");
	}

	@ParameterizedTest
	@CsvSource({ "CREATE INDEX CONCURRENTLY, 1, false", "CREATE INDEX CONCURRENTLY, 1, true", "SET progress, 1, false",
			"SET progress, 2, false", "SET progress, 2, true", "change0, 1, false" })
	void stepOutsideATransactionIsUnfinished(String statement, int occurrence, boolean carriedOut) {
		this.runs.start();
		writeIndex();
		cut(statement, occurrence, carriedOut);
		LostConnectionException failure = lose(this.faulty::start);
		assertThat(failure).hasMessageContaining("upgrade of revision d4").hasMessageContaining("is unfinished");
		assertThat(failure.getState()).isEqualTo(StepState.UNFINISHED);
		assertThat(failure.getHeads()).containsExactly("c3");
		assertThat(failure.getAction()).contains("start again: it goes on behind the statements that are finished");
		assertThat(this.runs.start().revisions()).containsExactly("d4");
		assertIndexed();
	}

	@Test
	void endOfAStepOutsideATransactionIsRecognized() {
		this.runs.start();
		writeIndex();
		this.proxy.cutAfter("COMMIT", 3);
		assertThat(this.faulty.start().revisions()).containsExactly("d4");
		assertIndexed();
	}

	@Test
	void beginningOfAStepOutsideATransactionIsRecognized() {
		this.runs.start();
		writeIndex();
		this.proxy.cutBefore("COMMIT", 1);
		LostConnectionException failure = lose(this.faulty::start);
		assertThat(failure).hasMessageContaining("revision d4 was not applied: nothing of it remains");
		assertThat(failure.getState()).isEqualTo(StepState.NOT_APPLIED);
		assertThat(this.runs.start().revisions()).containsExactly("d4");
		assertIndexed();
	}

	@Test
	void stepThatIsGoneOnWithIsRecognizedAsWell() {
		this.runs.start();
		writeIndex();
		this.proxy.cutBefore("CREATE INDEX CONCURRENTLY", 1);
		assertThat(lose(this.faulty::start).getState()).isEqualTo(StepState.UNFINISHED);
		this.proxy.cutBefore("CREATE INDEX CONCURRENTLY", 1);
		assertThat(lose(this.faulty::start).getState()).isEqualTo(StepState.UNFINISHED);
		this.proxy.cutAfter("COMMIT", 2);
		assertThat(this.faulty.start().revisions()).containsExactly("d4");
		assertIndexed();
	}

	@Test
	void revisionInJavaThatLosesItsConnectionIsNotApplied() {
		this.runs.start();
		this.runs.revisions(new JavaRevision());
		this.faulty.revisions(new JavaRevision());
		this.proxy.cutBefore("CREATE TABLE by_hand", 1);
		LostConnectionException failure = lose(this.faulty::start);
		assertThat(failure).hasMessageContaining("upgrade of revision j4").hasMessageContaining("j4 was not applied");
		this.proxy.cutAfter("COMMIT", 1);
		assertThat(this.faulty.start().revisions()).containsExactly("j4");
		assertThat(this.runs.start().revisions()).isEmpty();
		assertThat(this.database.query("SELECT to_regclass('by_hand')")).containsExactly("by_hand");
	}

	@Test
	void revisionThatReachesNoOtherDatabaseHasNotLostItsOwnConnection() {
		this.directory.write("d4", "c3",
				"DO 'BEGIN RAISE EXCEPTION USING ERRCODE = ''08001'', MESSAGE = ''away''; END';");
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(this.faulty::start)
			.withMessageContaining("Nothing of this revision remains; the database is at revision c3.");
	}

	@Test
	void connectionOfAPoolOfOneIsReplaced() {
		this.runs.start();
		try (HikariDataSource pool = new HikariDataSource()) {
			pool.setDataSource(this.proxy.database().dataSource());
			pool.setMaximumPoolSize(1);
			this.proxy.cutAfter("COMMIT", 1);
			MigrationResult result = Migrations.builder()
				.dataSource(pool)
				.scripts(new ScriptSettings("classpath:unused", List.of(this.directory.location())))
				.build()
				.downgrade("-1");
			assertThat(result.revisions()).containsExactly("c3");
		}
		assertAt("b2");
	}

	@Test
	void ownTransactionOfTheCallerIsTakenBack() throws SQLException {
		this.runs.start();
		try (Connection connection = this.proxy.database().connect()) {
			connection.setAutoCommit(false);
			this.proxy.cutAfter("INSERT INTO \"public\".\"migrations_history\"", 1);
			LostConnectionException failure = lose(
					() -> this.faulty.runner().on(connection).downgrade(DowngradeRequest.to("-1")));
			assertThat(this.proxy.hasCut()).isTrue();
			assertThat(failure.getState()).isEqualTo(StepState.NOT_APPLIED);
			assertThat(failure).hasMessageContaining("revision c3 was not taken back");
		}
		assertAt("c3");
	}

	@Test
	void onAConnectionOfTheCallerTheEndIsUnknown() throws SQLException {
		this.runs.start();
		try (Connection connection = this.proxy.database().connect()) {
			this.proxy.cutAfter("COMMIT", 1);
			LostConnectionException failure = lose(
					() -> this.faulty.runner().on(connection).downgrade(DowngradeRequest.to("-1")));
			assertThat(failure.getState()).isEqualTo(StepState.UNKNOWN);
			assertThat(failure.getAction()).startsWith("Run the command 'current' before you repeat this");
		}
		assertAt("b2");
	}

	@Test
	void cutAtTheUnlockOfAConnectionOfTheCallerIsNoFailure() throws SQLException {
		this.runs.start();
		try (Connection connection = this.proxy.database().connect()) {
			this.proxy.cutAfter("pg_advisory_unlock", 1);
			assertThat(this.faulty.runner().on(connection).downgrade(DowngradeRequest.to("-1")).revisions())
				.containsExactly("c3");
		}
		assertAt("b2");
	}

	@Test
	void cutWhileInvalidIndexesAreLookedForIsNoFailure() {
		writeIndex();
		this.proxy.cutBefore("pg_stat_progress_create_index", 1);
		assertThat(this.faulty.start().revisions()).containsExactly("a1", "b2", "c3", "d4");
		assertThat(this.proxy.hasCut()).isTrue();
		assertIndexed();
	}

	@Test
	void whoDoesNotWaitForTheLockIsToldWhatBecameOfTheRun() {
		this.runs.start();
		this.proxy.cutAfter("COMMIT", 1);
		assertThat(this.faulty.lockWait(Duration.ZERO).downgrade("-1").revisions()).containsExactly("c3");
		assertAt("b2");
	}

	private static LostConnectionException lose(ThrowingCallable run) {
		LostConnectionException failure = catchThrowableOfType(LostConnectionException.class, run);
		assertThat(failure).isNotNull();
		return failure;
	}

	private void cut(String statement, int occurrence, boolean carriedOut) {
		if (carriedOut) {
			this.proxy.cutAfter(statement, occurrence);
		}
		else {
			this.proxy.cutBefore(statement, occurrence);
		}
	}

	private void writeIndex() {
		this.directory.write("d4", "c3", "CREATE TABLE t_d4 (id int);\n-- migrate:autocommit\n"
				+ "CREATE INDEX CONCURRENTLY i ON t_d4 (id);\n-- migrate:end");
	}

	private void assertIndexed() {
		assertThat(this.database.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"))
			.containsExactly("t");
		assertThat(this.database.query("SELECT outcome FROM migrations_history WHERE revision = 'd4'"))
			.containsExactly("success");
		assertThat(this.runs.heads()).containsExactly("d4");
	}

	private void assertAt(String head) {
		assertThat(this.runs.heads()).containsExactly(head);
		List<String> tables = new ArrayList<>(List.of("t_a1", "t_b2", "t_c3"));
		tables.removeIf((table) -> table.substring(2).compareTo(head) > 0);
		assertThat(this.database.query("SELECT relname FROM pg_class WHERE relname LIKE 't\\_%' ORDER BY 1"))
			.isEqualTo(tables);
	}

	private void assertOnce() {
		assertThat(this.runs.history()).containsExactly("a1 upgrade [a1] success", "b2 upgrade [b2] success",
				"c3 upgrade [c3] success");
		assertAt("c3");
	}

	@Revision(id = "j4", downRevision = "c3", message = "by hand")
	private static final class JavaRevision implements MigrationScript {

		@Override
		public void upgrade(Operations op) {
			try (Statement statement = op.context().connection().createStatement()) {
				statement.execute("CREATE TABLE by_hand ()");
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		public void downgrade(Operations op) {
			op.dropTable("by_hand");
		}

	}

	private record Committed(List<String> revisions) implements MigrationListener {

		@Override
		public void stepCommitted(StepProgress progress) {
			this.revisions.add(progress.step().historyId());
		}

		@Override
		public boolean isTransactional() {
			return false;
		}

	}

}
