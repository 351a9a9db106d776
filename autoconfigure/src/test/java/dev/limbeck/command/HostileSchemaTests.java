package dev.limbeck.command;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import dev.limbeck.autogenerate.SchemaFile;
import dev.limbeck.autogenerate.SchemaFileTargetMetadata;
import dev.limbeck.autogenerate.shadow.DatabaseServer;
import dev.limbeck.autogenerate.shadow.ShadowDatabaseException;
import dev.limbeck.autogenerate.shadow.ShadowDatabases;
import dev.limbeck.dialect.MigrationSession;
import dev.limbeck.dialect.SqlStatement;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.revision.DowngradeRequest;
import dev.limbeck.revision.StampRequest;
import dev.limbeck.revision.UpgradeRequest;
import dev.limbeck.runtime.ConnectionSource;
import dev.limbeck.runtime.LockWaitTimeoutException;
import dev.limbeck.runtime.MigrationSettings;
import dev.limbeck.runtime.PendingRevisionsException;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.test.HostileSchema;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.Psql;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * A role that may create objects in a schema of the search path plants there whatever it
 * can. None of it is called by whoever migrates, wherever the schema stands in the path.
 */
class HostileSchemaTests {

	private static HostileSchema original;

	private final HostileSchema hostile = original.copy();

	private final TestDatabase database = this.hostile.database();

	private ModelProject project;

