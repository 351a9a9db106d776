package dev.limbeck.runtime;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import dev.limbeck.dialect.MigrationSession;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.revision.MigrationResult;
import dev.limbeck.test.Background;
import dev.limbeck.test.CatalogContents;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.Psql;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link OfflineScript}: what a script does on a server.
 */
class OfflineScriptServerTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private RevisionDirectory directory;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.directory = new RevisionDirectory(path);
	}

	@Test
	void scriptThatIsRunTwiceFailsAndChangesNothing() throws SQLException {
		this.directory.write("a1", "", "CREATE TABLE IF NOT EXISTS t (id int);")
			.write("b2", "a1", "INSERT INTO t VALUES (1);");
		PrintedScript script = PrintedScript.upgrade(this.directory, "base:b2");
		script.send(this.database);
		List<String> contents = CatalogContents.of(this.database);
		assertFails(script, "should be at base here, but is at b2");
		assertThat(CatalogContents.of(this.database)).isEqualTo(contents);
	}

	@Test
	void scriptForAnotherStateFailsAndChangesNothing() throws SQLException {
		this.directory.write("a1", "", "CREATE TABLE t (id int);")
			.write("b2", "a1", "INSERT INTO t VALUES (1);")
			.write("c3", "b2", "INSERT INTO t VALUES (2);");
		assertFails(PrintedScript.upgrade(this.directory, "b2:c3"), "\"migrations_version\" does not exist");
		assertThat(this.database.query("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
			.isEmpty();
		PrintedScript.upgrade(this.directory, "a1").send(this.database);
		List<String> contents = CatalogContents.of(this.database);
		assertFails(PrintedScript.upgrade(this.directory, "b2:c3"), "should be at b2 here, but is at a1");
		assertFails(PrintedScript.stamp(this.directory, "b2:c3"), "should be at b2 here, but is at a1");
		assertFails(PrintedScript.stamp(this.directory, "c3"), "should be at base here, but is at a1");
		assertThat(CatalogContents.of(this.database)).isEqualTo(contents);
	}

	@Test
	void failingRevisionIsRolledBackAndTheEarlierOnesStay() throws SQLException {
		this.directory.write("a1", "", "CREATE TABLE t (id int);")
			.write("b2", "a1", "INSERT INTO t VALUES (1); SELECT 1 / 0;");
		assertFails(PrintedScript.upgrade(this.directory, "b2"), "division by zero");
		assertThat(state()).containsExactly("a1");
		assertThat(this.database.query("SELECT count(*) FROM t")).containsExactly("0");
	}

	@Test
	void failingRevisionTakesTheRunBackIfThatIsOneTransaction() {
		this.directory.write("a1", "", "CREATE TABLE t (id int);").write("b2", "a1", "SELECT 1 / 0;");
		assertFails(PrintedScript.upgrade(this.directory, "b2",
				PrintedScript.settings(null, TransactionMode.PER_RUN, Map.of())), "division by zero");
		assertThat(state()).isEmpty();
		assertThat(this.database.query("SELECT to_regclass('t')")).containsExactly("null");
	}

	@Test
	void revisionThatTakesItsRowAwayIsRolledBack() throws SQLException {
		this.directory.write("a1", "", "").write("b2", "a1", "DELETE FROM migrations_version;");
		assertFails(PrintedScript.upgrade(this.directory, "b2"), "has taken the row a1 out of the version table");
		assertThat(state()).containsExactly("a1");
	}

	@Test
	void lostVersionsAreNoticed() throws SQLException {
		this.directory.write("a1", "", "SELECT 1");
		PrintedScript script = PrintedScript.upgrade(this.directory, "a1");
		script.send(this.database);
		this.database.execute("DELETE FROM migrations_version");
		assertFails(script, "has lost its rows");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = "public")
	void scriptAndApplicationExcludeEachOther(String schema) throws SQLException {
		this.directory.write("a1", "", "SELECT 1");
		MigrationSettings settings = PrintedScript.settings(schema, TransactionMode.PER_REVISION, Map.of());
		PrintedScript script = PrintedScript.upgrade(this.directory, "a1", settings);
		try (Connection application = this.database.connect()) {
			MigrationSession session = new PostgresqlDialect().openSession(application, schema, "migrations_version");
			assertThat(session.tryLock()).isTrue();
			assertFails(script, "Another process is migrating this database");
			assertThat(this.database.query("SELECT to_regclass('migrations_version')")).containsExactly("null");
			assertThat(session.unlock()).isTrue();
			try (Connection connection = this.database.connect()) {
				new PrintedScript(script.text().substring(0, script.text().indexOf("-- Running"))).send(connection);
				assertThat(session.tryLock()).isFalse();
			}
		}
		script.send(this.database);
		assertThat(state()).containsExactly("a1");
	}

	@Test
	@Timeout(60)
	void indexIsBuiltConcurrentlyWhileAnApplicationWaits() throws Exception {
		this.directory.write("a1", "", "CREATE TABLE t (id int);");
		PrintedScript.upgrade(this.directory, "a1").send(this.database);
		this.directory.writeFile("b2.sql", "-- m\n-- revision: b2\n-- down_revision: a1\n"
				+ "-- migrate:upgrade transaction=off\nCREATE INDEX CONCURRENTLY i ON t (id);");
		PrintedScript script = PrintedScript.upgrade(this.directory, "a1:b2");
		MigrationRunner runner = new MigrationRunner(new PostgresqlDialect(), PrintedScript.scripts(this.directory),
				MigrationSettings.defaults());
		CompletableFuture<Void> run;
		CompletableFuture<MigrationResult> application;
		try (Connection blocker = this.database.connect(); Statement statement = blocker.createStatement()) {
			blocker.setAutoCommit(false);
			statement.execute("LOCK TABLE t IN ROW EXCLUSIVE MODE");
			run = Background.start(() -> {
				script.send(this.database);
				return null;
			});
			await("query LIKE 'CREATE INDEX CONCURRENTLY%'");
			application = Background.start(() -> runner.upgrade(ConnectionSource.of(this.database.dataSource())));
			await("query LIKE 'SELECT pg_catalog.pg_try_advisory_lock%'");
		}
		run.get();
		assertThat(application.get().revisions()).isEmpty();
		assertThat(this.database.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"))
			.containsExactly("t");
	}

	private void await(String condition) {
		String query = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND " + condition
				+ " AND pid <> pg_backend_pid()";
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !this.database.query(query).isEmpty());
	}

	@Test
	void lockIsReleasedAtTheEnd() throws SQLException {
		this.directory.write("a1", "", "SELECT 1");
		try (Connection connection = this.database.connect(); Connection other = this.database.connect()) {
			PrintedScript.upgrade(this.directory, "a1").send(connection);
			MigrationSession session = new PostgresqlDialect().openSession(other, null, "migrations_version");
			assertThat(session.tryLock()).isTrue();
		}
	}

	@Test
	void applicationFinishesWhatAScriptBeganOutsideATransaction() throws SQLException {
		this.directory.write("a1", "", "CREATE TABLE t (id int);").write("b2", "a1", """
				INSERT INTO t VALUES (1), (1);
				-- migrate:autocommit
				SET lock_timeout = '1s';
				CREATE UNIQUE INDEX CONCURRENTLY i ON t (id);
				-- migrate:end
				INSERT INTO t VALUES (2);
				""");
		assertFails(PrintedScript.upgrade(this.directory, "b2"), "could not create unique index");
		assertFails(PrintedScript.upgrade(this.directory, "a1:b2"), "was interrupted, and this script cannot go on");
		this.database.execute("DELETE FROM t WHERE ctid = '(0,1)'");
		MigrationRunner runner = new MigrationRunner(new PostgresqlDialect(), PrintedScript.scripts(this.directory),
				MigrationSettings.defaults());
		assertThat(runner.upgrade(ConnectionSource.of(this.database.dataSource())).revisions()).containsExactly("b2");
		assertThat(this.database.query("SELECT id FROM t ORDER BY 1")).containsExactly("1", "2");
		assertThat(this.database.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"))
			.containsExactly("t");
		assertThat(
				this.database.query("SELECT revision || ' ' || outcome || ' ' || application FROM migrations_history"))
			.containsExactly("a1 success offline script", "b2 success offline script");
	}

	@Test
	void applicationFindsNothingToDoAfterAScript() throws SQLException {
		this.directory.write("a1", "", "SELECT 1").write("b2", "a1", "SELECT 2");
		PrintedScript.upgrade(this.directory, "b2").send(this.database);
		MigrationRunner runner = new MigrationRunner(new PostgresqlDialect(), PrintedScript.scripts(this.directory),
				MigrationSettings.defaults());
		assertThat(runner.upgrade(ConnectionSource.of(this.database.dataSource())).revisions()).isEmpty();
		assertThat(runner.validate(ConnectionSource.of(this.database.dataSource())).heads()).containsExactly("b2");
	}

	@Test
	void invalidIndexThatWasThereBeforeEndsTheSession() throws SQLException {
		this.database.execute("CREATE TABLE t (id int)");
		this.database.execute("INSERT INTO t VALUES (1), (1)");
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> this.database.execute("CREATE UNIQUE INDEX CONCURRENTLY i ON t (id)"));
		this.directory.writeFile("a1.sql", "-- m\n-- revision: a1\n-- migrate:upgrade transaction=off\n"
				+ "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON t (id);");
		assertFails(PrintedScript.upgrade(this.directory, "a1"), "terminating connection");
		assertThat(state()).isEmpty();
	}

	@Test
	void otherBranchIsLeftAlone() throws SQLException {
		this.directory.write("a1", "", "SELECT 1")
			.write("a2", "a1", "SELECT 1")
			.write("x1", "", "SELECT 1")
			.write("x2", "x1", "SELECT 1");
		PrintedScript.upgrade(this.directory, "a1").send(this.database);
		PrintedScript.upgrade(this.directory, "base:x2").send(this.database);
		PrintedScript.upgrade(this.directory, "a1:a2").send(this.database);
		assertThat(state()).containsExactly("a2", "x2");
		assertThat(this.database.query("SELECT revision || ' ' || heads_after FROM migrations_history ORDER BY id"))
			.containsExactly("a1 a1", "x1 a1,x1", "x2 a1,x2", "a2 a2,x2");
		assertFails(PrintedScript.upgrade(this.directory, "base:x2"), "should be at base here, but is at x2");
	}

	@Test
	void revisionOfSomebodyElseIsNotLeftAlone() throws SQLException {
		this.directory.write("a1", "", "SELECT 1").write("x1", "", "SELECT 1");
		PrintedScript.upgrade(this.directory, "a1").send(this.database);
		this.database.execute("INSERT INTO migrations_version VALUES ('unknown')");
		assertFails(PrintedScript.upgrade(this.directory, "base:x1"), "should be at base here, but is at unknown");
	}

	@Test
	void roleAndSearchPathOfARevisionDoNotReachTheNext() throws SQLException {
		this.database.execute("CREATE ROLE r_" + this.database.name());
		this.directory.write("a1", "", "CREATE SCHEMA s; SET search_path = s; SET ROLE r_" + this.database.name() + ";")
			.write("b2", "a1", "CREATE TABLE t (id int);");
		PrintedScript.upgrade(this.directory, "b2").send(this.database);
		assertThat(this.database.query("SELECT schemaname || ' ' || tableowner FROM pg_tables WHERE tablename = 't'"))
			.containsExactly("public " + this.database.username());
	}

	@Test
	void sessionWithItsOwnRoleOrSearchPathIsRefused() throws SQLException {
		this.database.execute("CREATE ROLE r_" + this.database.name());
		this.directory.write("a1", "", "SELECT 1");
		PrintedScript script = PrintedScript.upgrade(this.directory, "a1");
		for (String setting : List.of("SET ROLE r_" + this.database.name(), "SET search_path = pg_catalog",
				"SET SESSION AUTHORIZATION r_" + this.database.name())) {
			try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
				statement.execute(setting);
				assertThatExceptionOfType(SQLException.class).isThrownBy(() -> script.send(connection))
					.withMessageContaining("has used SET for its role or its search_path");
			}
		}
		assertThat(this.database.query("SELECT to_regclass('migrations_version')")).containsExactly("null");
	}

	@Test
	void ensureVersionCreatesTheTablesAndCanBeRepeated() throws SQLException {
		this.directory.write("a1", "", "SELECT 1");
		PrintedScript script = PrintedScript.print(this.directory, MigrationSettings.defaults(), RunArguments.none(),
				(printing, graph, out) -> printing.printEnsureVersion(out));
		script.send(this.database);
		script.send(this.database);
		assertThat(state()).isEmpty();
		assertThat(this.database.query("SELECT count(*) FROM migrations_history")).containsExactly("0");
	}

	@Test
	void namesAndMessagesDoNotBreakOut() throws SQLException {
		this.database.execute("CREATE TABLE victim (id int)");
		String evil = "*/ '; DROP TABLE victim; -- $limbeck$; DROP TABLE victim; \\! touch x \u001B[2J\u202E;\u2028DROP TABLE victim;";
		String id = "a'$limbeck$;\\\"";
		this.directory.writeFile("a1.sql",
				"-- " + evil + "\n-- revision: " + id + "\n-- migrate:upgrade\nCREATE TABLE t (id int);");
		this.directory.writeFile("b2.sql", "-- " + evil + "\n-- revision: b2\n-- down_revision: " + id
				+ "\n-- migrate:upgrade transaction=off\nCREATE INDEX CONCURRENTLY \"$limbeck$';--\" ON t (id);");
		MigrationSettings defaults = MigrationSettings.defaults();
		MigrationSettings settings = MigrationSettings.builder()
			.versionTable("v\"'$limbeck$;--\n\\")
			.historyTable("h'$limbeck1$")
			.lockWaitTimeout(Duration.ZERO)
			.build();
		PrintedScript script = PrintedScript.upgrade(this.directory, "b2", settings);
		assertThat(script.text().lines().filter((line) -> line.startsWith("-- "))).hasSize(6)
			.noneMatch((line) -> line.chars().anyMatch((c) -> c == 0x1B || c == 0x202E || c == 0x2028));
		assertThat(script.text()).doesNotContain("\u001B", "\u202E", "\u2028");
		script.send(this.database);
		assertThat(this.database.query("SELECT count(*) FROM victim")).containsExactly("0");
		assertThat(this.database.query("SELECT * FROM \"v\"\"'$limbeck$;--\n\\\"")).containsExactly("b2");
		assertThat(this.database.query("SELECT revision FROM \"h'$limbeck1$\" ORDER BY id")).containsExactly(id, "b2");
		assertThat(this.database.query("SELECT DISTINCT message FROM \"h'$limbeck1$\"")).containsExactly(evil);
	}

	@TestFactory
	Stream<DynamicTest> psql() {
		return Psql.find()
			.flatMap((psql) -> Stream.of(
					DynamicTest.dynamicTest("that goes on after an error runs nothing twice", () -> goOn(psql)),
					DynamicTest.dynamicTest("that goes on after an error ends before a part outside a transaction",
							() -> goOnWithin(psql)),
					DynamicTest.dynamicTest("reads names and messages as they are", () -> readNames(psql)),
					DynamicTest.dynamicTest("talks UTF-8 to a database that does not", () -> talkUtf8(psql))));
	}

	private void goOn(Psql psql) {
		this.directory.write("a1", "", "CREATE TABLE t (id int);")
			.write("b2", "a1", "INSERT INTO t VALUES (1);")
			.write("c3", "b2", """
					INSERT INTO t VALUES (2);
					-- migrate:autocommit
					CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (id);
					DROP INDEX CONCURRENTLY i;
					-- migrate:end
					""");
		PrintedScript script = PrintedScript.upgrade(this.directory, "c3");
		assertThat(run(psql, this.database, script).exitCode()).isZero();
		List<String> contents = CatalogContents.of(this.database);
		assertThat(run(psql, this.database, script).output()).contains("should be at base here, but is at c3",
				"terminating connection");
		assertThat(CatalogContents.of(this.database)).isEqualTo(contents);
	}

	private void goOnWithin(Psql psql) {
		RevisionDirectory revisions = new RevisionDirectory(this.directory.path().resolve("within"));
		revisions.write("a1", "", "CREATE TABLE t (id int);").write("b2", "a1", """
				INSERT INTO t VALUES (1 / 0);
				-- migrate:autocommit
				CREATE INDEX CONCURRENTLY i ON t (id);
				-- migrate:end
				""");
		TestDatabase other = PostgresServer.shared().createDatabase();
		assertThat(run(psql, other, PrintedScript.upgrade(revisions, "b2")).output()).contains("division by zero",
				"A statement before this one has failed", "terminating connection");
		assertThat(other.query("SELECT to_regclass('i')")).containsExactly("null");
		assertThat(other
			.query("SELECT revision || ' ' || outcome || ' ' || COALESCE(progress, 0) FROM migrations_history"))
			.containsExactly("a1 success 0", "b2 started 0");
	}

	private void readNames(Psql psql) {
		RevisionDirectory revisions = new RevisionDirectory(this.directory.path().resolve("names"));
		revisions.writeFile("a1.sql", "-- it's :USER \\q */\n-- revision: a1'\\q\n-- migrate:upgrade\n"
				+ "CREATE TABLE \":USER\" (id int); INSERT INTO \":USER\" SELECT array_length((ARRAY[1, 2])[1:\"user\"], 1) FROM (VALUES (1)) v(\"user\");");
		PrintedScript script = PrintedScript.upgrade(revisions, "heads");
		TestDatabase other = PostgresServer.shared().createDatabase();
		Psql.Outcome outcome = run(psql, other, script, "-v", "ON_ERROR_STOP=1");
		assertThat(outcome.exitCode()).as(outcome.output()).isZero();
		assertThat(other.query("SELECT message FROM migrations_history")).containsExactly("it's :USER \\q */");
		assertThat(other.query("SELECT version_num FROM migrations_version")).containsExactly("a1'\\q");
	}

	private void talkUtf8(Psql psql) {
		String name = "l_" + this.database.name();
		this.database.execute("CREATE DATABASE " + name + " ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
		TestDatabase latin = new TestDatabase(this.database.url().replace(this.database.name(), name),
				this.database.host(), this.database.port(), name, this.database.username(), this.database.password());
		RevisionDirectory revisions = new RevisionDirectory(this.directory.path().resolve("latin"));
		revisions.write("ä1", "", "CREATE TABLE \"grüße\" (id int); SET lock_timeout = 0;")
			.write("b2", "ä1", "INSERT INTO \"grüße\" VALUES (1);");
		Psql.Outcome outcome = run(psql, latin, PrintedScript.upgrade(revisions, "b2"), "-v", "ON_ERROR_STOP=1");
		assertThat(outcome.exitCode()).as(outcome.output()).isZero();
		assertThat(latin.query("SELECT count(*) FROM \"grüße\"")).containsExactly("1");
		assertThat(latin.query("SELECT revision FROM migrations_history ORDER BY id")).containsExactly("ä1", "b2");
	}

	private Psql.Outcome run(Psql psql, TestDatabase target, PrintedScript script, String... options) {
		Path file = this.directory.path().resolve("printed.script");
		new OutputFile(file, StandardCharsets.UTF_8, true).write((out) -> out.append(script.text()));
		return psql.run(target,
				Stream.concat(Stream.of(options), Stream.of("-f", file.toString())).toArray(String[]::new));
	}

	private void assertFails(PrintedScript script, String message) {
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> script.send(this.database))
			.withMessageContaining(message);
	}

	private List<String> state() {
		return this.database.query("SELECT version_num FROM migrations_version ORDER BY 1");
	}

}
