package dev.limbeck.dialect.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import dev.limbeck.dialect.InspectionScope;
import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnTypes;
import dev.limbeck.schema.Deferrability;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.ExcludeConstraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.MatchType;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.ReferentialAction;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.ServerDefault;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.UniqueConstraint;
import dev.limbeck.test.CountingConnection;
import dev.limbeck.test.InterruptedConnection;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads real databases.
 */
class PostgresqlSchemaInspectorTests {

	// Ten queries, and the settings of the transaction
	private static final int STATEMENTS = 11;

	// The inspection may have locked what it had printed
	private static final String DROP_IF_NOT_LOCKED = """
			SET lock_timeout = '200ms';
			DO $$ BEGIN
				DROP SCHEMA app CASCADE;
			EXCEPTION WHEN lock_not_available THEN
				RAISE NOTICE 'locked';
			END $$""";

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	@Test
	void readsColumns() throws SQLException {
		this.database.execute("""
				CREATE TABLE users (
					id bigint GENERATED ALWAYS AS IDENTITY (START WITH 10 INCREMENT BY 5),
					serial_id serial,
					name varchar(50) NOT NULL DEFAULT 'new',
					code text COLLATE "C",
					price numeric(10, 2) DEFAULT 0,
					tags text[],
					created timestamptz(3) DEFAULT now(),
					total numeric GENERATED ALWAYS AS (price * 2) STORED,
					kind "char");
				COMMENT ON TABLE users IS 'people';
				COMMENT ON COLUMN users.name IS 'what they are called'""");
		Table users = table(inspect(), "users");
		assertThat(users.comment()).isEqualTo("people");
		assertThat(users.column("id").identity())
			.isEqualTo(new Identity(true, new SequenceOptions(10L, 5L, null, null, null, null)));
		assertThat(users.column("serial_id"))
			.isEqualTo(Column.of("serial_id", ColumnTypes.type("serial"), (column) -> column.notNull()));
		assertThat(users.hints().counters()).isEqualTo(
				Map.of("id", QualifiedName.of("users_id_seq"), "serial_id", QualifiedName.of("users_serial_id_seq")));
		assertThat(users.column("name")).isEqualTo(new Column("name", ColumnTypes.varchar(50), false,
				ServerDefault.expression("'new'::character varying"), null, null, null, "what they are called"));
		assertThat(users.column("code").collation()).isEqualTo(QualifiedName.of("C"));
		assertThat(users.column("price").type()).isEqualTo(ColumnTypes.numeric(10, 2));
		assertThat(users.column("tags").type()).isEqualTo(ColumnTypes.array(ColumnTypes.text()));
		assertThat(users.column("created").type()).isEqualTo(ColumnTypes.timestamptz(3));
		assertThat(users.column("created").serverDefault()).isEqualTo(ServerDefault.expression("now()"));
		assertThat(users.column("total").generated().expression()).isEqualTo("price * (2)::numeric");
		assertThat(users.column("kind").type().schema()).isEqualTo("pg_catalog");
	}

	@Test
	void readsConstraints() throws SQLException {
		this.database.execute("""
				CREATE TABLE parents (a int, b int, CONSTRAINT parents_pk PRIMARY KEY (b, a),
					CONSTRAINT swapped UNIQUE (a, b));
				CREATE TABLE children (x int, y int, z int CONSTRAINT positive CHECK (z > 0 AND z < 10),
					during tsrange,
					CONSTRAINT parent FOREIGN KEY (x, y) REFERENCES parents (b, a) MATCH FULL ON DELETE CASCADE
						ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED,
					CONSTRAINT once UNIQUE (z) INCLUDE (x) DEFERRABLE,
					CONSTRAINT apart EXCLUDE USING gist (during WITH &&) WHERE (x > 1));
				ALTER TABLE children ADD CONSTRAINT later CHECK (x > 0) NOT VALID;
				COMMENT ON CONSTRAINT positive ON children IS 'why'""");
		Schema schema = inspect();
		assertThat(table(schema, "parents").primaryKey().columns()).containsExactly("b", "a");
		Table children = table(schema, "children");
		ForeignKey key = children.foreignKeys().get(0);
		assertThat(key.columns()).containsExactly("x", "y");
		assertThat(key.referredTable()).isEqualTo(QualifiedName.of("parents"));
		assertThat(key.referredColumns()).containsExactly("b", "a");
		assertThat(key.onDelete()).isEqualTo(ReferentialAction.CASCADE);
		assertThat(key.onUpdate()).isEqualTo(ReferentialAction.SET_NULL);
		assertThat(key.match()).isEqualTo(MatchType.FULL);
		assertThat(key.deferrability()).isEqualTo(Deferrability.INITIALLY_DEFERRED);
		assertThat(children.uniqueConstraints()).containsExactly(new UniqueConstraint("once", List.of("z"),
				List.of("x"), false, false, Deferrability.INITIALLY_IMMEDIATE, null));
		assertThat(children.checkConstraints()).containsExactly(
				new CheckConstraint("later", "x > 0", false, false, true, null),
				new CheckConstraint("positive", "(z > 0) AND (z < 10)", false, true, true, "why"));
		assertThat(children.excludeConstraints())
			.containsExactly(ExcludeConstraint.of("apart", (exclude) -> exclude.column("during", "&&").where("x > 1")));
		assertThat(children.indexes()).isEmpty();
	}