	@BeforeAll
	static void plant() {
		original = HostileSchema.create();
	}

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.project = new ModelProject(path)
			.revision("a1", "", "CREATE TABLE public.t (id int, n int);", "DROP TABLE public.t;")
			.revision("b2", "a1", "SET search_path = public; SET statement_timeout = 1000000;", "")
			.revision("d4", "c3", "CREATE TABLE public.u (id int);", "DROP TABLE public.u;");
		this.project.versions().writeFile("c3.sql", """
				-- make c3
				--
				-- revision: c3
				-- down_revision: b2

				-- migrate:upgrade
				CREATE INDEX i ON public.t (id);
				-- migrate:autocommit
				SET lock_timeout = 1000000;
				CREATE INDEX CONCURRENTLY j ON public.t (n);
				-- migrate:end

				-- migrate:downgrade
				-- migrate:autocommit
				DROP INDEX CONCURRENTLY public.j;
				-- migrate:end
				DROP INDEX public.i;
				""");
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void plantedObjectsAreCalledWhereTheyAreMeant(boolean first) {
		place(first).database().query(first ? "SELECT lower('A')" : "SELECT 1 WHERE 'a'::varchar = 'b'::varchar");
		assertThat(this.hostile.calls()).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void runsCallNothing(boolean first) {
		place(first);
		Migrations migrations = migrations();
		assertThatExceptionOfType(PendingRevisionsException.class).isThrownBy(migrations::validate);
		migrations.upgrade("b2");
		migrations.upgrade("heads");
		migrations.upgrade("heads");
		migrations.validate();
		migrations.planUpgrade("heads");
		migrations.planDowngrade("base");
		migrations.downgrade("b2");
		migrations.upgrade("heads");
		migrations.downgrade("base");
		migrations.stamp("b2");
		migrations.stamp(StampRequest.of("d4").withPurge());
		assertThat(migrations.current().rows()).hasSize(1);
		assertThat(migrations.status().current()).containsExactly("d4");
		migrations.check(CheckRequest.all());
		assertThat(this.hostile.calls()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void historyIsReadAndAcceptedWithoutACall(boolean first) throws SQLException, IOException {
		place(first);
		migrations().upgrade("a1");
		this.project.revision("a1", "", "CREATE TABLE public.t (id int, n int, m int);", "DROP TABLE public.t;");
		send((out) -> migrations().acceptSql(List.of("a1"), out));
		assertThat(migrations().accept(List.of("a1"))).singleElement();
		assertThat(migrations().history(HistoryRequest.all().withCurrent())).isNotEmpty();
		assertThat(migrations().steps("a1", 10).entries()).isNotEmpty();
		assertThat(migrations().status(10).history().entries()).isNotEmpty();
		assertThat(migrations().heads()).isNotEmpty();
		assertThat(migrations().show("current")).isNotEmpty();
		assertThat(this.hostile.calls()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void missingRevisionIsRunWithoutACall(boolean first) {
		place(first);
		migrations().upgrade("d4");
		this.project.revision("a2", "a1", "CREATE TABLE public.missed (id int);", "DROP TABLE public.missed;")
			.revision("b2", "a2", "SET search_path = public; SET statement_timeout = 1000000;", "");
		migrations().upgrade(UpgradeRequest.to("a2").withMissing());
		assertThat(this.database.query("SELECT pg_catalog.to_regclass('public.missed')")).doesNotContain("null");
		assertThat(this.hostile.calls()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void firstRevisionIsGeneratedWithoutACall(boolean first, @TempDir Path path) {
		place(first);
		this.project = new ModelProject(path);
		assertThat(migrations().generate(GenerateRequest.initial().withDryRun()).revisions()).isNotEmpty();
		assertThat(this.hostile.calls()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void tablesAreEnsuredWithoutACall(boolean first) {
		place(first);
		assertThat(migrations().current().rows()).isEmpty();
		migrations().ensureVersion();
		migrations().ensureVersion();
		assertThat(this.hostile.calls()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void revisionThatFailedIsTakenUpWithoutACall(boolean first) {
		place(first);
		migrations().upgrade("b2");
		this.database.execute("INSERT INTO public.t VALUES (1, 1), (1, 1)");
		this.project.versions().writeFile("c3.sql", failing("UNIQUE"));
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrations().upgrade("heads"));
		migrations().status();
		assertThat(migrations().check(CheckRequest.all()).problems()).isNotEmpty();
		this.project.versions().writeFile("c3.sql", failing(""));
		migrations().upgrade("heads");
		assertThat(this.hostile.calls()).isEmpty();
	}

	private static String failing(String unique) {
		return """
				-- make c3
				--
				-- revision: c3
				-- down_revision: b2

				-- migrate:upgrade transaction=off
				CREATE TABLE public.v (id int);
				CREATE %s INDEX CONCURRENTLY j ON public.t (n);
				""".formatted(unique);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void connectionOfTheCallerCallsNothing(boolean first) throws SQLException {
		place(first);
		try (Connection connection = this.database.connect()) {
			migrations().on(connection).upgrade(UpgradeRequest.to("a1"));
			connection.setAutoCommit(false);
			assertThat(migrations().on(connection).getCurrentRevision()).isEqualTo("a1");
			migrations().on(connection).upgrade(UpgradeRequest.to("b2"));
			connection.commit();
		}
		assertThat(this.hostile.calls()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void waitForTheLockCallsNothing(boolean first) throws SQLException {
		place(first);
		try (Connection other = this.database.connect()) {
			MigrationSession session = new PostgresqlDialect().openSession(other, null, "migrations_version");
			assertThat(session.tryLock()).isTrue();
			Migrations impatient = builder().settings(impatient()).build();
			assertThatExceptionOfType(LockWaitTimeoutException.class).isThrownBy(() -> impatient.upgrade("heads"))
				.withMessageContaining("server process");
		}
		assertThat(this.hostile.calls()).isEmpty();
	}

	private static MigrationSettings impatient() {
		MigrationSettings defaults = MigrationSettings.defaults();
		return MigrationSettings.builder().lockWaitTimeout(Duration.ofMillis(200)).application("test").build();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void scriptsCallNothing(boolean first) throws SQLException, IOException {
		place(first);
		send((out) -> migrations().ensureVersionSql(out));
		send((out) -> migrations().upgradeSql(UpgradeRequest.to("base:d4"), out));
		send((out) -> migrations().downgradeSql(DowngradeRequest.to("d4:a1"), out));
		send((out) -> migrations().stampSql(StampRequest.of("a1:b2"), out));
		send((out) -> migrations().stampSql(StampRequest.of("base").withPurge(), out));
		assertThat(this.hostile.calls()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void scriptsCallNothingUnderPsql(boolean first, @TempDir Path path) throws IOException {
		List<Psql> found = Psql.find().toList();
		assumeThat(found).isNotEmpty();
		place(first);
		StringBuilder script = new StringBuilder();
		migrations().upgradeSql(UpgradeRequest.to("base:d4"), script);
		new RevisionDirectory(path).writeFile("up.sql", script.toString());
		Psql.Outcome outcome = found.get(0)
			.run(this.database, "-v", "ON_ERROR_STOP=1", "-f", path.resolve("up.sql").toString());
		assertThat(outcome.output()).doesNotContain("ERROR");
		assertThat(outcome.exitCode()).isZero();
		assertThat(this.hostile.calls()).isEmpty();
	}

	private void send(Printing printing) throws SQLException, IOException {
		StringBuilder text = new StringBuilder();
		printing.print(text);
		PostgresqlDialect dialect = new PostgresqlDialect();
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			statement.setEscapeProcessing(false);
			for (SqlStatement sql : dialect.splitter().split(text.toString())) {
				statement.execute(dialect.forDriver(sql));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void scratchDatabasesCallNothing(boolean first) {
		place(first);
		ShadowDatabases shadows = ShadowDatabases.scratch(server());
		Migrations migrations = builder().shadowDatabases(shadows).targetMetadata(() -> List.of(file(shadows))).build();
		assertThat(migrations.autogenerate(AutogenerateRequest.of("w").withDryRun()).differences()).isNotEmpty();
		migrations.upgrade("heads");
		migrations.check(CheckRequest.all());
		assertThat(this.hostile.calls()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void comparisonWithTheDatabaseCallsNothing(boolean first) {
		place(first);
		Migrations migrations = builder().targetMetadata(() -> List.of(file(ShadowDatabases.scratch(server()))))
			.build();
		migrations.upgrade("heads");
		assertThat(migrations.check(CheckRequest.all().withModelFromDatabase()).revisions()).isPositive();
		assertThat(this.hostile.calls()).isEmpty();
	}

	// What the server computes when it creates something is called then
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void modelOnTrialIsWhatTheServerMeans(boolean first, @TempDir Path path) {
		this.hostile.plant("""
				CREATE FUNCTION public.times(numeric, integer) RETURNS numeric LANGUAGE plpgsql IMMUTABLE AS
					'BEGIN PERFORM spy.call(1); RETURN 1; END';
				CREATE OPERATOR public.* (LEFTARG = numeric, RIGHTARG = integer, FUNCTION = public.times);
				""");
		place(first);
		this.project = new ModelProject(path).revision("a1", "", """
				SET search_path = pg_catalog;
				CREATE TABLE public.item (price numeric NOT NULL, status varchar(9) NOT NULL,
					CONSTRAINT item_status CHECK (status = 'A'));
				CREATE INDEX item_price ON public.item (price) WHERE price > 0.5 * 2;
				CREATE INDEX item_lower ON public.item (lower(status));
				""", "");
		Migrations migrations = this.project
			.builder((schema) -> schema.table("item",
					(table) -> table.column("price", ColumnType.parse("numeric"), (column) -> column.notNull())
						.column("status", ColumnType.parse("varchar(9)"), (column) -> column.notNull())
						.check("status = 'A'", (check) -> check.name("item_status"))
						.index((index) -> index.name("item_price").columns("price").where("price > 0.5 * 2"))
						.index((index) -> index.name("item_lower").expression("lower(status)"))))
			.dataSource(this.database.dataSource())
			.build();
		migrations.upgrade("heads");
		assertThat(migrations.autogenerate(AutogenerateRequest.of("w").fromDatabase().withDryRun()).differences())
			.isEmpty();
		assertThat(this.hostile.calls()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void databaseThatIsNotTheShadowDatabaseIsRefusedWithoutACall(boolean first) {
		place(first);
		ConnectionSource connections = ConnectionSource.of(this.database.dataSource());
		TestDatabase other = PostgresServer.shared().createDatabase();
		assertThatExceptionOfType(ShadowDatabaseException.class)
			.isThrownBy(() -> ShadowDatabases.at(connections, connections).open());
		assertThatExceptionOfType(ShadowDatabaseException.class)
			.isThrownBy(() -> ShadowDatabases.at(connections, ConnectionSource.of(other.dataSource())).open())
			.withMessageContaining("is not empty");
		assertThat(this.hostile.calls()).isEmpty();
	}

	private HostileSchema place(boolean first) {
		return first ? this.hostile.beforeTheServers() : this.hostile;
	}

	private Migrations migrations() {
		return builder().build();
	}

	private MigrationsBuilder builder() {
		return this.project.builder((schema) -> {
		}).targetMetadata(List::of).dataSource(this.database.dataSource());
	}

	private static SchemaFileTargetMetadata file(ShadowDatabases shadows) {
		return new SchemaFileTargetMetadata(List.of(new SchemaFile("schema.sql",
				() -> "CREATE TABLE w (id int PRIMARY KEY CHECK (id > 1)); CREATE VIEW x AS SELECT id FROM w;")),
				shadows, new PostgresqlDialect());
	}

	private DatabaseServer server() {
		TestDatabase configured = this.database;
		return new DatabaseServer() {

			@Override
			public ConnectionSource configured() {
				return ConnectionSource.of(configured.dataSource());
			}

			@Override
			public ConnectionSource database(String name) {
				PGSimpleDataSource dataSource = new PGSimpleDataSource();
				dataSource.setUrl(configured.url().replaceFirst("[^/]*$", name));
				dataSource.setUser(configured.username());
				dataSource.setPassword(configured.password());
				return ConnectionSource.of(dataSource);
			}

		};
	}

	private interface Printing {

		void print(StringBuilder out) throws IOException;

	}

}
