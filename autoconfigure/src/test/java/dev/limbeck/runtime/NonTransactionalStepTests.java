package dev.limbeck.runtime;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.limbeck.revision.MigrationResult;
import dev.limbeck.test.Background;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link StepProtocol}: processes and sessions that die in the middle of it,
 * and what the next run makes of what they left.
 */
@Timeout(120)
class NonTransactionalStepTests {

	private static final Pattern DECISION = Pattern.compile("UPDATE \\S+ SET .*? WHERE id = \\d+");

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private RevisionDirectory directory;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.directory = new RevisionDirectory(path);
	}

	@Test
	void indexThatAKilledProcessLeftInvalidIsBuiltAgain() throws Exception {
		Connection blocker = killWhileIndexIsBuilt();
		awaitNoRunner();
		assertThat(indexes()).containsExactly("false");
		blocker.close();
		assertThat(upgrade().revisions()).containsExactly("b2");
		assertThat(indexes()).containsExactly("true");
		assertThat(this.database.query("SELECT id FROM t ORDER BY 1")).containsExactly("1", "2");
		assertThat(history()).containsExactly("a1 success", "b2 success 3");
	}

	@Test
	void indexThatTheServerFinishedForAKilledProcessIsAdopted() throws Exception {
		killWhileIndexIsBuilt().close();
		awaitNoRunner();
		List<String> oid = this.database.query("SELECT 'i'::regclass::oid");
		boolean finished = indexes().contains("true");
		assertThat(upgrade().revisions()).containsExactly("b2");
		assertThat(indexes()).containsExactly("true");
		assertThat(this.database.query("SELECT 'i'::regclass::oid").equals(oid)).isEqualTo(finished);
		assertThat(history()).containsExactly("a1 success", "b2 success 3");
	}

	private Connection killWhileIndexIsBuilt() throws Exception {
		this.directory.write("a1", "", "CREATE TABLE t (id int);");
		upgrade();
		this.directory.write("b2", "a1", """
				INSERT INTO t VALUES (1);
				-- migrate:autocommit
				CREATE INDEX CONCURRENTLY i ON t (id);
				-- migrate:end
				INSERT INTO t VALUES (2);
				""");
		Connection blocker = this.database.connect();
		blocker.setAutoCommit(false);
		try (Statement statement = blocker.createStatement()) {
			statement.execute("LOCK TABLE t IN ROW EXCLUSIVE MODE");
		}
		kill("CREATE INDEX CONCURRENTLY%");
		return blocker;
	}

	@Test
	void statementInDoubtIsDecidedByHandAsDone() {
		String[] decisions = killInDoubt();
		this.database.execute(decisions[0]);
		assertThat(upgrade().revisions()).containsExactly("a1");
		assertThat(this.database.query("SELECT id FROM t ORDER BY 1")).containsExactly("1", "3");
		assertThat(history()).containsExactly("a1 success 4");
	}

	@Test
	void statementInDoubtIsDecidedByHandAsNotDone() {
		String[] decisions = killInDoubt();
		this.directory.write("a1", "", inDoubt("PERFORM 1;"));
		this.database.execute(decisions[1]);
		assertThat(upgrade().revisions()).containsExactly("a1");
		assertThat(this.database.query("SELECT id FROM t ORDER BY 1")).containsExactly("1", "2", "3");
		assertThat(history()).containsExactly("a1 success 4");
	}

	private String[] killInDoubt() {
		this.directory.write("a1", "", inDoubt("PERFORM pg_sleep(100);"));
		kill("DO %");
		UnfinishedStepException failure = catchThrowableOfType(UnfinishedStepException.class, this::upgrade);
		assertThat(failure).hasMessageContaining("a1.sql:10:1")
			.hasMessageContaining("cannot tell whether it took effect")
			.hasMessageContaining("2 of 4 statements have run and stay");
		assertThatExceptionOfType(UnfinishedStepException.class).isThrownBy(this::upgrade);
		Matcher decision = DECISION.matcher(failure.getAction());
		return decision.results().map((found) -> found.group()).toArray(String[]::new);
	}

	private static String inDoubt(String sleep) {
		return """
				CREATE TABLE t (id int);
				INSERT INTO t VALUES (1);
				-- migrate:autocommit
				DO $$ BEGIN INSERT INTO t VALUES (2); %s END $$;
				-- migrate:end
				INSERT INTO t VALUES (3);
				""".formatted(sleep);
	}

	@Test
	void killBetweenStatementsGoesOnBehindTheLast() {
		this.directory.write("a1", "", """
				CREATE TABLE t (id int);
				-- migrate:autocommit
				INSERT INTO t VALUES (1);
				-- migrate:end
				SELECT pg_sleep(100);
				INSERT INTO t VALUES (2);
				""");
		kill("SELECT pg_sleep(100)%");
		this.directory.write("a1", "", """
				CREATE TABLE t (id int);
				-- migrate:autocommit
				INSERT INTO t VALUES (1);
				-- migrate:end
				SELECT pg_sleep(0);
				INSERT INTO t VALUES (2);
				""");
		assertThat(upgrade().revisions()).containsExactly("a1");
		assertThat(this.database.query("SELECT id FROM t ORDER BY 1")).containsExactly("1", "2");
		assertThat(history()).containsExactly("a1 success 4");
	}

	@Test
	void killInATransactionLeavesNothing() {
		this.directory.write("a1", "", "CREATE TABLE t (id int);\nSELECT pg_sleep(100);");
		kill("SELECT pg_sleep(100)%");
		this.directory.write("a1", "", "CREATE TABLE t (id int);\nSELECT pg_sleep(0);");
		assertThat(upgrade().revisions()).containsExactly("a1");
		assertThat(history()).containsExactly("a1 success");
	}

	@Test
	void editOfStatementsThatHaveRunIsRefusedAndOfOthersAccepted() {
		String first = "CREATE TABLE t (id int);\n-- migrate:autocommit\nINSERT INTO t VALUES (1);\n";
		this.directory.write("a1", "", first + "INSERT INTO nowhere VALUES (2);\n-- migrate:end\n");
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(this::upgrade);
		this.directory.write("a1", "", first.replace("(1)", "(7)") + "INSERT INTO t VALUES (2);\n-- migrate:end\n");
		assertThatExceptionOfType(UnfinishedStepException.class).isThrownBy(this::upgrade)
			.withMessageContaining("edited since")
			.satisfies((failure) -> assertThat(failure.getAction()).contains("first 2 statements"));
		this.directory.write("a1", "", "CREATE TABLE t (id int);\n");
		assertThatExceptionOfType(UnfinishedStepException.class).isThrownBy(this::upgrade);
		this.directory.write("a1", "", first + "INSERT INTO t VALUES (2);\n-- migrate:end\n");
		assertThat(upgrade().revisions()).containsExactly("a1");
		assertThat(this.database.query("SELECT id FROM t ORDER BY 1")).containsExactly("1", "2");
	}

	@Test
	void endOfTheSessionInAStepIsAFailureAndTheNextRunGoesOn() {
		this.directory.write("a1", "", "CREATE TABLE t (id int);\nSELECT pg_sleep(100);");
		CompletableFuture<MigrationResult> run = Background.start(this::upgrade);
		this.database.query("SELECT pg_terminate_backend(" + await("SELECT pg_sleep(100)%") + ")");
		CompletionException failure = catchThrowableOfType(CompletionException.class, run::join);
		assertThat(failure).cause()
			.isInstanceOf(LostConnectionException.class)
			.hasMessageContaining("a1.sql:8:1")
			.hasMessageContaining("57P01")
			.hasMessageContaining("revision a1 was not applied: nothing of it remains");
		assertThat(((LostConnectionException) failure.getCause()).getAction()).contains("start again");
		this.directory.write("a1", "", "CREATE TABLE t (id int);");
		assertThat(upgrade().revisions()).containsExactly("a1");
	}

	@Test
	void endOfTheSessionOutsideATransactionLeavesTheStatementInDoubt() {
		this.directory.write("a1", "", inDoubt("PERFORM pg_sleep(100);"));
		CompletableFuture<MigrationResult> run = Background.start(this::upgrade);
		this.database.query("SELECT pg_terminate_backend(" + await("DO %") + ")");
		assertThat(catchThrowableOfType(CompletionException.class, run::join)).cause()
			.isInstanceOf(LostConnectionException.class)
			.hasMessageContaining("57P01");
		assertThatExceptionOfType(UnfinishedStepException.class).isThrownBy(this::upgrade);
	}

	private void kill(String query) {
		RunnerProcess.kill(this.database, this.directory, query);
	}

	private String await(String query) {
		return RunnerProcess.await(this.database, query);
	}

	private void awaitNoRunner() {
		RunnerProcess.awaitNoRunner(this.database);
	}

	private MigrationResult upgrade() {
		return RunnerProcess.runner(this.directory.location()).upgrade(ConnectionSource.of(this.database.dataSource()));
	}

	private List<String> indexes() {
		return this.database.query("SELECT indisvalid::text FROM pg_index WHERE indrelid = 't'::regclass");
	}

	private List<String> history() {
		return this.database
			.query("SELECT concat_ws(' ', revision, outcome, progress) FROM migrations_history ORDER BY id");
	}

}
