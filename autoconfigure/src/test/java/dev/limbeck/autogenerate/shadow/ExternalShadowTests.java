package dev.limbeck.autogenerate.shadow;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import dev.limbeck.command.Project;
import dev.limbeck.runtime.ConnectionSource;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ExternalShadow}.
 */
class ExternalShadowTests {

	private static final String COMMENT = "SELECT coalesce(shobj_description(oid, 'pg_database'), '') FROM pg_database "
			+ "WHERE datname = current_database()";

	private static final String EVERYTHING = """
			CREATE TYPE mood AS ENUM ('ok');
			CREATE DOMAIN short AS text CHECK (length(value) < 9);
			CREATE TYPE pair AS (a integer, b integer);
			CREATE TYPE span AS RANGE (subtype = integer);
			CREATE FUNCTION twice(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 * 2';
			CREATE PROCEDURE nothing() LANGUAGE sql AS '';
			CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer);
			CREATE OPERATOR <+> (LEFTARG = text, RIGHTARG = text, FUNCTION = textcat);
			CREATE COLLATION plain FROM "C";
			CREATE TEXT SEARCH CONFIGURATION words (COPY = simple);
			CREATE TABLE parent (id serial PRIMARY KEY, m mood, n integer GENERATED ALWAYS AS IDENTITY);
			CREATE TABLE child (id integer REFERENCES parent) PARTITION BY LIST (id);
			CREATE TABLE child_1 PARTITION OF child FOR VALUES IN (1);
			CREATE STATISTICS spread ON id, n FROM parent;
			CREATE VIEW seen AS SELECT twice(id) FROM parent;
			CREATE MATERIALIZED VIEW kept AS SELECT id FROM seen, parent;
			CREATE SEQUENCE "Numbers";
			CREATE SCHEMA other CREATE TABLE t (id integer);
			CREATE EXTENSION pgcrypto SCHEMA other;
			CREATE EXTENSION pg_trgm;
			CREATE PUBLICATION all_of_it FOR ALL TABLES;
			CREATE EXTENSION postgres_fdw;
			CREATE SERVER elsewhere FOREIGN DATA WRAPPER postgres_fdw;
			CREATE FOREIGN TABLE far (id integer) SERVER elsewhere;
			CREATE FUNCTION guard() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''no''; END';
			CREATE EVENT TRIGGER guarded ON sql_drop WHEN TAG IN ('DROP TABLE') EXECUTE FUNCTION guard();
			""";

	private static final String OBJECTS = """
			SELECT (pg_identify_object(classid, objid, objsubid)).identity FROM pg_depend d
			WHERE objid >= 16384 AND classid NOT IN ('pg_database'::regclass) GROUP BY 1
			UNION SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%'""";

	private final TestDatabase application = PostgresServer.shared().createDatabase();

	private final TestDatabase shadow = PostgresServer.shared().createDatabase();

	@TempDir
	private Path path;

	@Test
	void databaseIsEmptyAfterwards() {
		this.shadow.execute("COMMENT ON DATABASE " + this.shadow.name() + " IS 'it''s for autogenerate'");
		List<String> before = this.shadow.query(OBJECTS);
		try (ShadowDatabase open = open()) {
			assertThat(open.description()).isEqualTo("shadow database " + this.shadow.name());
			new Project(this.path).revision("a1", "", "").on(open).upgrade("heads");
			this.shadow.execute(EVERYTHING);
			assertThat(this.shadow.query(COMMENT).get(0))
				.startsWith("it's for autogenerate [Limbeck's shadow database");
		}
		assertThat(this.shadow.query(OBJECTS)).isEqualTo(before);
		assertThat(this.shadow.query(COMMENT)).containsExactly("it's for autogenerate");
	}

	@Test
	void statementsThatWaitForOldSnapshotsCanRunThere() {
		try (ShadowDatabase open = open()) {
			assertThat(open).isNotNull();
			this.shadow.execute("CREATE TABLE t (a integer)");
			assertThat(this.shadow.query("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
					+ "AND pid <> pg_backend_pid() AND backend_xmin IS NOT NULL"))
				.containsExactly("0");
			this.shadow.execute("CREATE INDEX CONCURRENTLY t_a ON t (a)");
		}
	}

	@Test
	@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void isEmptiedInTheMiddleOfARevision() throws SQLException {
		ShadowDatabase open = open();
		try (Connection revision = open.connections().open(); Statement statement = revision.createStatement()) {
			this.shadow.execute("CREATE TABLE t (a integer)");
			revision.setAutoCommit(false);
			statement.execute("LOCK TABLE t");
			open.close();
		}
		assertThat(this.shadow.query("SELECT count(*) FROM pg_class WHERE relname = 't'")).containsExactly("0");
		assertThat(this.shadow.query(COMMENT)).containsExactly("");
	}

