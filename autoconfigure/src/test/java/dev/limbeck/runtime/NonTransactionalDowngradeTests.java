package dev.limbeck.runtime;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import dev.limbeck.revision.DowngradeRequest;
import dev.limbeck.revision.MigrationResult;
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
 * Tests for downgrades with parts outside of a transaction, and what is possible after
 * one has stopped half way.
 */
class NonTransactionalDowngradeTests {

	private static final String UPGRADE = "CREATE TABLE t (id int);\nCREATE INDEX i ON t (id);";

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private RevisionDirectory directory;

	private Runs runs;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.directory = new RevisionDirectory(path);
		this.runs = new Runs(this.database, this.directory);
		this.directory.write("a1", "", "CREATE TABLE u (id int);", "DROP TABLE u;");
	}

	private void write(String last) {
		this.directory.write("b2", "a1", UPGRADE,
				"-- migrate:autocommit\nDROP INDEX CONCURRENTLY i;\n-- migrate:end\n" + last);
	}

	private void stopHalfWay() {
		write("DROP TABLE nowhere;");
		this.runs.start();
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(() -> this.runs.downgrade("base"))
			.withMessageContaining("The downgrade of revision b2 failed")
			.withMessageContaining("1 of 2 statements have run and stay. The next downgrade goes on behind them")
			.satisfies((failure) -> assertThat(failure.getAction()).contains("run the downgrade again"));
	}

	@Test
	void partOutsideOfTransactionRuns() {
		write("DROP TABLE t;");
		this.runs.start();
		assertThat(this.runs.downgrade("base").revisions()).containsExactly("b2", "a1");
		assertThat(this.runs.history()).endsWith("b2 downgrade [a1] success 2", "a1 downgrade [] success");
		assertThat(this.database.query("SELECT checksum FROM migrations_history WHERE direction = 'downgrade'"))
			.containsExactly("null", "null");
	}

	@Test
	void sectionWithTransactionOffRuns() {
		this.directory.writeFile("b2.sql",
				"-- make b2\n--\n-- revision: b2\n-- down_revision: a1\n\n-- migrate:upgrade\n" + UPGRADE
						+ "\n-- migrate:downgrade transaction=off\nDROP INDEX CONCURRENTLY i;\nDROP TABLE t;\n");
		this.runs.start();
		assertThat(this.runs.downgrade("a1").revisions()).containsExactly("b2");
	}

	@Test
	void stoppedDowngradeGoesOn() {
		stopHalfWay();
		assertThat(this.runs.heads()).containsExactly("b2");
		assertThat(this.runs.history()).last().isEqualTo("b2 downgrade [b2] failed 1");
		write("DROP TABLE t;");
		assertThat(this.runs.downgrade("base").revisions()).containsExactly("b2", "a1");
		assertThat(this.runs.history()).endsWith("b2 downgrade [a1] success 2", "a1 downgrade [] success");
		assertThat(this.runs.start().revisions()).containsExactly("a1", "b2");
	}

	@Test
	void everythingElseIsRefusedAfterAStop() {
		stopHalfWay();
		assertRefused(this.runs::start);
		assertRefused(() -> this.runs.upgrade("b2"));
		assertRefused(() -> this.runs.upgrade("a1"));
		assertRefused(() -> this.runs.stamp("a1"));
		assertThatExceptionOfType(UnfinishedStepException.class)
			.isThrownBy(() -> this.runs.runner().validate(this.runs.connections()));
		assertThat(this.runs.heads()).containsExactly("b2");
	}

	private void assertRefused(Runnable run) {
		assertThatExceptionOfType(UnfinishedStepException.class).isThrownBy(run::run)
			.withMessageContaining("The downgrade of revision b2 was interrupted after 1 of its statements")
			.satisfies(
					(failure) -> assertThat(failure.getAction()).contains("Run the downgrade again", "stamp --purge"));
	}

	@Test
	void purgeSettlesWhatWasFinishedByHand() {
		stopHalfWay();
		this.database.execute("DROP TABLE t");
		this.runs.purge("a1");
		assertThat(this.runs.history()).contains("b2 downgrade [b2] stamped 1")
			.endsWith("base stamp [] success", "a1 stamp [a1] success");
		write("DROP TABLE t;");
		assertThat(this.runs.start().revisions()).containsExactly("b2");
		assertThat(this.runs.downgrade("base").revisions()).containsExactly("b2", "a1");
	}

	// The run ended between two steps, so the last row of the history is a success
	@Test
	void stopBehindAFinishedStepIsNotOverlooked() {
		this.directory.write("c1", "a1", "CREATE TABLE c (id int);", "DROP TABLE c;");
		stopHalfWay();
		this.database.execute("INSERT INTO migrations_history (revision, direction, heads_after, message, started_at, "
				+ "database_user, outcome) SELECT 'c1', 'downgrade', string_agg(version_num, ','), '', now(), 'x', "
				+ "'success' FROM migrations_version WHERE version_num = 'b2'");
		this.database.execute("DELETE FROM migrations_version WHERE version_num = 'c1'; DROP TABLE IF EXISTS c");
		assertRefused(() -> this.runs.upgrade("b2"));
	}

	@Test
	@Timeout(60)
	void indexThatWasBeingDroppedWhenTheSessionEndedIsDroppedAgain() throws SQLException {
		write("DROP TABLE t;");
		this.runs.start();
		CompletableFuture<MigrationResult> run;
		try (Connection blocker = this.database.connect(); Statement statement = blocker.createStatement()) {
			blocker.setAutoCommit(false);
			statement.execute("LOCK TABLE t IN ROW EXCLUSIVE MODE");
			run = Background.start(() -> this.runs.downgrade("base"));
			String sql = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE "
					+ "datname = current_database() AND query LIKE 'DROP INDEX%' AND wait_event_type = 'Lock'";
			Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !this.database.query(sql).isEmpty());
		}
		assertThat(catchThrowableOfType(CompletionException.class, run::join)).cause()
			.isInstanceOf(LostConnectionException.class)
			.hasMessageContaining("57P01");
		assertThat(this.runs.history()).last().isEqualTo("b2 downgrade [b2] started 0");
		assertThat(this.runs.downgrade("base").revisions()).containsExactly("b2", "a1");
		assertThat(this.database.query("SELECT to_regclass('i')")).containsExactly("null");
	}

	@Test
	void stoppedUpgradeIsNotTakenBack() {
		this.directory.write("b2", "a1",
				"CREATE TABLE t (id int);\n-- migrate:autocommit\nSELECT nowhere;\n-- migrate:end", "DROP TABLE t;");
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(this.runs::start);
		assertThatExceptionOfType(UnfinishedStepException.class).isThrownBy(() -> this.runs.downgrade("base"))
			.withMessageContaining("The upgrade of revision b2 was interrupted");
		assertThat(this.runs.runner().planDowngrade(this.runs.connections(), DowngradeRequest.to("base")).warnings())
			.singleElement()
			.asString()
			.contains("The upgrade of revision b2 was interrupted");
		assertThat(this.database.query("SELECT to_regclass('u')")).containsExactly("u");
	}

	@Test
	void statusSaysHowADowngradeGoesOn() {
		stopHalfWay();
		assertThat(status().state()).isEqualTo(MigrationStatus.State.FAILED);
		assertThat(status().problem()).contains("The downgrade of revision b2", "'downgrade' goes on");
		this.runs.purge("b2");
		assertThat(status().state()).isEqualTo(MigrationStatus.State.UP_TO_DATE);
		assertThat(status().problem()).isNull();
		assertThat(status().history().entries()).extracting(MigrationStatus.HistoryEntry::outcome)
			.isEqualTo(List.of("success", "success", "stamped", "success", "success"));
	}

	private MigrationStatus status() {
		return this.runs.status();
	}

}
