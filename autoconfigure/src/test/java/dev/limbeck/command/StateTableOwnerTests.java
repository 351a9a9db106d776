package dev.limbeck.command;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.limbeck.dialect.SqlStatement;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.revision.DowngradeRequest;
import dev.limbeck.revision.StampRequest;
import dev.limbeck.revision.UpgradeRequest;
import dev.limbeck.runtime.ConnectionSource;
import dev.limbeck.runtime.DatabaseAccessException;
import dev.limbeck.runtime.MigrationStatus.State;
import dev.limbeck.runtime.PendingRevisionsException;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RefusedStatements;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Whose tables are taken for those of the migrations.
 */
class StateTableOwnerTests {

	private static final String HISTORY = """
			CREATE TABLE %1$s.migrations_history (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
				revision varchar(32) NOT NULL, direction varchar(9) NOT NULL, heads_after text NOT NULL,
				message text NOT NULL, checksum varchar(64), started_at timestamptz NOT NULL, duration_ms bigint,
				database_user text NOT NULL, application text, outcome varchar(7) NOT NULL, progress integer,
				fingerprint text);
			""";

	private static final String VERSION = "CREATE TABLE %1$s.migrations_version (version_num varchar(32) PRIMARY KEY);\n";

	private static final String TRIGGER = """
			CREATE TRIGGER trap BEFORE INSERT OR UPDATE OR DELETE ON %1$s.%2$s
				FOR EACH ROW EXECUTE FUNCTION trap.row();
			CREATE TRIGGER all_of_it BEFORE INSERT OR UPDATE OR DELETE ON %1$s.%2$s EXECUTE FUNCTION trap.row();
			""";

	private static final String VERSION_WITH_TRIGGER = VERSION + TRIGGER.formatted("%1$s", "migrations_version");

	private static final String VIEW = """
			CREATE VIEW %1$s.migrations_version AS SELECT trap.text()::varchar(32) AS version_num;
			""";

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private final String mallory = this.database.name() + "_mallory";

	private final String app = this.database.name() + "_app";

