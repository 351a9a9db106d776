package dev.limbeck.boot.autoconfigure;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * What a user reads when an application does not start: each failure is described, with
 * an action, and without a stack trace.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartupFailureTests {

	private static final String HEADER = "-- a\n-- revision: a1\n-- down_revision:\n\n-- migrate:upgrade\n";

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private final CapturedOutput output;

	private RevisionDirectory directory;

	StartupFailureTests(CapturedOutput output) {
		this.output = output;
	}

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.directory = new RevisionDirectory(path);
	}

	@Test
	void noDataSource() {
		assertThatException().isThrownBy(
				() -> new SpringApplicationBuilder(ApplicationWithoutDataSource.class).web(WebApplicationType.NONE)
					.run("--migrations.version-locations=" + this.directory.location())
					.close());
		assertThatReportContains("There is no database to migrate: the application has no DataSource",
				"Set spring.datasource.url");
	}

	@Test
	void badHeader() {
		this.directory.writeFile("a1.sql", "-- a\n-- revision: a1\n-- revision: b2\n-- migrate:upgrade\n");
		fails();
		assertThatReportContains(file("a1.sql") + ":3: ", "Nothing was run.");
	}

	@Test
	void noHeader() {
		this.directory.writeFile("a1.sql", "CREATE TABLE t (id int);\n");
		fails();
		assertThatReportContains(file("a1.sql") + ":1: ", "Nothing was run.");
	}

	@Test
	void editedRevision() {
		this.directory.write("a1", "", "");
		starts();
		this.directory.write("a1", "", "CREATE TABLE t (id int);");
		fails();
		assertThatReportContains("a1 (" + file("a1.sql") + ")", "was edited after it had been applied",
				"Take the edit back");
	}

	@Test
	void failedStatement() {
		this.directory.write("a1", "", "CREATE TABLE t (id int);")
			.writeFile("b2.sql", "-- b\n-- revision: b2\n-- down_revision: a1\n-- migrate:upgrade\n"
					+ "CREATE TABLE u (id int);\nSELECT\n  nam FROM t;\n");
		fails();
		assertThatReportContains(
				"The upgrade of revision b2 failed at " + file("b2.sql") + ":7:3: column \"nam\" does not exist",
				"SQLSTATE 42703", "Nothing of this revision remains; the database is at revision a1");
	}

	@Test
	void logHasOneLineOfWhatTheReportSaysInFull() {
		this.directory.write("a1", "", "SELECT nam;");
		fails();
		String all = this.output.getAll();
		String log = all.substring(0, all.lastIndexOf("APPLICATION FAILED TO START"));
		assertThat(log).contains("The upgrade of revision a1 failed at " + file("a1.sql"))
			.doesNotContain("Statement: SELECT nam", "Nothing of this revision remains");
		assertThatReportContains("Statement: SELECT nam", "Nothing of this revision remains");
	}

	@Test
	void failedStatementThatViolatesAConstraintShowsNoData() {
		this.directory.write("a1", "",
				"CREATE TABLE t (mail text UNIQUE); INSERT INTO t VALUES ('ada@example.org'), ('ada@example.org');");
		fails();
		assertThatReportContains("duplicate key value violates unique constraint", "SQLSTATE 23505");
		assertThat(this.output.getAll()).doesNotContain("ada@example.org");
	}

	@Test
	void severalHeads() {
		this.directory.write("a1", "", "").write("b1", "a1", "").write("c1", "a1", "");
		fails("--migrations.target=head");
		assertThatReportContains("'head'", "there are 2 heads: 'b1'", "'c1'", "migrations.target");
	}

	@Test
	void unknownTarget() {
		this.directory.write("aaaa1", "", "");
		fails("--migrations.target=aaab1");
		assertThatReportContains("There is no revision or branch label 'aaab1'", "aaaa1", "migrations.target");
	}

	@Test
	void ambiguousPrefix() {
		this.directory.write("aaaa1", "", "").write("aaaa2", "aaaa1", "");
		fails("--migrations.target=aaaa");
		assertThatReportContains("'aaaa' is the beginning of 2 revision ids", "aaaa1", "aaaa2", "migrations.target");
	}

	@Test
	void relativeTarget() {
		this.directory.write("aaaa1", "", "");
		fails("--migrations.target=+1");
		assertThatReportContains("The property migrations.target has the value '+1', which is relative",
				"the command 'upgrade +1'");
		fails("--migrations.target=side@+1");
		assertThatReportContains("'side@+1', which is relative");
	}

	@Test
	void unknownRevisionInTheDatabase() {
		this.directory.write("a1", "", "").write("b2", "a1", "");
		starts();
		assertThat(this.directory.path().resolve("b2.sql").toFile().delete()).isTrue();
		fails();
		assertThatReportContains("The database is at revision 'b2', which this application does not have.",
				"Was an older version of the application deployed?");
	}

	@Test
	void lockIsHeldByAnother() throws Exception {
		this.directory.write("a1", "", "CREATE TABLE lock_key AS SELECT (l.classid::bigint << 32) | l.objid::bigint "
				+ "AS key FROM pg_locks l WHERE l.locktype = 'advisory' AND l.pid = pg_backend_pid();");
		starts();
		this.directory.write("b2", "a1", "");
		try (Connection holder = this.database.connect(); Statement statement = holder.createStatement()) {
			statement.execute("SET application_name = 'other'; SELECT pg_advisory_lock(key) FROM lock_key");
			fails("--migrations.lock-wait-timeout=200ms");
		}
		assertThatReportContains("Another process has been migrating this database for longer than 200 ms",
				"server process ", "application other", "This process has run nothing", "migrations.lock-wait-timeout");
	}

	@Test
	void duplicateId() {
		this.directory.write("a1", "", "").writeFile("copy.sql", HEADER);
		fails();
		assertThatReportContains("Revision id 'a1' is used twice", file("a1.sql"), file("copy.sql"));
	}

	@Test
	void missingDownRevision() {
		this.directory.write("b2", "a1", "");
		fails();
		assertThatReportContains("has the down revision 'a1', which does not exist", file("b2.sql"));
	}

	@Test
	void cycle() {
		this.directory.write("a1", "b1", "").write("b1", "a1", "");
		fails();
		assertThatReportContains("2 revisions form a cycle", file("a1.sql"), file("b1.sql"));
	}

	@Test
	void statementThatRefusesTransactions() {
		this.directory.write("a1", "", "CREATE TABLE t (id int);\nCREATE INDEX CONCURRENTLY i ON t (id);");
		fails();
		assertThatReportContains(file("a1.sql") + ":8:1: PostgreSQL refuses this statement", "migrate:autocommit");
		assertThat(this.database.query("SELECT to_regclass('t')")).containsExactly("null");
	}

	@Test
	void unknownPlaceholder() {
		this.directory.write("a1", "", "CREATE TABLE ${name} (id int);");
		fails("--migrations.placeholders.other=x");
		assertThatReportContains(file("a1.sql") + ":7:", "${name}", "migrations.placeholders");
	}

	@Test
	void readOnlyDatabase() {
		this.directory.write("a1", "", "");
		this.database.execute("ALTER DATABASE " + this.database.name() + " SET default_transaction_read_only = on");
		fails();
		assertThatReportContains("Transactions are read-only for this user or database", "Nothing was run.");
	}

	@Test
	void permissionDenied() {
		this.directory.write("a1", "", "");
		String user = "u_" + UUID.randomUUID().toString().substring(0, 8);
		this.database
			.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC; CREATE ROLE " + user + " LOGIN PASSWORD 'pa55word'");
		fails("--spring.datasource.username=" + user, "--spring.datasource.password=pa55word");
		assertThatReportContains("permission denied for schema public", "SQLSTATE 42501", "migrations_version");
		assertThat(this.output.getAll()).doesNotContain("pa55word");
	}

	@Test
	void wrongPassword() {
		String user = "u_" + UUID.randomUUID().toString().substring(0, 8);
		this.database.execute("CREATE ROLE " + user + " LOGIN PASSWORD 'pa55word'");
		fails("--spring.datasource.username=" + user, "--spring.datasource.password=wr0ngword");
		assertThatReportContains("password authentication failed for user \"" + user + "\"", "SQLSTATE 28P01");
		assertThat(this.output.getAll()).doesNotContain("wr0ngword");
	}

	@Test
	void databaseDown() {
		fails("--spring.datasource.url=jdbc:postgresql://localhost:1/db");
		assertThatReportContains("Connection to localhost:1 refused", "See that the database runs");
	}

	@Test
	void missingDatabase() {
		fails("--spring.datasource.url=" + this.database.url() + "_none");
		assertThatReportContains("_none\" does not exist", "SQLSTATE 3D000");
	}

	@Test
	void missingSchema() {
		this.directory.write("a1", "", "");
		fails("--migrations.version-table-schema=nowhere");
		assertThatReportContains("nowhere", "migrations.version-table-schema");
	}

	@Test
	void anotherDatabase() {
		fails("--spring.datasource.url=jdbc:h2:mem:" + this.database.name(), "--spring.datasource.username=sa",
				"--spring.datasource.password=");
		assertThatReportContains("not PostgreSQL");
	}

	@Test
	void databaseIsBehind() {
		this.directory.write("a1", "", "");
		fails("--migrations.on-startup=validate");
		assertThatReportContains("lacks 1 revision that this application needs: a1",
				"migrations.on-startup is 'validate'");
	}

	@Test
	void missingLocation() {
		fails("--migrations.version-locations=file:/nowhere");
		assertThatReportContains("The version location 'file:/nowhere' does not exist", "migrations.version-locations");
	}

	@Test
	void wrongEnumerationValue() {
		fails("--migrations.on-startup=foo");
		assertThatReportContains("migrations.on-startup", "foo", "VALIDATE");
	}

	@Test
	void wrongDuration() {
		fails("--migrations.lock-wait-timeout=soon");
		assertThatReportContains("migrations.lock-wait-timeout", "soon");
	}

	@Test
	void wrongSeparator() {
		fails("--migrations.version-path-separator=foo");
		assertThatReportContains("The property migrations.version-path-separator has the value 'foo'",
				"Use one of os, space");
	}

	@Test
	void tableNameThatIsTooLong() {
		fails("--migrations.version-table=" + "t".repeat(60));
		assertThatReportContains("The property migrations.version-table", "at most 59 bytes");
		fails("--migrations.history-table=" + "ü".repeat(30));
		assertThatReportContains("The property migrations.history-table", "at most 58 bytes");
		fails("--migrations.version-table-schema=" + "s".repeat(64));
		assertThatReportContains("The property migrations.version-table-schema", "at most 63 bytes");
	}

	@Test
	void tableNameWithNul() {
		fails("--migrations.version-table=a\0b");
		assertThatReportContains("The property migrations.version-table", "'a\\0b'", "without NUL");
	}

	private String file(String name) {
		return this.directory.path().resolve(name).toString();
	}

	private void starts() {
		application().run(arguments()).close();
	}

	private void fails(String... arguments) {
		assertThatException().isThrownBy(() -> application().run(arguments(arguments)).close());
	}

	private static SpringApplicationBuilder application() {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE);
	}

	private String[] arguments(String... arguments) {
		Map<String, String> all = new LinkedHashMap<>();
		all.put("--spring.datasource.url", this.database.url());
		all.put("--spring.datasource.username", this.database.username());
		all.put("--spring.datasource.password", this.database.password());
		all.put("--migrations.version-locations", this.directory.location());
		all.put("--spring.main.banner-mode", "off");
		for (String argument : arguments) {
			int equals = argument.indexOf('=');
			all.put(argument.substring(0, equals), argument.substring(equals + 1));
		}
		return all.entrySet()
			.stream()
			.map((option) -> option.getKey() + "=" + option.getValue())
			.toArray(String[]::new);
	}

	private void assertThatReportContains(String... texts) {
		String all = this.output.getAll();
		int start = all.lastIndexOf("APPLICATION FAILED TO START");
		assertThat(start).as("a report of the failure").isNotNegative();
		String report = all.substring(start);
		assertThat(report).contains("Description:", "Action:").contains(texts).doesNotContain("\tat ");
		assertThat(all).doesNotContain("\tat ");
		assertThat(report.substring(report.indexOf("Action:") + "Action:".length())).isNotBlank();
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ MigrationsConnectionAutoConfiguration.class, DataSourceAutoConfiguration.class,
			MigrationsAutoConfiguration.class, DisabledMigrationsAutoConfiguration.class })
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ MigrationsConnectionAutoConfiguration.class, MigrationsAutoConfiguration.class })
	static class ApplicationWithoutDataSource {

	}

}
