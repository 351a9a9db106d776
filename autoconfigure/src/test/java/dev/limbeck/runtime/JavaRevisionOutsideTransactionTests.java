package dev.limbeck.runtime;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.limbeck.operation.Operations;
import dev.limbeck.revision.UpgradeRequest;
import dev.limbeck.script.MigrationScript;
import dev.limbeck.script.Revision;
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
 * Tests for revisions in Java that leave their transaction, and are interrupted there.
 */
class JavaRevisionOutsideTransactionTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private RevisionDirectory directory;

	private TransactionMode mode = TransactionMode.PER_REVISION;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.directory = new RevisionDirectory(path).write("a1", "", "CREATE TABLE t (id int);");
	}

	@Test
	void blockRunsOutsideTheTransactionAndWhatIsAroundItInsideOne() {
		Runs runs = run((op) -> {
			op.execute("INSERT INTO t VALUES (1)");
			op.autocommit((outside) -> outside.createIndex("i", "t", (index) -> index.columns("id").concurrently()));
			op.execute("INSERT INTO t VALUES (2)");
		});
		assertThat(runs.start().revisions()).containsExactly("a1", "b2");
		assertThat(this.database.query("SELECT id FROM t ORDER BY 1")).containsExactly("1", "2");
		assertThat(valid("i")).containsExactly("true");
		assertThat(runs.history()).containsExactly("a1 upgrade [a1] success", "b2 upgrade [b2] success 3");
		assertThat(run((op) -> {
		}).start().revisions()).isEmpty();
	}

	@Test
	void runOfOneTransactionIsCommittedBeforeTheBlock() {
		this.mode = TransactionMode.PER_RUN;
		this.directory.write("c3", "b2", "SELECT nothing;");
		Runs runs = run((op) -> op.autocommit((outside) -> outside.execute("VACUUM t")));
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(runs::start)
			.withMessageContaining("the database is at revision b2");
		assertThat(runs.history()).containsExactly("a1 upgrade [a1] success", "b2 upgrade [b2] success 1");
	}

	@Test
	void failureBehindABlockLeavesItAndTheNextRunGoesOn() {
		Runs runs = run(new Interrupted(true));
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(runs::start)
			.withMessageContaining("2 statements have run and stay");
		assertThat(runs.history()).containsExactly("a1 upgrade [a1] success", "b2 upgrade [a1] failed 2");
		assertThat(this.database.query("SELECT id FROM t")).containsExactly("1");
		Interrupted corrected = new Interrupted(false);
		assertThat(run(corrected).start().revisions()).containsExactly("b2");
		assertThat(this.database.query("SELECT id FROM t ORDER BY 1")).containsExactly("1", "3");
		assertThat(runs.history()).containsExactly("a1 upgrade [a1] success", "b2 upgrade [b2] success 4");
	}

	@Test
	void exceptionInABlockLeavesWhatRanAndTheNextRunGoesOn() {
		AtomicInteger calls = new AtomicInteger();
		MigrationScript script = (op) -> op.autocommit((outside) -> {
			outside.execute("INSERT INTO t VALUES (1)");
			if (calls.incrementAndGet() == 1) {
				throw new IllegalStateException("not today");
			}
			outside.execute("INSERT INTO t VALUES (2)");
		});
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(run(script)::start)
			.withMessageContaining("not today")
			.withMessageContaining("1 statements have run and stay");
		assertThat(run(script).start().revisions()).containsExactly("b2");
		assertThat(this.database.query("SELECT id FROM t ORDER BY 1")).containsExactly("1", "2");
	}

	@Test
	void revisionThatDoesSomethingElseTheSecondTimeIsRefused() {
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(run(new Interrupted(true))::start);
		for (MigrationScript other : List.<MigrationScript>of((op) -> op.execute("INSERT INTO t VALUES (1)"), (op) -> {
			op.execute("INSERT INTO t VALUES (9)");
			op.autocommit((outside) -> outside.execute("VACUUM t"));
			op.execute("INSERT INTO t VALUES (3)");
		})) {
			UnfinishedStepException failure = catchThrowableOfType(UnfinishedStepException.class, run(other)::start);
			assertThat(failure).hasMessageContaining("was interrupted after 2 statements")
				.hasMessageContaining("Nothing was run");
			assertThat(this.database.query("SELECT id FROM t")).containsExactly("1");
		}
		assertThat(run(new Interrupted(false)).start().revisions()).containsExactly("b2");
	}

	@Test
	void whatTheRevisionWritesItselfIsNotWrittenTwice() {
		MigrationScript script = (op) -> {
			op.execute("INSERT INTO t VALUES (1)");
			op.context().jdbcClient().sql("INSERT INTO t VALUES (2)").update();
			op.autocommit((outside) -> outside.execute("SELECT nothing"));
		};
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(run(script)::start);
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(run(script)::start)
			.withMessageContaining("SQLSTATE 25006")
			.withMessageContaining("could only read");
		assertThat(this.database.query("SELECT id FROM t ORDER BY 1")).containsExactly("1", "2");
	}

	@Test
	void settingsOfStatementsThatAreFinishedAreMadeAgain() {
		AtomicInteger calls = new AtomicInteger();
		MigrationScript script = (op) -> op.autocommit((outside) -> {
			outside.execute("SET search_path = pg_temp, public");
			if (calls.incrementAndGet() == 1) {
				throw new IllegalStateException();
			}
			outside.execute("COMMENT ON TABLE t IS " + "'"
					+ op.context().jdbcClient().sql("SHOW search_path").query(String.class).single() + "'");
		});
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(run(script)::start);
		run(script).start();
		assertThat(this.database.query("SELECT obj_description('t'::regclass)")).containsExactly("pg_temp, public");
	}

	@Test
	void operationThatCannotRunInATransactionIsRefusedOutsideOfABlock() {
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(run((op) -> {
			op.execute("INSERT INTO t VALUES (1)");
			op.createIndex("i", "t", (index) -> index.columns("id").concurrently());
		})::start)
			.withMessageContaining("refuses inside a transaction: CreateIndex")
			.withMessageContaining("Nothing of this revision remains")
			.satisfies((failure) -> assertThat(failure.getAction()).contains("op.autocommit"));
		assertThat(this.database.query("SELECT id FROM t")).isEmpty();
	}

	@Test
	void revisionWithoutATransactionCommitsEachStatement() {
		assertThatExceptionOfType(StatementFailedException.class)
			.isThrownBy(new Runs(this.database, this.directory).revisions(new Outside())::start);
		assertThat(this.database.query("SELECT id FROM t")).containsExactly("1");
		assertThat(new Runs(this.database, this.directory).history()).containsExactly("a1 upgrade [a1] success",
				"b2 upgrade [a1] failed 2");
	}

	@Test
	void blockIsRefusedInTheTransactionOfTheCaller() throws Exception {
		Runs runs = run((op) -> op.autocommit((outside) -> outside.execute("VACUUM t")));
		try (Connection connection = this.database.connect()) {
			connection.setAutoCommit(false);
			assertThatExceptionOfType(OpenTransactionException.class)
				.isThrownBy(() -> runs.runner().on(connection).upgrade(UpgradeRequest.to("heads")))
				.withMessageContaining("outside of a transaction");
			connection.rollback();
		}
		assertThat(this.database.query("SELECT to_regclass('t')")).containsExactly("null");
	}

	@Test
	void deferredConstraintIsCheckedBeforeTheBlock() {
		this.directory.write("a1", "", """
				CREATE TABLE t (id int);
				CREATE TABLE u (id int PRIMARY KEY, up int REFERENCES u DEFERRABLE INITIALLY DEFERRED);
				""");
		Runs runs = run((op) -> {
			op.execute("INSERT INTO u VALUES (1, 2)");
			op.autocommit((outside) -> outside.execute("VACUUM t"));
		});
		assertThatExceptionOfType(CommitFailedException.class).isThrownBy(runs::start)
			.withMessageContaining("Nothing of this revision remains");
		assertThat(runs.history()).containsExactly("a1 upgrade [a1] success");
	}

	private List<String> valid(String index) {
		return this.database
			.query("SELECT indisvalid::text FROM pg_index WHERE indexrelid = '" + index + "'::regclass");
	}

	private Runs run(MigrationScript script) {
		return new Runs(this.database, this.directory).in(this.mode).revisions(new Lambda(script));
	}

	@Revision(id = "b2", downRevision = "a1", message = "leave the transaction")
	private record Lambda(MigrationScript script) implements MigrationScript {

		@Override
		public void upgrade(Operations op) throws Exception {
			this.script.upgrade(op);
		}

	}

	private record Interrupted(boolean broken) implements MigrationScript {

		@Override
		public void upgrade(Operations op) {
			op.execute("INSERT INTO t VALUES (1)");
			op.autocommit((outside) -> outside.execute("VACUUM t"));
			op.execute("INSERT INTO t VALUES (3)");
			op.execute(this.broken ? "SELECT nothing" : "SELECT 1");
		}

	}

	@Revision(id = "b2", downRevision = "a1", transactional = false)
	private static final class Outside implements MigrationScript {

		@Override
		public void upgrade(Operations op) {
			op.execute("INSERT INTO t VALUES (1)");
			op.execute("VACUUM t");
			op.execute("SELECT nothing");
		}

	}

}