	@Test
	void readsIndexes() throws SQLException {
		this.database.execute("""
				CREATE TABLE t (a text, b text COLLATE "C", c int, d jsonb);
				CREATE UNIQUE INDEX plain ON t (a, c DESC) INCLUDE (b);
				CREATE INDEX special ON t (lower(a) DESC NULLS LAST, a text_pattern_ops, (c + 1), b COLLATE "POSIX")
					WITH (fillfactor = 70) WHERE c > 0;
				CREATE INDEX documents ON t USING gin (d jsonb_path_ops)""");
		Table t = table(inspect(), "t");
		assertThat(
				t.indexes())
			.containsExactly(
					Index.of(
							"documents", (
									index) -> index.using("gin")
										.column("d", (key) -> key.operatorClass("jsonb_path_ops"))),
					Index.of("plain",
							(index) -> index.unique().columns("a").column("c", (key) -> key.descending()).include("b")),
					Index.of("special",
							(index) -> index.expression("lower(a)", (key) -> key.descending().nullsLast())
								.column("a", (key) -> key.operatorClass("text_pattern_ops"))
								.expression("c + 1")
								.column("b", (key) -> key.collate("POSIX"))
								.with("fillfactor", "70")
								.where("c > 0")));
	}

	@Test
	void readsSequencesEnumsViewsAndFunctions() throws SQLException {
		this.database.execute("""
				CREATE SCHEMA app;
				CREATE TYPE app.mood AS ENUM ('sad', 'ok');
				CREATE SEQUENCE users_seq INCREMENT BY 50;
				CREATE TABLE app.users (id int PRIMARY KEY DEFAULT nextval('users_seq'), feels app.mood DEFAULT 'ok');
				CREATE VIEW everybody AS SELECT id FROM app.users;
				CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS n FROM app.users;
				CREATE UNIQUE INDEX counted_n ON counted (n);
				CREATE DOMAIN email AS varchar(100);
				CREATE FUNCTION twice(n int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT n * 2'""");
		Schema schema = inspect("app");
		assertThat(schema.enumTypes())
			.containsExactly(new EnumType(QualifiedName.of("app", "mood"), List.of("sad", "ok"), null));
		assertThat(schema.sequences()).containsExactly(new Sequence(QualifiedName.of("users_seq"), ColumnTypes.bigint(),
				new SequenceOptions(null, 50L, null, null, null, null), null, null));
		Table users = schema.table(QualifiedName.of("app", "users"));
		assertThat(users.column("id").serverDefault())
			.isEqualTo(ServerDefault.expression("nextval('public.users_seq'::regclass)"));
		assertThat(users.column("feels").type()).isEqualTo(ColumnTypes.named("app", "mood"));
		assertThat(users.column("feels").serverDefault()).isEqualTo(ServerDefault.expression("'ok'::app.mood"));
		assertThat(schema.views()).singleElement()
			.satisfies((view) -> assertThat(view.query()).contains("FROM app.users"));
		assertThat(schema.materializedViews().get(0).indexes()).hasSize(1);
		assertThat(schema.domains()).singleElement()
			.satisfies((domain) -> assertThat(domain.base()).isEqualTo(ColumnTypes.varchar(100)));
		assertThat(schema.routines()).singleElement().satisfies((routine) -> {
			assertThat(routine.arguments()).isEqualTo("n integer");
			assertThat(routine.options()).isEqualTo("IMMUTABLE");
		});
	}

	@Test
	void leavesOutWhatIsNotTheApplications() throws SQLException {
		this.database.execute("""
				CREATE EXTENSION pg_stat_statements;
				CREATE TABLE events (id int, day date) PARTITION BY RANGE (day);
				CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
				CREATE TABLE parent (id int);
				CREATE TABLE child (extra int) INHERITS (parent);
				CREATE TABLE databasechangeloglock (id serial, locked boolean, lockgranted timestamp, lockedby text);
				CREATE TABLE shedlock (name text, lock_until timestamp, locked_at timestamp, locked_by text);
				CREATE TABLE batch_job_instance (job_instance_id bigint, version bigint, job_name text, job_key text);
				CREATE SEQUENCE batch_job_seq;
				CREATE TABLE migrations_version (version_num varchar(32));
				CREATE TABLE migrations_history (id bigint GENERATED ALWAYS AS IDENTITY)""");
		Schema schema = inspect();
		assertThat(schema.tables()).extracting((table) -> table.name().name()).containsExactly("events", "parent");
		assertThat(schema.table(QualifiedName.of("events")).options().partitionBy()).isEqualTo("RANGE (day)");
		assertThat(schema.sequences()).isEmpty();
		assertThat(schema.views()).isEmpty();
		assertThat(schema.extensions()).extracting((extension) -> extension.name())
			.containsExactly("pg_stat_statements");
		try (Connection connection = this.database.connect()) {
			Schema mapped = new PostgresqlSchemaInspector().inspect(connection, InspectionScope.of("public")
				.mapped(Set.of(QualifiedName.of("shedlock"), QualifiedName.of("child"))));
			assertThat(mapped.tables()).extracting((table) -> table.name().name())
				.containsExactly("child", "events", "parent", "shedlock");
			assertThat(mapped.table(QualifiedName.of("child")).options().inherits())
				.containsExactly(QualifiedName.of("parent"));
		}
	}

