package dev.limbeck.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.operation.CustomOperation;
import dev.limbeck.operation.Operations;
import dev.limbeck.revision.UpgradeRequest;
import dev.limbeck.script.MigrationScript;
import dev.limbeck.script.Revision;
import dev.limbeck.script.RevisionScripts;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.limbeck.schema.ColumnTypes.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for revisions in Java: they run beside those in SQL, in one transaction each.
 */
class JavaRevisionTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private RevisionDirectory directory;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.directory = new RevisionDirectory(path).write("a1", "", "CREATE TABLE t (id int);", "DROP TABLE t;");
	}

	@Test
	void revisionsInJavaAndSqlFormOneGraph() {
		this.directory.write("c3", "b2", "INSERT INTO u VALUES (3);", "DELETE FROM u WHERE id = 3;");
		assertThat(run((op) -> createTable(op, "u")).start().revisions()).containsExactly("a1", "b2", "c3");
		Runs runs = run(new TableRevision("u"));
		assertThat(runs.downgrade("a1").revisions()).containsExactly("c3", "b2");
		assertThat(this.database.query("SELECT to_regclass('u')")).containsExactly("null");
		assertThat(runs.history()).containsExactly("a1 upgrade [a1] success", "b2 upgrade [b2] success",
				"c3 upgrade [c3] success", "c3 downgrade [b2] success", "b2 downgrade [a1] success");
		assertThat(runs.start().revisions()).containsExactly("b2", "c3");
	}

	@Test
	void codeFindsWhatTheOperationsBeforeItDid() {
		run((op) -> {
			createTable(op, "u");
			op.context().jdbcClient().sql("INSERT INTO u VALUES (?)").param(7).update();
			int id = op.context().jdbcClient().sql("SELECT id FROM u").query(Integer.class).single();
			op.execute("INSERT INTO t VALUES (?)", id);
		}).start();
		assertThat(this.database.query("SELECT id FROM t")).containsExactly("7");
	}

	@Test
	void failingStatementIsNamedWithItsLineAndRolledBack() {
		StatementFailedException failure = catchThrowableOfType(StatementFailedException.class,
				run(new BrokenRevision())::start);
		assertThat(failure)
			.hasMessageContaining("The upgrade of revision b2 failed at dev/limbeck/runtime/JavaRevisionTests.java:")
			.hasMessageContaining("relation \"nowhere\" does not exist (SQLSTATE 42P01)")
			.hasMessageContaining("Statement: INSERT INTO nowhere")
			.hasMessageContaining("Operation: ExecuteSql")
			.hasMessageContaining("Nothing of this revision remains; the database is at revision a1.");
		assertThat(failure.getPosition().line()).isEqualTo(BrokenRevision.LINE);
		assertThat(this.database.query("SELECT to_regclass('u')")).containsExactly("null");
	}

	@Test
	void exceptionOfTheRevisionIsNamedAndKept() {
		RevisionFailedException failure = catchThrowableOfType(RevisionFailedException.class, run((op) -> {
			createTable(op, "u");
			throw new IllegalStateException("too many users");
		})::start);
		assertThat(failure).hasMessageContaining("The upgrade of revision b2 (" + Lambda.class.getName())
			.hasMessageContaining("too many users")
			.hasMessageContaining("Nothing of this revision remains")
			.hasCauseInstanceOf(IllegalStateException.class);
		assertThat(failure.getRevision()).isEqualTo("b2");
		assertThat(this.database.query("SELECT to_regclass('u')")).containsExactly("null");
	}

	@Test
	void exceptionOfTheDriverIsToldWithItsSqlState() {
		assertThatExceptionOfType(RevisionFailedException.class)
			.isThrownBy(run((op) -> op.context().jdbcClient().sql("SELECT nothing").query().listOfRows())::start)
			.withMessageContaining("column \"nothing\" does not exist (SQLSTATE 42703)");
	}

	@Test
	void errorIsRolledBack() {
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(run((op) -> {
			createTable(op, "u");
			throw new AssertionError("wrong");
		})::start);
		assertThat(this.database.query("SELECT to_regclass('u')")).containsExactly("null");
	}

	@Test
	void failureThatTheRevisionCatchesIsAFailure() {
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(run((op) -> {
			try {
				op.execute("SELECT nothing");
			}
			catch (RuntimeException ex) {
				op.context().logger().info("never mind");
			}
		})::start);
		assertThat(this.database.query("SELECT version_num FROM migrations_version")).containsExactly("a1");
	}

	@Test
	void wrongOperationIsToldWithItsField() {
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(run((op) -> op.dropTable(""))::start)
			.withMessageContaining("op.dropTable: 'name'")
			.withMessageContaining("JavaRevisionTests.java:");
	}

	@Test
	void transactionIsNotTheRevisionsBusiness() {
		for (Call call : List.<Call>of(Connection::commit, Connection::rollback, Connection::close,
				(connection) -> connection.setAutoCommit(true))) {
			assertThatExceptionOfType(RevisionFailedException.class)
				.isThrownBy(run((op) -> call.on(op.context().connection()))::start)
				.withMessageContaining("A revision may not call")
				.havingCause()
				.isInstanceOf(SQLException.class);
		}
	}

	@Test
	void savepointsAreTheRevisionsOwn() {
		run((op) -> {
			Connection connection = op.context().connection();
			Savepoint savepoint = connection.setSavepoint();
			op.execute("INSERT INTO t VALUES (1)");
			connection.rollback(savepoint);
		}).start();
		assertThat(this.database.query("SELECT count(*) FROM t")).containsExactly("0");
	}

	@Test
	void commitInSqlIsNoticed() {
		assertThatExceptionOfType(ConcurrentChangeException.class).isThrownBy(run((op) -> {
			try (Statement statement = op.context().connection().createStatement()) {
				statement.execute("COMMIT");
				statement.execute("BEGIN");
			}
		})::start).withMessageContaining("ended its own transaction");
	}

	@Test
	void settingsOfARevisionEndWithIt() {
		this.directory.write("c3", "b2", "CREATE TABLE here (id int);");
		run((op) -> op.execute("SET search_path = pg_catalog")).start();
		assertThat(this.database.query("SELECT to_regclass('public.here')")).containsExactly("here");
	}

	@Test
	void revisionKnowsTheArgumentsOfItsRun() {
		Runs runs = run((op) -> op.execute("COMMENT ON TABLE t IS 'of " + op.context().xArgument("tenant") + " "
				+ op.context().tag() + op.context().xArgument("none") + "'"));
		runs.runner()
			.upgrade(runs.connections(),
					UpgradeRequest.to("heads").withArguments(Map.of("tenant", "acme")).withTag("v1"));
		assertThat(this.database.query("SELECT obj_description('t'::regclass)")).containsExactly("of acme v1null");
	}

	@Test
	void operationOfItsOwnReadsTheDatabase() {
		run((op) -> {
			op.execute("INSERT INTO t VALUES (1), (2)");
			op.invoke(new CountRows());
		}).start();
		assertThat(this.database.query("SELECT obj_description('t'::regclass)")).containsExactly("2 rows");
	}

	@Test
	void revisionWithoutADowngradeIsIrreversible() {
		Runs runs = run((op) -> createTable(op, "u"));
		runs.start();
		assertThatExceptionOfType(IrreversibleRevisionException.class).isThrownBy(() -> runs.downgrade("a1"))
			.withMessageContaining("b2 (" + Lambda.class.getName());
	}

	@Test
	void onlyADeclaredChecksumIsCompared() {
		run((op) -> createTable(op, "u")).start();
		assertThat(run((op) -> createTable(op, "v")).start().revisions()).isEmpty();
		assertThat(this.database.query("SELECT checksum FROM migrations_history WHERE revision = 'b2'"))
			.containsExactly("null");
		this.directory.write("d4", "b2", "SELECT 1;");
		new Runs(this.database, this.directory).revisions(new Lambda((op) -> {
		}), new ChecksumOne()).start();
		assertThatExceptionOfType(ChecksumMismatchException.class)
			.isThrownBy(new Runs(this.database, this.directory).revisions(new Lambda((op) -> {
			}), new ChecksumTwo())::start)
			.withMessageContaining("c3 (" + ChecksumTwo.class.getName());
	}

	@Test
	void scriptHasTheStatementsOfTheRevision() throws Exception {
		String script = print((op) -> {
			createTable(op, "u");
			if (op.context().isOffline()) {
				op.execute("INSERT INTO u SELECT id FROM t");
			}
			op.autocommit((outside) -> outside.execute("VACUUM u"));
		});
		this.database.execute("CREATE TABLE t (id int)");
		assertThat(script).contains("CREATE TABLE u", "INSERT INTO u SELECT id FROM t", "\nVACUUM u;\n");
		assertThat(script.indexOf("VACUUM")).isGreaterThan(script.lastIndexOf("COMMIT;", script.indexOf("VACUUM")));
	}

	@Test
	void scriptOfARevisionThatReadsTheDatabaseIsRefused() {
		for (MigrationScript script : List.<MigrationScript>of((op) -> op.context().connection(),
				(op) -> op.context().jdbcClient(), (op) -> {
					try {
						op.context().connection();
					}
					catch (RuntimeException ex) {
						createTable(op, "u");
					}
				})) {
			assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> print(script))
				.withMessageContaining("The upgrade of revision b2 (" + Lambda.class.getName())
				.withMessageContaining("uses the database at dev/limbeck/runtime/JavaRevisionTests.java:")
				.withMessageContaining("Nothing was printed.");
		}
	}

	private String print(MigrationScript script) throws IOException {
		Runs runs = run(script);
		RevisionScripts scripts = runs.scripts().load();
		StringBuilder text = new StringBuilder();
		new OfflineScript(new PostgresqlDialect(), scripts, runs.settings(), RunArguments.none(),
				StandardCharsets.UTF_8)
			.print(scripts.graph().planOfflineUpgrade("heads"), text);
		return text.toString();
	}

	private Runs run(MigrationScript script) {
		boolean annotated = script.getClass().isAnnotationPresent(Revision.class);
		return new Runs(this.database, this.directory).revisions(annotated ? script : new Lambda(script));
	}

	private static void createTable(Operations op, String name) {
		op.createTable(name, (table) -> table.column("id", integer()));
	}

	/** Something that is done with a connection. */
	private interface Call {

		void on(Connection connection) throws SQLException;

	}

	private record CountRows() implements CustomOperation {

		@Override
		public void perform(Operations op) {
			int rows = op.context().jdbcClient().sql("SELECT count(*) FROM t").query(Integer.class).single();
			op.execute("COMMENT ON TABLE t IS '" + rows + " rows'");
		}

	}

	@Revision(id = "b2", downRevision = "a1", message = "do something")
	private record Lambda(MigrationScript script) implements MigrationScript {

		@Override
		public void upgrade(Operations op) throws Exception {
			this.script.upgrade(op);
		}

	}

	@Revision(id = "b2", downRevision = "a1")
	private record TableRevision(String name) implements MigrationScript {

		@Override
		public void upgrade(Operations op) {
			createTable(op, this.name);
			op.execute("INSERT INTO u VALUES (1)");
		}

		@Override
		public void downgrade(Operations op) {
			op.dropTable(this.name);
		}

	}

	@Revision(id = "b2", downRevision = "a1")
	private static final class BrokenRevision implements MigrationScript {

		private static final int LINE = lineBelow() + 5;

		@Override
		public void upgrade(Operations op) {
			createTable(op, "u");
			op.execute("INSERT INTO nowhere VALUES ('secret')");
		}

		private static int lineBelow() {
			return StackWalker.getInstance().walk((frames) -> frames.skip(1).findFirst().orElseThrow().getLineNumber());
		}

	}

	@Revision(id = "c3", downRevision = "b2", checksum = "one")
	private static final class ChecksumOne implements MigrationScript {

		@Override
		public void upgrade(Operations op) {
		}

	}

	@Revision(id = "c3", downRevision = "b2", checksum = "two")
	private static final class ChecksumTwo implements MigrationScript {

		@Override
		public void upgrade(Operations op) {
		}

	}

}