	private Project project;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.project = new Project(path).revision("a1", "", "").revision("b2", "a1", "");
		this.database.execute("""
				CREATE ROLE {mallory} LOGIN PASSWORD 'wonder';
				CREATE ROLE {app} LOGIN PASSWORD 'wonder';
				GRANT CREATE, USAGE ON SCHEMA public TO PUBLIC;
				GRANT CREATE ON DATABASE {database} TO {app};
				CREATE SCHEMA trap;
				GRANT USAGE ON SCHEMA trap TO PUBLIC;
				CREATE SEQUENCE trap.calls;
				GRANT ALL ON SEQUENCE trap.calls TO PUBLIC;
				CREATE FUNCTION trap.row() RETURNS trigger LANGUAGE plpgsql AS
					'BEGIN PERFORM nextval(''trap.calls''); RETURN NEW; END';
				CREATE FUNCTION trap.text() RETURNS text LANGUAGE plpgsql AS
					'BEGIN PERFORM nextval(''trap.calls''); RETURN ''a1''; END';
				ALTER DEFAULT PRIVILEGES FOR ROLE {mallory} GRANT ALL ON TABLES TO PUBLIC;
				""".replace("{mallory}", this.mallory)
			.replace("{app}", this.app)
			.replace("{database}", this.database.name()));
	}

	static Stream<Arguments> strangers() {
		return Stream.of(Arguments.of("table with a trigger", VERSION_WITH_TRIGGER), Arguments.of("view", VIEW),
				Arguments.of("view that can be written to", VIEW + """
						CREATE RULE trap AS ON INSERT TO %1$s.migrations_version DO INSTEAD SELECT trap.text();
						"""),
				Arguments.of("materialized view",
						"CREATE MATERIALIZED VIEW %1$s.migrations_version AS SELECT "
								+ "'a1'::varchar(32) AS version_num;"),
				Arguments.of("partitioned table",
						"CREATE TABLE %1$s.migrations_version (version_num varchar(32)) PARTITION BY LIST (version_num);"),
				Arguments.of("history with a trigger", HISTORY + TRIGGER.formatted("%1$s", "migrations_history")),
				Arguments.of("table whose column has a type of its own", """
						CREATE DOMAIN %1$s.word AS varchar(32) CHECK (trap.text() IS NOT NULL);
						CREATE TABLE %1$s.migrations_version (version_num %1$s.word PRIMARY KEY);
						"""), Arguments.of("sequence", "CREATE SEQUENCE %1$s.migrations_version;"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("strangers")
	void whatAStrangerHasMadeIsNeitherReadNorWritten(String what, String sql) {
		make(this.mallory, sql);
		for (Consumer<Migrations> each : everything()) {
			assertThatExceptionOfType(DatabaseAccessException.class).isThrownBy(() -> each.accept(as(this.app)))
				.withMessageContaining("belongs to the role '" + this.mallory + "'")
				.withMessageContaining("nothing was run")
				.satisfies((failure) -> assertThat(failure.getAction()).contains("OWNER TO \"" + this.app + "\""));
		}
		assertThat(as(this.app).check().problems()).singleElement()
			.satisfies((problem) -> assertThat(problem.message()).contains(this.mallory));
		assertThat(as(this.app).status().state()).isEqualTo(State.FAILED);
		assertNothingCalled();
		assertThatExceptionOfType(DatabaseAccessException.class)
			.isThrownBy(() -> this.project.on(this.database).upgrade());
		assertNothingCalled();
	}

	private static List<Consumer<Migrations>> everything() {
		return List.of(Migrations::upgrade, Migrations::validate, Migrations::current, Migrations::ensureVersion,
				(migrations) -> migrations.planUpgrade("heads"), (migrations) -> migrations.downgrade("base"),
				(migrations) -> migrations.stamp("a1"),
				(migrations) -> migrations.stamp(StampRequest.of("a1").withPurge()));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("strangers")
	void scriptEndsWhereItFindsSuchATable(String what, String sql) throws SQLException, IOException {
		make(this.mallory, sql);
		assertScriptEnds((out) -> this.project.offline().upgradeSql(UpgradeRequest.to("base:b2"), out));
		assertScriptEnds((out) -> this.project.offline().upgradeSql(UpgradeRequest.to("a1:b2"), out));
		assertScriptEnds((out) -> this.project.offline().downgradeSql(DowngradeRequest.to("b2:a1"), out));
		assertScriptEnds((out) -> this.project.offline().stampSql(StampRequest.of("a1").withPurge(), out));
		assertScriptEnds((out) -> this.project.offline().ensureVersionSql(out));
		assertNothingCalled();
	}

	// Goes on after an error, as a psql does that is not told to stop
	private void assertScriptEnds(Printing printing) throws SQLException, IOException {
		StringBuilder text = new StringBuilder();
		printing.print(text);
		PostgresqlDialect dialect = new PostgresqlDialect();
		try (Connection connection = dataSource(this.app).getConnection()) {
			for (SqlStatement sql : dialect.splitter().split(text.toString())) {
				try (Statement statement = connection.createStatement()) {
					statement.setEscapeProcessing(false);
					statement.execute(dialect.forDriver(sql));
				}
				catch (SQLException ex) {
					if (connection.isClosed()) {
						return;
					}
				}
			}
			assertThat(connection.isValid(5)).as("the session has ended").isFalse();
		}
	}

	@Test
	void callersConnectionIsSafe() throws SQLException {
		make(this.mallory, VIEW);
		try (Connection connection = dataSource(this.app).getConnection()) {
			connection.setAutoCommit(false);
			assertThatExceptionOfType(DatabaseAccessException.class)
				.isThrownBy(() -> as(this.app).on(connection).getCurrentHeads());
			assertThatExceptionOfType(DatabaseAccessException.class)
				.isThrownBy(() -> as(this.app).on(connection).upgrade(UpgradeRequest.to("heads")));
			connection.rollback();
		}
		assertNothingCalled();
	}

	@Test
	void tablesOfARoleThatTheMigratorIsAMemberOfAreUsed() {
		String owner = this.database.name() + "_owner";
		this.database.execute("CREATE ROLE " + owner + "; GRANT " + owner + " TO " + this.app);
		make(owner, VERSION + HISTORY);
		as(this.app).upgrade();
		assertThat(as(this.app).current().rows()).containsExactly("b2");
	}

	// PostgreSQL 14 lets a role grant itself to others; what it was granted goes with it
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void roleThatHasMadeTheMigratorItsMemberIsAStranger(boolean throughAnother) throws SQLException {
		String owner = throughAnother ? this.database.name() + "_owner" : this.mallory;
		if (throughAnother) {
			this.database.execute("CREATE ROLE " + owner + "; GRANT " + owner + " TO " + this.mallory);
			this.database.execute("ALTER DEFAULT PRIVILEGES FOR ROLE " + owner + " GRANT ALL ON TABLES TO PUBLIC");
		}
		make(owner, VERSION_WITH_TRIGGER);
		try (Connection connection = dataSource(this.mallory).getConnection();
				Statement statement = connection.createStatement()) {
			String grant = "GRANT " + this.mallory + " TO " + this.app;
			if (connection.getMetaData().getDatabaseMajorVersion() == 14) {
				statement.execute(grant);
			}
			else {
				assertThatExceptionOfType(SQLException.class).isThrownBy(() -> statement.execute(grant));
			}
		}
		assertThatExceptionOfType(DatabaseAccessException.class).isThrownBy(() -> as(this.app).upgrade())
			.withMessageContaining("belongs to the role '" + owner + "'");
		assertNothingCalled();
	}

	@Test
	void tablesOfARoleThatTheMigratorIsAMemberOfThroughAnotherAreUsed() {
		String owner = this.database.name() + "_owner";
		String group = this.database.name() + "_group";
		this.database.execute("CREATE ROLE " + owner + "; CREATE ROLE " + group + "; GRANT " + owner + " TO " + group
				+ "; GRANT " + group + " TO " + this.app);
		make(owner, VERSION + HISTORY);
		as(this.app).upgrade();
		assertThat(as(this.app).current().rows()).containsExactly("b2");
	}

	@Test
	void tablesOfARoleThatIsAMemberOfTheMigratorAreUsed() {
		this.database.execute("GRANT " + this.app + " TO " + this.mallory);
		make(this.mallory, VERSION + HISTORY);
		as(this.app).upgrade();
		assertThat(as(this.app).current().rows()).containsExactly("b2");
	}

	@Test
	void tablesOfTheOwnerOfTheDatabaseAndOfASuperuserAreUsed() {
		this.project.on(this.database).upgrade("a1");
		this.database.execute("GRANT ALL ON ALL TABLES IN SCHEMA public TO " + this.app);
		as(this.app).upgrade();
		this.database.execute("ALTER DATABASE " + this.database.name() + " OWNER TO " + this.mallory
				+ "; ALTER TABLE migrations_version OWNER TO " + this.mallory
				+ "; ALTER TABLE migrations_history OWNER TO " + this.mallory
				+ "; GRANT ALL ON ALL TABLES IN SCHEMA public TO " + this.app);
		assertThat(as(this.app).current().rows()).containsExactly("b2");
		assertThat(this.project.on(this.database).current().rows()).containsExactly("b2");
	}

	// A superuser passes for a member of every role
	@Test
	void superuserUsesNoTablesOfAStranger() {
		make(this.mallory, VERSION_WITH_TRIGGER);
		assertThatExceptionOfType(DatabaseAccessException.class)
			.isThrownBy(() -> this.project.on(this.database).upgrade())
			.withMessageContaining("belongs to the role '" + this.mallory + "'");
		assertNothingCalled();
	}

	// From PostgreSQL 16 on it is made a member of each role that it creates
	@Test
	void creatorOfARoleDoesNotUseItsTables() {
		this.database.execute("ALTER ROLE " + this.app + " CREATEROLE");
		String made = this.database.name() + "_made";
		this.database.execute("SET ROLE " + this.app + "; CREATE ROLE " + made);
		this.database.execute("ALTER DEFAULT PRIVILEGES FOR ROLE " + made + " GRANT ALL ON TABLES TO PUBLIC");
		make(made, VERSION_WITH_TRIGGER);
		assertThatExceptionOfType(DatabaseAccessException.class).isThrownBy(() -> as(this.app).upgrade())
			.withMessageContaining("belongs to the role '" + made + "'");
		assertNothingCalled();
	}

	@Test
	void ownTableWithOtherColumnsIsNotTakenForOurs() {
		make(this.app, "CREATE TABLE %1$s.migrations_history (id bigint, what text);");
		assertThatExceptionOfType(DatabaseAccessException.class).isThrownBy(() -> as(this.app).upgrade())
			.withMessageContaining("\"public\".\"migrations_history\"")
			.withMessageContaining("does not have the columns")
			.satisfies((failure) -> assertThat(failure.getAction()).contains("migrations.history-table"));
	}

	@Test
	void ownViewIsNotTakenForATable() {
		make(this.app, VIEW);
		assertThatExceptionOfType(DatabaseAccessException.class).isThrownBy(() -> as(this.app).current())
			.withMessageContaining("a view of the role '" + this.app + "'");
		assertNothingCalled();
	}

	@Test
	void tableOfAStrangerInAnEarlierSchemaOfThePathIsRefused() {
		as(this.app).upgrade();
		this.database
			.execute("CREATE SCHEMA early AUTHORIZATION " + this.mallory + "; GRANT USAGE ON SCHEMA early TO PUBLIC");
		this.database.execute("ALTER DATABASE " + this.database.name() + " SET search_path = early, public");
		this.database.execute("SET ROLE " + this.mallory + "; " + VERSION_WITH_TRIGGER.formatted("early"));
		assertThatExceptionOfType(DatabaseAccessException.class).isThrownBy(() -> as(this.app).upgrade())
			.withMessageContaining("\"early\".\"migrations_version\"");
		assertNothingCalled();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void serverHasNothingToComplainAbout(boolean withVersions) {
		if (withVersions) {
			make(this.app, VERSION);
		}
		RefusedStatements refused = new RefusedStatements();
		Migrations migrations = Migrations.builder()
			.scripts(this.project.scripts())
			.dataSource(refused.watch(dataSource(this.app)))
			.build();
		migrations.current();
		migrations.status();
		migrations.check();
		migrations.planUpgrade("heads");
		assertThatExceptionOfType(PendingRevisionsException.class).isThrownBy(migrations::validate);
		migrations.ensureVersion();
		migrations.upgrade();
		migrations.upgrade();
		migrations.current();
		assertThat(refused.messages()).isEmpty();
	}

	@Test
	void rowsAreReadAsTheyAre() throws SQLException {
		make(this.app, VERSION);
		this.database.execute("INSERT INTO migrations_version VALUES ('<v0>&amp;é\u2028''\"'), ('')");
		try (Connection connection = dataSource(this.app).getConnection()) {
			for (boolean autoCommit : new boolean[] { true, false }) {
				connection.setAutoCommit(autoCommit);
				assertThat(as(this.app).on(connection).getCurrentHeads())
					.containsExactlyInAnyOrder("<v0>&amp;é\u2028'\"", "");
			}
		}
	}

	private void make(String owner, String sql) {
		this.database.execute("SET ROLE " + owner + "; " + sql.formatted("public"));
	}

	private void assertNothingCalled() {
		assertThat(this.database.query("SELECT is_called FROM trap.calls")).containsExactly("f");
	}

	private Migrations as(String role) {
		return Migrations.builder()
			.scripts(this.project.scripts())
			.connections(ConnectionSource.of(dataSource(role)))
			.build();
	}

	private PGSimpleDataSource dataSource(String role) {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setUrl(this.database.url());
		dataSource.setUser(role);
		dataSource.setPassword("wonder");
		return dataSource;
	}

	private interface Printing {

		void print(StringBuilder out) throws IOException;

	}

}