	@Test
	void whatTheOwnerHasPutThereStays() {
		this.shadow
			.execute("CREATE SCHEMA \"Our Tools\"; CREATE EXTENSION citext SCHEMA \"Our Tools\"; CREATE SCHEMA app");
		List<String> before = this.shadow.query(OBJECTS);
		try (ShadowDatabase open = open()) {
			this.shadow.execute("CREATE TABLE app.t (c \"Our Tools\".citext); CREATE EXTENSION pg_trgm SCHEMA app; "
					+ "DROP SCHEMA public");
			assertThat(open).isNotNull();
		}
		assertThat(this.shadow.query(OBJECTS)).containsExactlyInAnyOrderElementsOf(before);
	}

	@Test
	void databaseWithTablesIsRefused() {
		this.shadow.execute("CREATE TABLE customers (id integer)");
		assertThatExceptionOfType(ShadowDatabaseException.class).isThrownBy(this::open)
			.withMessageContaining("'" + this.shadow.name() + "' is not empty: it has table public.customers")
			.withMessageContaining("Nothing was dropped there.");
		assertThat(this.shadow.query("SELECT count(*) FROM customers")).containsExactly("0");
		assertThat(this.shadow.query(COMMENT)).containsExactly("");
	}

	@Test
	void applicationsDatabaseIsRefusedThoughEmpty() {
		assertThatExceptionOfType(ShadowDatabaseException.class)
			.isThrownBy(
					() -> ShadowDatabases.at(source(this.application, "postgres"), source(this.application, "postgres"))
						.open())
			.withMessageContaining("which is the application's database");
	}

	@Test
	void applicationsDatabaseNeedNotBeReachable() {
		PGSimpleDataSource nowhere = new PGSimpleDataSource();
		nowhere.setPortNumbers(new int[] { 1 });
		ShadowDatabases.at(source(this.shadow, "postgres"), ConnectionSource.of(nowhere)).open().close();
		assertThat(this.shadow.query(COMMENT)).containsExactly("");
	}

	@Test
	void whatAKilledRunHasLeftIsDropped() {
		ShadowDatabase killed = open();
		this.shadow.execute(EVERYTHING + "CREATE TABLE left_over (id integer)");
		killed.record();
		endSessions();
		try (ShadowDatabase open = open()) {
			assertThat(this.shadow.query("SELECT to_regclass('left_over')")).containsExactly("null");
			assertThat(open).isNotSameAs(killed);
		}
		assertThat(this.shadow.query(COMMENT)).containsExactly("");
		killed.close();
	}

