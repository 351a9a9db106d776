package dev.limbeck.runtime;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.revision.MigrationResult;
import dev.limbeck.script.ScriptDirectory;
import dev.limbeck.script.ScriptSettings;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link MigrationRun}: revisions that change their session, users with few
 * rights, and names of every kind.
 */
@ExtendWith(OutputCaptureExtension.class)
class MigrationRunTests {

	private static final String LOST_LOCK = "A revision has released the lock";

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private RevisionDirectory directory;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.directory = new RevisionDirectory(path);
	}

	@ParameterizedTest
	@ValueSource(strings = { "CREATE SCHEMA other; SET search_path = other", "SET search_path = ''", "RESET ALL",
			"SET lock_timeout = 1", "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SERIALIZABLE",
			"CREATE TEMP TABLE migrations_version (version_num text); "
					+ "CREATE TEMP TABLE migrations_history (LIKE public.migrations_history)",
			"CREATE SCHEMA evil; CREATE TABLE evil.migrations_version (version_num text); "
					+ "CREATE FUNCTION evil.pg_current_xact_id() RETURNS text LANGUAGE sql AS 'SELECT ''x'''; "
					+ "SET search_path = evil, public, pg_catalog" })
	void sessionThatARevisionChangesKeepsItsRowsRightAndThePoolClean(String sql, CapturedOutput output)
			throws SQLException {
		this.directory.write("a1", "", "CREATE TABLE t ();\n" + sql + ";").write("b2", "a1", "SELECT 1;");
		try (HikariDataSource pool = pool()) {
			assertThat(upgrade(pool).revisions()).containsExactly("a1", "b2");
			assertThat(show(pool, "search_path")).isEqualTo("\"$user\", public");
			assertThat(show(pool, "lock_timeout")).isEqualTo("0");
			assertThat(show(pool, "role")).isEqualTo("none");
			assertThat(upgrade(pool).revisions()).isEmpty();
		}
		assertThat(rows("public")).containsExactly("b2", "a1 success", "b2 success");
		assertThat(output).doesNotContain(LOST_LOCK);
	}

	@Test
	void roleThatMayNotWriteTheRowsIsTakenBack() throws SQLException {
		String role = createRole("NOLOGIN");
		this.directory.write("a1", "", "CREATE TABLE t ();\nSET ROLE " + role + ";");
		try (HikariDataSource pool = pool()) {
			assertThat(upgrade(pool).revisions()).containsExactly("a1");
			assertThat(show(pool, "role")).isEqualTo("none");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "SELECT pg_advisory_unlock_all();",
			"-- migrate:autocommit\nDISCARD ALL;\n-- migrate:end\nSELECT 1;" })
	void lockThatARevisionReleasesIsReported(String sql, CapturedOutput output) {
		this.directory.write("a1", "", sql).write("b2", "a1", "SELECT 1;");
		assertThat(upgrade().revisions()).containsExactly("a1", "b2");
		assertThat(output).contains(LOST_LOCK);
		assertThat(this.database.query("SELECT version_num FROM migrations_version")).containsExactly("b2");
	}

	@Test
	void stringsThatDoNotConformAreRefused() {
		this.directory.write("a1", "", "SELECT 1;");
		this.database.execute("ALTER DATABASE " + this.database.name() + " SET standard_conforming_strings = off");
		DatabaseAccessException failure = catchThrowableOfType(DatabaseAccessException.class, this::upgrade);
		assertThat(failure).hasMessageContaining("standard_conforming_strings is off")
			.hasMessageContaining("Nothing was run");
		assertThat(failure.getAction()).contains("SET standard_conforming_strings = on");
		assertThat(this.database.query("SELECT to_regclass('migrations_version')")).containsExactly("null");
	}

	@Test
	void userThatMayNotCreateIsToldTheGrant() {
		this.directory.write("a1", "", "SELECT 1;");
		this.database.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
		String role = createRole("LOGIN PASSWORD 'x'");
		DatabaseAccessException failure = catchThrowableOfType(DatabaseAccessException.class, () -> upgradeAs(role));
		assertThat(failure).hasMessageContaining("'" + role + "'")
			.hasMessageContaining("'public'")
			.hasMessageContaining("42501");
		assertThat(failure.getAction()).contains("GRANT USAGE, CREATE ON SCHEMA \"public\" TO \"" + role + "\"");
		String grant = failure.getAction().replaceAll(".*(GRANT [^;]*);.*", "$1");
		this.database.execute(grant);
		assertThat(upgradeAs(role).revisions()).containsExactly("a1");
	}

	@Test
	void userThatMayOnlyWriteTheTablesIsEnough() {
		this.directory.write("a1", "", "SELECT 1;");
		upgrade();
		this.directory.write("b2", "a1", "SELECT 2;")
			.write("c3", "b2", "-- migrate:autocommit\nSELECT 3;\n-- migrate:end");
		String role = createRole("LOGIN PASSWORD 'x'");
		this.database.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON migrations_version TO " + role
				+ "; GRANT SELECT, INSERT, UPDATE ON migrations_history TO " + role);
		assertThat(upgradeAs(role).revisions()).containsExactly("b2", "c3");
	}

	@Test
	void statementThatCannotRunInATransactionNamesTheMarker() {
		this.directory.write("a1", "", """
				CREATE TABLE t (id int) PARTITION BY LIST (id);
				CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);
				CREATE INDEX ON t (id);
				REINDEX TABLE t;
				""");
		StatementFailedException failure = catchThrowableOfType(StatementFailedException.class, this::upgrade);
		assertThat(failure.getSqlState()).isEqualTo("25001");
		assertThat(failure.getPosition().line()).isEqualTo(10);
		assertThat(failure.getAction()).contains("'-- migrate:autocommit'").contains("'-- migrate:end'");
	}

	@Test
	void statementThatTheDriverWouldCutRunsAsItIsWritten() {
		this.directory.write("a1", "", "CREATE TABLE t (v text);\nINSERT INTO t VALUES (E'x''y;\\'z');");
		upgrade();
		assertThat(this.database.query("SELECT v FROM t")).containsExactly("x'y;'z");
	}

	@Test
	void errorWithoutPositionIsThatOfTheStatement() {
		this.directory.write("a1", "", "SELECT 1;\n\n  /* why */ SELECT 1 /\n 0;");
		StatementFailedException failure = catchThrowableOfType(StatementFailedException.class, this::upgrade);
		assertThat(failure.getSqlState()).isEqualTo("22012");
		assertThat(failure.getPosition().line()).isEqualTo(9);
		assertThat(failure.getPosition().column()).isEqualTo(13);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a b", "Ü", "x\"; DROP TABLE y; --", "a.b", "\"", "'", "select", "?", "$1", "{d}", "\\",
			"sixty-three-bytes-which-is-as-long-as-a-name-of-a-schema-may-be" })
	void schemaMayHaveAnyName(String schema) {
		this.directory.write("a1", "", "SELECT 1;")
			.write("b2", "a1", "-- migrate:autocommit\nSELECT 3;\n-- migrate:end");
		this.database.execute("CREATE SCHEMA " + new PostgresqlDialect().quote(schema));
		MigrationSettings settings = settings(schema, "migrations_version", "migrations_history");
		assertThat(upgrade(settings).revisions()).containsExactly("a1", "b2");
		assertThat(upgrade(settings).revisions()).isEmpty();
		assertThat(rows(schema)).containsExactly("b2", "a1 success", "b2 success");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a b", "Ü", "x\"; DROP TABLE y; --", "a.b", "\"", "'", "select", "?", "$1", "\\" })
	void tablesMayHaveAnyName(String table) {
		this.directory.write("a1", "", "SELECT 1;");
		MigrationSettings settings = settings(null, table, table + "_h");
		assertThat(upgrade(settings).revisions()).containsExactly("a1");
		assertThat(upgrade(settings).revisions()).isEmpty();
	}

	@Test
	void schemaThatDoesNotExistIsNamed() {
		this.directory.write("a1", "", "SELECT 1;");
		assertThatExceptionOfType(DatabaseAccessException.class)
			.isThrownBy(() -> upgrade(settings("nowhere", "migrations_version", "migrations_history")))
			.withMessageContaining("\"nowhere\"")
			.satisfies((failure) -> assertThat(failure.getAction()).contains("migrations.version-table-schema"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a\0b", "sixty-four-bytes-which-is-longer-than-a-name-of-a-schema-may-be--" })
	void nameThatPostgresqlCannotHaveIsRefused(String name) {
		this.directory.write("a1", "", "SELECT 1;");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> upgrade(settings(name, "migrations_version", "migrations_history")))
			.withMessageContaining("identifier");
	}

	private String createRole(String options) {
		String role = "role_" + this.database.name();
		this.database.execute("CREATE ROLE " + role + " " + options);
		return role;
	}

	private List<String> rows(String schema) {
		String prefix = new PostgresqlDialect().quote(schema) + ".";
		return this.database.query("SELECT version_num FROM " + prefix + "migrations_version UNION ALL (SELECT "
				+ "revision || ' ' || outcome FROM " + prefix + "migrations_history ORDER BY id)");
	}

	private HikariDataSource pool() {
		HikariConfig config = new HikariConfig();
		config.setDataSource(this.database.dataSource());
		config.setMaximumPoolSize(1);
		return new HikariDataSource(config);
	}

	private static String show(HikariDataSource pool, String setting) throws SQLException {
		try (Connection connection = pool.getConnection();
				java.sql.ResultSet rows = connection.createStatement().executeQuery("SHOW " + setting)) {
			rows.next();
			return rows.getString(1);
		}
	}

	private MigrationResult upgrade(HikariDataSource pool) {
		return runner(settings(null, "migrations_version", "migrations_history")).upgrade(new ConnectionSource() {

			@Override
			public Connection open() throws SQLException {
				return pool.getConnection();
			}

			@Override
			public void discard(Connection connection) {
				pool.evictConnection(connection);
			}

		});
	}

	private MigrationResult upgradeAs(String role) {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setUrl(this.database.url());
		dataSource.setUser(role);
		dataSource.setPassword("x");
		return runner(settings(null, "migrations_version", "migrations_history"))
			.upgrade(ConnectionSource.of(dataSource));
	}

	private MigrationResult upgrade() {
		return upgrade(settings(null, "migrations_version", "migrations_history"));
	}

	private MigrationResult upgrade(MigrationSettings settings) {
		return runner(settings).upgrade(ConnectionSource.of(this.database.dataSource()));
	}

	private static MigrationSettings settings(@Nullable String schema, String versionTable, String historyTable) {
		return MigrationSettings.builder()
			.schema(schema)
			.versionTable(versionTable)
			.historyTable(historyTable)
			.lockWaitTimeout(Duration.ofSeconds(10))
			.application("test")
			.build();
	}

	private MigrationRunner runner(MigrationSettings settings) {
		return new MigrationRunner(new PostgresqlDialect(),
				new ScriptDirectory(new ScriptSettings("classpath:unused", List.of(this.directory.location())),
						getClass().getClassLoader()),
				settings);
	}

}