	@Test
	void reportsIndexesThatAreNotValid() throws SQLException {
		this.database.execute("CREATE TABLE t (a int); INSERT INTO t VALUES (1), (1)");
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			statement.execute("CREATE UNIQUE INDEX CONCURRENTLY broken ON t (a)");
		}
		catch (SQLException ex) {
			assertThat(ex.getSQLState()).isEqualTo("23505");
		}
		assertThat(table(inspect(), "t").indexes()).singleElement()
			.satisfies((index) -> assertThat(index.valid()).isFalse());
	}

	@Test
	void keepsTheSessionAsItWas() throws SQLException {
		this.database.execute("CREATE TABLE t (a int)");
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			statement.execute("SET search_path = nowhere");
			new PostgresqlSchemaInspector().inspect(connection, InspectionScope.of("public"));
			assertThat(connection.getAutoCommit()).isTrue();
			assertThat(setting(statement, "search_path")).isEqualTo("nowhere");
			connection.setAutoCommit(false);
			statement.execute("CREATE TABLE public.u (a int)");
			Schema schema = new PostgresqlSchemaInspector().inspect(connection, InspectionScope.of("public"));
			assertThat(schema.tables()).hasSize(2);
			statement.execute("CREATE TABLE public.v (a int)");
			assertThat(setting(statement, "search_path")).isEqualTo("nowhere");
			connection.rollback();
		}
	}

	private static String setting(Statement statement, String name) throws SQLException {
		try (ResultSet row = statement.executeQuery("SHOW " + name)) {
			row.next();
			return row.getString(1);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })
	void readsAgainWhatWasDroppedMeanwhile(int statement) throws SQLException {
		this.database.execute("""
				CREATE TABLE other (id int);
				CREATE SCHEMA app;
				CREATE DOMAIN app.email AS text;
				CREATE TYPE app.mood AS ENUM ('a');
				CREATE TABLE app.t (id serial PRIMARY KEY, e app.email, m app.mood DEFAULT 'a', b text CHECK (b > 'a'),
					c text GENERATED ALWAYS AS (b || b) STORED);
				CREATE TABLE app.p (id int) PARTITION BY RANGE (id);
				CREATE INDEX ON app.t (lower(b)) WHERE id > 1;
				CREATE FUNCTION app.f(app.mood) RETURNS int LANGUAGE sql AS 'SELECT 1';
				CREATE VIEW app.v AS SELECT id FROM app.t""");
		try (Connection connection = InterruptedConnection.of(this.database.connect(), statement,
				() -> this.database.execute(DROP_IF_NOT_LOCKED))) {
			Schema schema = new PostgresqlSchemaInspector().inspect(connection, InspectionScope.of("public", "app"));
			assertThat(schema.table(QualifiedName.of("other"))).isNotNull();
		}
	}

	@Test
	void takesTheSameNumberOfStatementsForAnyNumberOfTables() throws SQLException {
		createTables(0, 10);
		assertThat(statements()).isEqualTo(STATEMENTS);
		createTables(10, 300);
		assertThat(statements()).isEqualTo(STATEMENTS);
	}

	private void createTables(int from, int to) {
		StringBuilder sql = new StringBuilder();
		for (int i = from; i < to; i++) {
			sql.append("CREATE TABLE t%1$d (id serial PRIMARY KEY, a int CHECK (a > 0), b int UNIQUE);".formatted(i));
			sql.append("ALTER TABLE t%1$d ADD FOREIGN KEY (a) REFERENCES t%1$d (b); ".formatted(i));
			sql.append("CREATE INDEX ON t%1$d (lower(a::text));".formatted(i));
		}
		this.database.execute(sql.toString());
	}

	private int statements() throws SQLException {
		AtomicInteger count = new AtomicInteger();
		try (Connection connection = CountingConnection.of(this.database.connect(), count)) {
			new PostgresqlSchemaInspector().inspect(connection, InspectionScope.of("public"));
		}
		return count.get();
	}

	private Schema inspect(String... others) throws SQLException {
		try (Connection connection = this.database.connect()) {
			return new PostgresqlSchemaInspector().inspect(connection, InspectionScope.of("public", others));
		}
	}

	private static Table table(Schema schema, String name) {
		return schema.table(QualifiedName.of(name));
	}

}