	@Test
	void whatIsThereBeforeAConnectionIsOpenedIsTheRuns() throws SQLException {
		ShadowDatabase killed = open();
		new Project(this.path).revision("a1", "", "").on(killed).upgrade("heads");
		killed.connections().open().close();
		endSessions();
		open().close();
		assertThat(this.shadow.query("SELECT to_regclass('t_a1')")).containsExactly("null");
		killed.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "CREATE TABLE customers (id integer)", "CREATE SCHEMA customers",
			"CREATE SCHEMA kept; CREATE SEQUENCE kept.customers",
			"DROP TABLE left_over; CREATE TABLE left_over AS SELECT 'customers' AS name",
			"CREATE FUNCTION customers() RETURNS integer LANGUAGE sql AS 'SELECT 1'" })
	void markDoesNotLicenseToDropWhatOthersHaveMade(String sql) {
		ShadowDatabase killed = open();
		this.shadow.execute("CREATE TABLE left_over (id integer)");
		killed.record();
		endSessions();
		this.shadow.execute(sql);
		List<String> before = this.shadow.query(OBJECTS);
		assertThatExceptionOfType(ShadowDatabaseException.class).isThrownBy(this::open)
			.withMessageContaining("'" + this.shadow.name() + "'")
			.withMessageContaining("not known to have made all that is there")
			.withMessageContaining("Nothing was dropped there.")
			.satisfies((failure) -> assertThat(failure.getAction()).contains("drop the database and create it anew"));
		assertThat(this.shadow.query(OBJECTS)).isEqualTo(before);
		killed.close();
	}

	@Test
	void markThatCameWithADumpDoesNotCount() {
		ShadowDatabase killed = open();
		this.shadow.execute("CREATE TABLE customers (id integer)");
		killed.record();
		TestDatabase restored = PostgresServer.shared().createDatabase();
		restored.execute("CREATE TABLE customers (id integer)");
		restored.execute("DO $$ BEGIN EXECUTE format('COMMENT ON DATABASE " + restored.name() + " IS %L', '"
				+ this.shadow.query(COMMENT).get(0).replace("'", "''") + "'); END $$");
		assertThatExceptionOfType(ShadowDatabaseException.class)
			.isThrownBy(() -> ShadowDatabases.at(source(restored, "postgres"), null).open())
			.withMessageContaining("table public.customers");
		assertThat(restored.query("SELECT to_regclass('customers')")).containsExactly("customers");
		killed.close();
	}

	@Test
	void markWithoutARecordDoesNotCount() {
		this.shadow.execute("COMMENT ON DATABASE " + this.shadow.name()
				+ " IS '[Limbeck''s shadow database, to be emptied; schemas: public extensions: plpgsql]'");
		this.shadow.execute("CREATE TABLE customers (id integer)");
		assertThatExceptionOfType(ShadowDatabaseException.class).isThrownBy(this::open)
			.withMessageContaining("table public.customers");
	}

	private void endSessions() {
		this.application.execute("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '"
				+ this.shadow.name() + "'");
	}

	@Test
	void twoRunsDoNotShareADatabase() {
		try (ShadowDatabase first = open()) {
			assertThat(first).isNotNull();
			assertThatExceptionOfType(ShadowDatabaseException.class).isThrownBy(this::open)
				.withMessageContaining("is used by another run");
		}
		open().close();
	}

	@Test
	void userMustOwnTheDatabase() {
		String role = this.shadow.name() + "_role";
		this.shadow.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'wonder'");
		ShadowDatabases databases = ShadowDatabases.at(source(this.shadow, role), null);
		assertThatExceptionOfType(ShadowDatabaseException.class).isThrownBy(databases::open)
			.withMessageContaining("does not belong to the user '" + role + "'")
			.satisfies((failure) -> assertThat(failure.getAction()).contains("ALTER DATABASE"));
		this.shadow.execute("ALTER DATABASE " + this.shadow.name() + " OWNER TO " + role);
		try (ShadowDatabase open = databases.open()) {
			new Project(this.path).revision("a1", "", "").on(open).upgrade("heads");
		}
		assertThat(this.shadow.query("SELECT to_regclass('t_a1')")).containsExactly("null");
	}

	@Test
	void whatAnotherRoleHasMadeIsNamedAndNotTakenForTheRuns() throws SQLException {
		ShadowDatabases databases = sharedWith("evil");
		ShadowDatabase open = databases.open();
		new Project(this.path).revision("a1", "", "").on(open).upgrade("heads");
		plant("CREATE TABLE public.evil (a int); CREATE FUNCTION public.evil() RETURNS int LANGUAGE sql AS 'SELECT 1'");
		assertForeign(() -> open.connections().open().close());
		open.record();
		open.close();
		assertThat(this.shadow.query("SELECT concat_ws(' ', to_regclass('t_a1'), to_regclass('evil'))"))
			.containsExactly("evil");
		assertThat(this.shadow.query(COMMENT)).containsExactly("");
		assertForeign(databases::open);
		this.shadow.execute("DROP TABLE evil; DROP FUNCTION evil");
		databases.open().close();
	}

	@Test
	void whatAnotherRoleHasMadeIsFoundBesideWhatAKilledRunHasLeft() {
		ShadowDatabases databases = sharedWith("evil");
		ShadowDatabase killed = databases.open();
		plant("CREATE TABLE public.evil (a int)");
		killed.record();
		endSessions();
		assertForeign(databases::open);
		this.shadow.execute("DROP TABLE evil");
		databases.open().close();
		killed.close();
	}

	private ShadowDatabases sharedWith(String other) {
		String owner = this.shadow.name() + "_owner";
		this.shadow.execute("CREATE ROLE " + owner + " LOGIN PASSWORD 'wonder'; CREATE ROLE " + this.shadow.name() + "_"
				+ other + " LOGIN PASSWORD 'wonder'");
		this.shadow.execute("ALTER DATABASE " + this.shadow.name() + " OWNER TO " + owner
				+ "; GRANT CREATE ON SCHEMA public TO PUBLIC");
		return ShadowDatabases.at(source(this.shadow, owner), null);
	}

	private void plant(String sql) {
		this.shadow.execute("SET ROLE " + this.shadow.name() + "_evil; " + sql);
	}

	private void assertForeign(ThrowingCallable callable) {
		assertThatExceptionOfType(ShadowDatabaseException.class).isThrownBy(callable)
			.withMessageContaining("table public.evil of the role '" + this.shadow.name() + "_evil'")
			.withMessageContaining("Your database was not changed.")
			.satisfies((failure) -> assertThat(failure.getAction()).contains("DROP ", "REVOKE CONNECT ON DATABASE"));
	}

	private ShadowDatabase open() {
		return ShadowDatabases.at(source(this.shadow, "postgres"), source(this.application, "postgres")).open();
	}

	private static ConnectionSource source(TestDatabase database, String user) {
		PGSimpleDataSource dataSource = (PGSimpleDataSource) database.dataSource();
		if (!user.equals(database.username())) {
			dataSource.setUser(user);
			dataSource.setPassword("wonder");
		}
		return ConnectionSource.of(dataSource);
	}

}
