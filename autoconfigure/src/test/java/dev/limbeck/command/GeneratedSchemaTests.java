package dev.limbeck.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

import dev.limbeck.autogenerate.AutogenerateSettings;
import dev.limbeck.compare.ComparisonOptions;
import dev.limbeck.compare.NameFilter;
import dev.limbeck.compare.ObjectType;
import dev.limbeck.dialect.SqlStatement;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.runtime.MigrationSettings;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.SchemaDescription;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests that the revision of {@link GenerateCommand} makes an empty database like the one
 * that it was generated from, and empty again.
 */
class GeneratedSchemaTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private ModelProject project;

	private Map<String, String> placeholders = Map.of();

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.project = new ModelProject(path);
	}

	private Set<String> schemas() {
		return Set.copyOf(this.database.query("SELECT nspname FROM pg_namespace WHERE nspname = 'app'"));
	}

	private Migrations on(TestDatabase target) {
		return this.project.builder((schema) -> {
		})
			.autogenerate(AutogenerateSettings.defaults().withSchemas(schemas()))
			.settings(settings())
			.dataSource(target.dataSource())
			.build();
	}

	private MigrationSettings settings() {
		MigrationSettings defaults = MigrationSettings.defaults();
		return MigrationSettings.builder()
			.lockWaitTimeout(Duration.ofMinutes(1))
			.placeholders(this.placeholders)
			.application("test")
			.build();
	}

	private AutogenerateResult assertCopied(String sql) {
		return assertCopied(sql, UnaryOperator.identity());
	}

	private AutogenerateResult assertCopied(String sql, UnaryOperator<String> spelling) {
		create(sql);
		AutogenerateResult result = on(this.database).generate(GenerateRequest.initial());
		TestDatabase copy = PostgresServer.shared().createDatabase();
		List<String> empty = SchemaDescription.of(copy);
		on(copy).upgrade("heads");
		assertThat(SchemaDescription.of(copy)).map(spelling)
			.containsExactlyInAnyOrderElementsOf(SchemaDescription.of(this.database).stream().map(spelling).toList());
		new Dump(this.database, copy).compare(spelling);
		on(copy).downgrade("base");
		assertThat(SchemaDescription.of(copy)).containsExactlyElementsOf(empty);
		return result;
	}

	// The driver would divide a body of the standard
	private void create(String sql) {
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			statement.execute("SET check_function_bodies = off");
			PostgresqlDialect dialect = new PostgresqlDialect();
			for (SqlStatement each : dialect.splitter().split(sql)) {
				statement.execute(dialect.forDriver(each));
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void whatAFileCannotHoldAsItIsIsCarried() {
		this.placeholders = Map.of("app_pw", "secret", "odd name", "odder", "x.y", "1");
		assertCopiedWholly(
				"""
						CREATE TYPE mood AS ENUM (E'a\\r\\nb', E'c\\rd', E'e\\x1b\\x07\\u202e\\u2028f', '${app_pw}', '${odd name}',
							'$${app_pw} \\ ', E'\\n-- migrate:downgrade\\nx');
						CREATE TABLE "t${app_pw}" (id int PRIMARY KEY, "c${odd name}" mood DEFAULT E'c\\rd', d text DEFAULT '${x.y}',
							U&"e\\000D\\000A\\202E\\\\" text CHECK (U&"e\\000D\\000A\\202E\\\\" <> E'\\r\\n\\t\\x01\\\\'));
						COMMENT ON TABLE "t${app_pw}" IS E'see ${app_pw}\\r\\nand $${app_pw}, \\r$';
						COMMENT ON COLUMN "t${app_pw}".d IS E'\\n-- migrate:upgrade\\n--migrate:end\\n''migrate:up';
						CREATE VIEW v AS SELECT E'\\r\\n${app_pw}' AS a, E'\\ufeff\\n\\ufeff' AS U&"b\\000A-- migrate:end"
							FROM "t${app_pw}";
						CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS E'BEGIN\\r\\n  RETURN ''\\\\${app_pw}'';\\r\\nEND';
						CREATE FUNCTION g() RETURNS text LANGUAGE plpgsql AS 'BEGIN RETURN ''${app_pw} $body$''; END';
						CREATE FUNCTION h() RETURNS text LANGUAGE plpgsql AS E'BEGIN\\n-- migrate:end\\n RETURN ''$$''; END';
						""");
	}

	private void assertCopiedWholly(String sql) {
		assertThat(assertCopied(sql).warnings()).isEmpty();
	}

	@Test
	void viewsComeBehindTheViewsThatTheyRead() {
		assertCopiedWholly("""
				CREATE TABLE t (id int PRIMARY KEY, name text);
				CREATE VIEW c AS SELECT id, name FROM t;
				CREATE VIEW b AS SELECT id FROM c WHERE name <> '';
				CREATE VIEW a WITH (security_barrier) AS SELECT b.id FROM b JOIN c USING (id);
				CREATE MATERIALIZED VIEW aa AS SELECT count(*) AS n FROM a;
				CREATE VIEW a_of_aa AS SELECT n FROM aa;
				CREATE VIEW grouped AS SELECT id, name, count(*) AS n FROM t GROUP BY id;
				""");
	}

	@Test
	void routinesComeBehindTheirTypesAndBeforeWhatCallsThem() {
		assertCopiedWholly("""
				CREATE TABLE t (id int PRIMARY KEY, price numeric(10, 2));
				CREATE VIEW cheap AS SELECT id FROM t WHERE price < 10;
				CREATE FUNCTION a_cheap() RETURNS SETOF cheap STABLE LANGUAGE sql AS 'SELECT * FROM cheap';
				CREATE FUNCTION a_row() RETURNS int LANGUAGE plpgsql AS $$
					DECLARE r t%ROWTYPE; x t.price%TYPE; BEGIN SELECT * INTO r FROM t LIMIT 1; RETURN r.id; END $$;
				CREATE FUNCTION a_second(int) RETURNS int LANGUAGE sql AS 'SELECT z_first($1) + 1';
				CREATE FUNCTION z_first(int) RETURNS int LANGUAGE sql AS 'SELECT $1 * 2';
				CREATE FUNCTION z_number() RETURNS int LANGUAGE sql AS 'SELECT max(id) FROM t';
				CREATE FUNCTION z_even(int) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1 % 2 = 0';
				CREATE FUNCTION z_doubled(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT a_second($1)';
				CREATE TABLE a (id int DEFAULT z_number(), twice int CHECK (z_even(twice)),
					half int GENERATED ALWAYS AS (z_doubled(twice)) STORED);
				CREATE INDEX a_even ON a (z_even(twice));
				CREATE PROCEDURE a_proc(INOUT x int) LANGUAGE sql AS 'SELECT z_first(x)';
				CREATE FUNCTION settings(a text DEFAULT 'x;y') RETURNS SETOF text COST 5 ROWS 7 LANGUAGE plpgsql
					SET search_path = '' SET application_name = 'my app' SET work_mem = '4MB' AS 'BEGIN END';
				""");
	}

	@Test
	void partOfATableThatNeedsTheTableComesBehindIt() {
		assertCopiedWholly("""
				CREATE TABLE t (id int NOT NULL, name text, n int);
				CREATE FUNCTION named(t) RETURNS boolean IMMUTABLE LANGUAGE sql AS $$SELECT $1.name <> ''$$;
				CREATE FUNCTION next_of(t) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1.id + 1';
				ALTER TABLE t ADD CONSTRAINT t_named CHECK (named(t)), ALTER n SET DEFAULT next_of(NULL::t);
				CREATE INDEX t_next ON t (next_of(t.*));
				CREATE TABLE a (id int PRIMARY KEY, b int, self int REFERENCES a);
				CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a);
				ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b;
				ALTER TABLE a ADD CHECK (b > 0) NOT VALID;
				ALTER TABLE b ADD CHECK (a > 0) NO INHERIT NOT VALID;
				ALTER TABLE b ADD FOREIGN KEY (id) REFERENCES a ON DELETE CASCADE NOT VALID;
				""");
	}

	@Test
	void routinesWithBodiesOfTheStandardAreCarried() {
		assertCopiedWholly("""
				CREATE TABLE t (id int PRIMARY KEY, name text);
				CREATE FUNCTION z_name(int) RETURNS text RETURN (SELECT name FROM t WHERE id = $1);
				CREATE FUNCTION a_name(i int DEFAULT 1) RETURNS text STABLE LANGUAGE sql
					BEGIN ATOMIC SELECT z_name(i) || ';'; END;
				CREATE PROCEDURE add(i int, n text) LANGUAGE sql BEGIN ATOMIC INSERT INTO t VALUES (i, n);
					INSERT INTO t VALUES (i + 1, n); END;
				CREATE FUNCTION nothing() RETURNS void LANGUAGE sql AS '';
				CREATE VIEW v AS SELECT a_name(id) AS name FROM t;
				COMMENT ON FUNCTION z_name(int) IS 'what it''s called';
				""");
	}

	@Test
	void namesOfSequencesAreKept() {
		assertCopiedWholly("""
				CREATE TABLE users (id bigserial PRIMARY KEY, n serial, CONSTRAINT again UNIQUE (id), UNIQUE (n),
					CONSTRAINT other UNIQUE (n, id));
				ALTER TABLE users ADD CONSTRAINT n_again UNIQUE (n);
				ALTER TABLE users RENAME TO people;
				CREATE TABLE users (id bigserial PRIMARY KEY);
				CREATE TABLE old (id int GENERATED ALWAYS AS IDENTITY (INCREMENT BY 50 CYCLE) PRIMARY KEY);
				ALTER TABLE old RENAME TO renamed;
				CREATE TABLE old (id int GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME mine) PRIMARY KEY, n int
					GENERATED BY DEFAULT AS IDENTITY);
				COMMENT ON SEQUENCE mine IS 'my own';
				CREATE SEQUENCE s AS smallint INCREMENT BY -1;
				CREATE TABLE owner (id int DEFAULT nextval('s'), other int DEFAULT nextval('s'));
				ALTER SEQUENCE s OWNED BY owner.id;
				""");
	}

	@Test
	void tablesOfOtherToolsAreCreatedExceptThoseOfMigrationTools() {
		AutogenerateResult result = assertCopied(
				"""
						CREATE TABLE shedlock (name varchar(64) PRIMARY KEY, lock_until timestamp NOT NULL, locked_at timestamp NOT NULL,
							locked_by varchar(255) NOT NULL);
						CREATE TABLE spring_session (primary_id char(36) PRIMARY KEY, session_id char(36), creation_time bigint,
							last_access_time bigint, max_inactive_interval int, expiry_time bigint);
						CREATE TABLE qrtz_locks (sched_name varchar(120), lock_name varchar(40), PRIMARY KEY (sched_name, lock_name));
						CREATE TABLE event_publication (id uuid PRIMARY KEY, listener_id text, event_type text,
							serialized_event text, publication_date timestamptz, completion_date timestamptz);
						CREATE TABLE batch_job_instance (job_instance_id bigint PRIMARY KEY, version bigint, job_name varchar(100),
							job_key varchar(32));
						CREATE SEQUENCE batch_job_instance_seq;
						CREATE TABLE flyway_schema_history (installed_rank int PRIMARY KEY, version varchar(50),
							description varchar(200), type varchar(20), script varchar(1000), checksum int, installed_by varchar(100),
							installed_on timestamp, execution_time int, success boolean);
						""");
		assertThat(result.warnings()).singleElement()
			.asString()
			.startsWith("The revision leaves out tables of other migration tools: flyway_schema_history.");
	}

	@Test
	void typesAreCarried() {
		assertCopiedWholly("""
				CREATE COLLATION german (PROVIDER = icu, LOCALE = 'de');
				CREATE COLLATION numbers (PROVIDER = icu, LOCALE = 'und-u-kn', DETERMINISTIC = false);
				CREATE DOMAIN zip AS varchar(5) COLLATE "C" DEFAULT '00000' NOT NULL
					CHECK (VALUE ~ '^\\d+$') CONSTRAINT no_ones CHECK (VALUE <> '11111');
				CREATE DOMAIN inner_zip AS zip;
				COMMENT ON DOMAIN zip IS 'a code';
				COMMENT ON CONSTRAINT no_ones ON DOMAIN zip IS 'none';
				CREATE DOMAIN later AS int;
				CREATE FUNCTION is_late(later) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1 > 0';
				ALTER DOMAIN later ADD CHECK (is_late(VALUE));
				ALTER DOMAIN later ADD CONSTRAINT small CHECK (VALUE < 9) NOT VALID;
				CREATE TYPE address AS (street text, zip zip, "odd ""name" varchar(3) COLLATE german);
				COMMENT ON TYPE address IS 'where';
				COMMENT ON COLUMN address.street IS 'which';
				CREATE TYPE mood AS ENUM ('sad', 'glad');
				CREATE TYPE moods AS RANGE (SUBTYPE = mood);
				CREATE FUNCTION gap(x float8, y float8) RETURNS float8 IMMUTABLE LANGUAGE sql AS 'SELECT x - y';
				CREATE TYPE floats AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = gap, MULTIRANGE_TYPE_NAME = many_floats);
				CREATE TYPE texts AS RANGE (SUBTYPE = text, COLLATION = "C", SUBTYPE_OPCLASS = text_pattern_ops);
				CREATE TABLE t (a address, b zip DEFAULT '12345', c mood[], d moods, e many_floats, f inner_zip[],
					g text COLLATE numbers, h later);
				""");
	}

	@Test
	void aggregatesAreCarried() {
		assertCopiedWholly(
				"""
						CREATE FUNCTION adding(numeric, int) RETURNS numeric IMMUTABLE PARALLEL SAFE LANGUAGE sql AS 'SELECT $1 + $2';
						CREATE FUNCTION halved(numeric) RETURNS numeric IMMUTABLE LANGUAGE sql AS 'SELECT $1 / 2';
						CREATE AGGREGATE half_sum(int) (SFUNC = adding, STYPE = numeric, FINALFUNC = halved, INITCOND = '1',
							COMBINEFUNC = numeric_add, PARALLEL = SAFE);
						CREATE AGGREGATE many(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');
						COMMENT ON AGGREGATE many(*) IS 'how many';
						CREATE TABLE t (n int);
						CREATE VIEW v AS SELECT half_sum(n) AS h FROM t;
						""");
	}

	@Test
	void triggersRulesAndSettingsAreCarried() {
		assertCopiedWholly(
				"""
						CREATE TABLE t (id int PRIMARY KEY, name text, body text, n int NOT NULL UNIQUE);
						CREATE TABLE log (at timestamptz DEFAULT now(), name text);
						CREATE VIEW v AS SELECT id, name FROM t;
						CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
						CREATE TRIGGER touched BEFORE INSERT OR UPDATE OF name ON t FOR EACH ROW WHEN (NEW.name <> 'a;b')
							EXECUTE FUNCTION touch('x');
						CREATE TRIGGER touched AFTER INSERT ON log REFERENCING NEW TABLE AS added EXECUTE FUNCTION touch();
						CREATE CONSTRAINT TRIGGER late AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
							EXECUTE FUNCTION touch();
						CREATE TRIGGER instead INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION touch();
						ALTER TABLE t DISABLE TRIGGER late;
						ALTER TABLE log ENABLE ALWAYS TRIGGER touched;
						COMMENT ON TRIGGER late ON t IS 'at last';
						CREATE RULE logged AS ON UPDATE TO t DO ALSO (INSERT INTO log (name) VALUES (NEW.name);
							INSERT INTO log (name) VALUES (OLD.name));
						CREATE RULE never AS ON DELETE TO t WHERE OLD.id < 0 DO INSTEAD NOTHING;
						ALTER TABLE t DISABLE RULE never;
						COMMENT ON RULE never ON t IS 'no';
						ALTER TABLE t ALTER name SET STORAGE EXTERNAL, ALTER name SET STATISTICS 500, ALTER body SET COMPRESSION pglz,
							ALTER n SET (n_distinct = -0.5), REPLICA IDENTITY USING INDEX t_n_key, CLUSTER ON t_pkey,
							SET (fillfactor = 70, toast.autovacuum_enabled = false);
						ALTER TABLE log REPLICA IDENTITY FULL;
						CREATE INDEX upper_name ON t (upper(name));
						ALTER INDEX upper_name ALTER COLUMN 1 SET STATISTICS 200;
						CREATE STATISTICS two (dependencies, ndistinct) ON id, n FROM t;
						CREATE STATISTICS upper ON upper(name), n FROM t;
						ALTER STATISTICS two SET STATISTICS 300;
						COMMENT ON STATISTICS two IS 'related';
						ALTER VIEW v ALTER COLUMN name SET DEFAULT 'nobody';
						COMMENT ON COLUMN v.name IS 'a name';
						CREATE MATERIALIZED VIEW m AS SELECT id, name FROM v;
						CREATE UNIQUE INDEX m_id ON m (id);
						COMMENT ON COLUMN m.name IS 'another';
						""");
	}

	@Test
	void partitionsAndInheritingTablesAreCarried() {
		assertCopiedWholly("""
				CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
				CREATE TABLE other (id int PRIMARY KEY);
				CREATE TABLE sales (id int NOT NULL, day date NOT NULL, amount numeric DEFAULT 0 CHECK (amount >= 0),
					other int REFERENCES other, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
				CREATE INDEX sales_amount ON sales (amount);
				CREATE TABLE sales_1 PARTITION OF sales FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
				CREATE TABLE a_sales_2 PARTITION OF sales FOR VALUES FROM ('2026-02-01') TO ('2026-03-01')
					PARTITION BY HASH (id);
				CREATE TABLE a_sales_2_0 PARTITION OF a_sales_2 FOR VALUES WITH (MODULUS 2, REMAINDER 0);
				CREATE TABLE sales_rest PARTITION OF sales DEFAULT;
				CREATE INDEX only_here ON sales_1 (other);
				CREATE TRIGGER touched BEFORE INSERT ON sales FOR EACH ROW EXECUTE FUNCTION touch();
				CREATE TABLE parent (id int PRIMARY KEY, name text DEFAULT 'x' NOT NULL, CHECK (id > 0));
				CREATE TABLE a_child (age int CHECK (age > 0), UNIQUE (name)) INHERITS (parent);
				CREATE TABLE a_grandchild () INHERITS (a_child);
				""");
	}

	@Test
	void policiesAndPrivilegesAreCarried() {
		String reader = "k" + UUID.randomUUID().toString().substring(0, 8);
		String writer = "The " + reader;
		this.database.execute("CREATE ROLE " + reader + "; CREATE ROLE \"" + writer + "\"");
		AutogenerateResult result = assertCopied("""
				CREATE SCHEMA app;
				CREATE TYPE app.mood AS ENUM ('sad');
				CREATE DOMAIN app.zip AS text;
				CREATE TABLE t (id serial PRIMARY KEY, owner name, secret text);
				CREATE VIEW v AS SELECT id FROM t;
				CREATE SEQUENCE app.s;
				CREATE FUNCTION app.f(int, b text DEFAULT 'x') RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1';
				CREATE FUNCTION g() RETURNS int RETURN 1;
				CREATE PROCEDURE p(INOUT a int) LANGUAGE plpgsql AS 'BEGIN END';
				ALTER TABLE t ENABLE ROW LEVEL SECURITY;
				ALTER TABLE t FORCE ROW LEVEL SECURITY;
				CREATE POLICY own ON t USING (owner = current_user) WITH CHECK (owner <> 'a;b');
				CREATE POLICY of_readers ON t AS RESTRICTIVE FOR SELECT TO reader, "writer" USING (secret IS NULL);
				COMMENT ON POLICY own ON t IS 'mine';
				GRANT SELECT, INSERT ON t TO reader;
				GRANT UPDATE (owner, secret) ON t TO "writer" WITH GRANT OPTION;
				GRANT SELECT ON v TO PUBLIC;
				GRANT ALL ON SCHEMA app TO "writer";
				GRANT USAGE ON SEQUENCE t_id_seq, app.s TO reader;
				REVOKE ALL ON FUNCTION app.f(int, text) FROM PUBLIC;
				GRANT EXECUTE ON FUNCTION app.f(int, text), g() TO reader;
				GRANT EXECUTE ON PROCEDURE p(int) TO reader;
				REVOKE USAGE ON TYPE app.mood FROM PUBLIC;
				GRANT USAGE ON TYPE app.zip TO reader;
				REVOKE ALL ON SCHEMA public FROM PUBLIC;
				GRANT USAGE ON SCHEMA public TO reader;
				""".replace("reader", reader)
			.replace("of_" + reader + "s", "of_readers")
			.replace("\"writer\"", '"' + writer + '"'));
		assertThat(result.warnings()).isEmpty();
	}

	@Test
	void constraintsThatAreNotValidStayThatWay() {
		assertCopiedWholly("""
				CREATE TABLE a (id int PRIMARY KEY);
				CREATE TABLE b (id int PRIMARY KEY, a int, late int, alone int);
				ALTER TABLE b ADD CONSTRAINT to_a FOREIGN KEY (a) REFERENCES a NOT VALID;
				ALTER TABLE b ADD CONSTRAINT positive CHECK (id > 0) NOT VALID;
				CREATE FUNCTION is_good(b) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1.id > 0';
				ALTER TABLE b ADD CONSTRAINT good CHECK (is_good(b)) NOT VALID;
				""" + ((this.database.version() < 18) ? "" : """
				ALTER TABLE b ADD CONSTRAINT late_one NOT NULL late NOT VALID;
				ALTER TABLE b ADD CONSTRAINT alone NOT NULL alone NO INHERIT;
				COMMENT ON CONSTRAINT late_one ON b IS 'one day';
				CREATE TABLE c (id int CONSTRAINT named NOT NULL, b int REFERENCES b NOT ENFORCED,
					CHECK (id > 0) NOT ENFORCED, twice int GENERATED ALWAYS AS (id * 2) VIRTUAL);
				"""));
	}

	@Test
	void materializedViewWithoutRowsStaysWithout() {
		assertCopiedWholly("""
				CREATE MATERIALIZED VIEW z AS SELECT 1 AS a WITH NO DATA;
				CREATE MATERIALIZED VIEW a AS SELECT a FROM z WITH NO DATA;
				""");
	}

	@Test
	void extensionsComeBeforeWhatIsOfTheirTypes() {
		assertCopiedWholly("""
				CREATE EXTENSION citext;
				CREATE DOMAIN mail AS citext CHECK (VALUE ~ '@');
				CREATE FUNCTION a_mail(citext) RETURNS mail LANGUAGE sql AS 'SELECT $1::mail';
				CREATE TABLE t (a citext PRIMARY KEY, b mail);
				""");
	}

	@Test
	void oddNamesAreWrittenAsTheyAre() {
		String role = "x$roles$; DROP TABLE \"a b\"; --" + UUID.randomUUID().toString().substring(0, 8);
		String quoted = '"' + role.replace("\"", "\"\"") + '"';
		this.database.execute("CREATE ROLE " + quoted);
		assertCopiedWholly("""
				CREATE TYPE "T'1" AS ("a'b" int);
				CREATE DOMAIN "D""1" AS text CONSTRAINT "c;d" CHECK (VALUE <> '$$;''');
				CREATE TABLE "a b" ("c;d" "D""1", "select" "T'1",
					"$1" int GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME "s'""1"));
				CREATE FUNCTION "f;1"() RETURNS trigger LANGUAGE plpgsql AS $f$BEGIN RETURN NULL; /* '$$' */ END$f$;
				CREATE FUNCTION "b;1"("x;" text DEFAULT ';') RETURNS text RETURN "x;" || ';''';
				CREATE TRIGGER "t;1" BEFORE INSERT ON "a b" FOR EACH ROW EXECUTE FUNCTION "f;1"(';''', 'b');
				COMMENT ON TRIGGER "t;1" ON "a b" IS 'it''s; \\ $$';
				CREATE POLICY "p;1" ON "a b" TO "role" USING ("c;d" <> '$roles$;''');
				CREATE RULE "r;1" AS ON UPDATE TO "a b" DO ALSO NOTIFY "n;1", 'a;b';
				GRANT SELECT ("c;d") ON "a b" TO "role";
				""".replace("\"role\"", quoted));
	}

	@Test
	void inheritedColumnsAreLeftOutWhereTheirTableSaysSo() {
		create("""
				CREATE TABLE other (id int PRIMARY KEY);
				CREATE TABLE parent (id int, name text, secret text, PRIMARY KEY (id));
				CREATE TABLE child (PRIMARY KEY (id), UNIQUE (name), FOREIGN KEY (id) REFERENCES other,
					EXCLUDE USING btree (name WITH =)) INHERITS (parent);
				CREATE INDEX child_id ON child (id);
				CREATE INDEX child_secret ON child (id) INCLUDE (secret);
				CREATE TABLE grandchild () INHERITS (child);
				CREATE INDEX grandchild_id ON grandchild (id);
				CREATE INDEX grandchild_secret ON grandchild (secret);
				""");
		Migrations migrations = this.project.builder((schema) -> {
		})
			.comparison(
					ComparisonOptions.DEFAULTS.names(NameFilter.exclude(ObjectType.COLUMN, List.of("parent.secret"))))
			.dataSource(this.database.dataSource())
			.build();
		assertThat(migrations.generate(GenerateRequest.initial()).revisions().get(0).content())
			.contains("CONSTRAINT child_pkey PRIMARY KEY (id)", "CONSTRAINT child_name_key UNIQUE (name)",
					"FOREIGN KEY (id) REFERENCES other", "EXCLUDE USING btree (name WITH =)", "INDEX child_id",
					"INDEX grandchild_id")
			.doesNotContain("secret");
	}

	@Test
	void checksOfDomainsComeBeforeTheTablesThatTheDomainIsWithin() {
		assertCopiedWholly("""
				CREATE TABLE words (word text PRIMARY KEY);
				CREATE FUNCTION z_known(v text) RETURNS boolean IMMUTABLE LANGUAGE sql
					AS 'SELECT NOT EXISTS (SELECT FROM words WHERE word = v)';
				CREATE DOMAIN known AS text CHECK (z_known(VALUE));
				CREATE DOMAIN inner_known AS known CHECK (VALUE <> '');
				CREATE TYPE pair AS (a inner_known, b int);
				CREATE TABLE a_list (a known[], b pair, c known);
				CREATE TABLE a_row (a a_list);
				CREATE DOMAIN own AS int;
				CREATE FUNCTION z_own(v own) RETURNS boolean IMMUTABLE LANGUAGE plpgsql AS 'BEGIN RETURN v > 0; END';
				ALTER DOMAIN own ADD CONSTRAINT owned CHECK (z_own(VALUE));
				CREATE TYPE owns AS (a own[]);
				CREATE TABLE a_owner (a owns, b own);
				CREATE TABLE a_owners (a a_owner);
				CREATE DOMAIN counted AS int;
				CREATE TABLE counts (a counted);
				CREATE FUNCTION z_counted(int) RETURNS boolean STABLE LANGUAGE sql
					RETURN NOT EXISTS (SELECT FROM counts WHERE a > $1);
				ALTER DOMAIN counted ADD CONSTRAINT most CHECK (z_counted(VALUE));
				COMMENT ON CONSTRAINT most ON DOMAIN counted IS 'the most';
				COMMENT ON CONSTRAINT owned ON DOMAIN own IS 'its own';
				""");
	}

	@Test
	void schemasOfExtensionsAreCreated() {
		assertCopiedWholly("""
				CREATE SCHEMA "The extensions";
				CREATE EXTENSION citext SCHEMA "The extensions";
				CREATE TABLE t (id int PRIMARY KEY, e "The extensions".citext);
				""");
	}

	@Test
	void schemasOfExtensionsThatOthersUseAreKept() {
		create("CREATE SCHEMA extensions; CREATE EXTENSION citext SCHEMA extensions");
		on(this.database).generate(GenerateRequest.initial());
		TestDatabase copy = PostgresServer.shared().createDatabase();
		copy.execute("CREATE SCHEMA extensions; CREATE TABLE extensions.others (id int)");
		on(copy).upgrade("heads");
		on(copy).downgrade("base");
		assertThat(copy.query("SELECT to_regclass('extensions.others')")).containsExactly("extensions.others");
	}

	@Test
	void commentsAndPrivilegesOfTheDefaultSchemaAreCarried() {
		String reader = "k" + UUID.randomUUID().toString().substring(0, 8);
		this.database.execute("CREATE ROLE " + reader);
		assertCopiedWholly("""
				CREATE EXTENSION citext;
				COMMENT ON EXTENSION citext IS 'ours';
				COMMENT ON SCHEMA public IS 'what is ours';
				REVOKE ALL ON SCHEMA public FROM PUBLIC;
				GRANT USAGE ON SCHEMA public TO reader;
				""".replace("reader", reader));
	}

	@Test
	void triggersOfPartitionsFireAsTheyDid() {
		assertCopiedWholly("""
				CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
				CREATE TABLE pt (id int, k int) PARTITION BY LIST (k);
				CREATE TABLE pt_a PARTITION OF pt FOR VALUES IN (1) PARTITION BY LIST (id);
				CREATE TABLE pt_a_1 PARTITION OF pt_a FOR VALUES IN (1);
				CREATE TABLE pt_a_2 PARTITION OF pt_a FOR VALUES IN (2);
				CREATE TABLE pt_b PARTITION OF pt DEFAULT;
				CREATE TRIGGER "Pt t" BEFORE INSERT ON pt FOR EACH ROW EXECUTE FUNCTION touch();
				CREATE TRIGGER second BEFORE INSERT ON pt FOR EACH ROW EXECUTE FUNCTION touch();
				CREATE TRIGGER third BEFORE INSERT ON pt_a FOR EACH ROW EXECUTE FUNCTION touch();
				ALTER TABLE pt_a DISABLE TRIGGER "Pt t";
				ALTER TABLE pt_a_2 ENABLE REPLICA TRIGGER "Pt t";
				ALTER TABLE pt DISABLE TRIGGER second;
				ALTER TABLE pt_b ENABLE ALWAYS TRIGGER second;
				ALTER TABLE ONLY pt_a ENABLE TRIGGER second;
				ALTER TABLE pt_a_1 DISABLE TRIGGER third;
				CREATE RULE "Pt t" AS ON DELETE TO pt DO INSTEAD NOTHING;
				COMMENT ON RULE "Pt t" ON pt IS 'a rule';
				COMMENT ON TRIGGER "Pt t" ON pt IS 'a trigger';
				""");
	}

	@Test
	void namesThatTheServerHasTooAreQualified() {
		assertCopiedWholly(
				"""
						CREATE FUNCTION now() RETURNS timestamptz LANGUAGE sql AS 'SELECT pg_catalog.now()';
						CREATE FUNCTION gen_random_uuid() RETURNS uuid LANGUAGE sql AS 'SELECT pg_catalog.gen_random_uuid()';
						COMMENT ON FUNCTION public.now() IS 'ours';
						COMMENT ON FUNCTION public.gen_random_uuid() IS 'ours, too';
						CREATE TYPE public."date" AS ENUM ('x');
						COMMENT ON TYPE public."date" IS 'a day';
						CREATE TYPE public.trigger AS ENUM ('gun');
						COMMENT ON TYPE public.trigger IS 'of a gun';
						CREATE DOMAIN public.money AS numeric;
						COMMENT ON DOMAIN public.money IS 'of ours';
						CREATE TYPE public.record AS (a int);
						CREATE COLLATION public."C" (PROVIDER = icu, LOCALE = 'de');
						CREATE TABLE public.pg_class (id int PRIMARY KEY, name text, at timestamptz DEFAULT public.now());
						COMMENT ON TABLE public.pg_class IS 'a class';
						COMMENT ON COLUMN public.pg_class.name IS 'its name';
						CREATE INDEX ix ON public.pg_class (name COLLATE public."C");
						COMMENT ON INDEX public.ix IS 'an index';
						CREATE TABLE heirs (n int) INHERITS (public.pg_class);
						CREATE TABLE referring (id serial, c int REFERENCES public.pg_class, a public."date", b public.trigger[],
							d public.record, e text COLLATE public."C", f refcursor, g public.money, h date, i public.pg_class);
						CREATE INDEX pg_class_relname_nsp_index ON referring (a);
						COMMENT ON INDEX public.pg_class_relname_nsp_index IS 'another';
						CREATE SEQUENCE public.pg_proc OWNED BY referring.c;
						COMMENT ON SEQUENCE public.pg_proc IS 'numbers';
						CREATE VIEW public.pg_tables AS SELECT id FROM public.pg_class;
						COMMENT ON VIEW public.pg_tables IS 'a view';
						CREATE MATERIALIZED VIEW public.pg_views AS SELECT id FROM public.pg_tables;
						CREATE INDEX pg_views_id ON public.pg_views (id);
						CREATE FUNCTION first_of(public.pg_class) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1.id';
						CREATE VIEW firsts AS SELECT first_of(c) AS f FROM public.pg_class c;
						""");
	}

	@Test
	void inheritedColumnsStayThoseOfTheirTable() {
		boolean constraints = this.database.version() >= 18;
		assertCopiedWholly(
				"""
						CREATE FUNCTION z_number() RETURNS int LANGUAGE sql AS 'SELECT 1';
						CREATE TABLE parent (a int, b int DEFAULT 1, c int, d int NOT NULL, e int GENERATED ALWAYS AS IDENTITY,
							f serial, g int GENERATED ALWAYS AS (3) STORED);
						COMMENT ON COLUMN parent.c IS 'of the parent';
						CREATE TABLE a_child (own int) INHERITS (parent);
						ALTER TABLE a_child ALTER b SET DEFAULT z_number(), ALTER a SET DEFAULT 2;
						COMMENT ON COLUMN a_child.d IS 'of the child';
						CREATE TABLE b_child () INHERITS (parent);
						ALTER TABLE b_child ALTER b DROP DEFAULT, ALTER c SET NOT NULL, ALTER d SET NOT NULL, ADD PRIMARY KEY (a);
						CREATE TABLE both_children (b int DEFAULT 9) INHERITS (a_child, b_child);
						CREATE TABLE a_grandchild () INHERITS (a_child);
						ALTER TABLE a_grandchild ALTER a DROP DEFAULT;
						"""
						+ (constraints
								? """
										CREATE TABLE alone (a int CONSTRAINT alone_a NOT NULL NO INHERIT, b int NOT NULL NO INHERIT, c int NOT NULL);
										CREATE TABLE a_heir () INHERITS (alone);
										ALTER TABLE a_heir ALTER b SET NOT NULL, ADD CONSTRAINT late NOT NULL a NOT VALID;
										ALTER TABLE b_child RENAME CONSTRAINT b_child_c_not_null TO c_is_there;
										CREATE TABLE unnamed (d int NOT NULL) INHERITS (parent);
										"""
								: "ALTER TABLE a_child ALTER d DROP NOT NULL;"));
	}

	@Test
	void nameOfAConstraintThatIsInheritedTooIsLeftOut() {
		assumeTrue(this.database.version() >= 18);
		create("""
				CREATE TABLE parent (id int NOT NULL);
				CREATE TABLE child (id int CONSTRAINT mine NOT NULL) INHERITS (parent);
				""");
		assertThat(on(this.database).generate(GenerateRequest.initial()).warnings()).singleElement()
			.asString()
			.startsWith("The revision leaves out names of inherited constraints: mine of public.child.");
		on(PostgresServer.shared().createDatabase()).upgrade("heads");
	}

	@Test
	void sequencesAreLoggedOrNotAsTheyWere() {
		assumeTrue(this.database.version() >= 15);
		assertCopiedWholly("""
				CREATE UNLOGGED SEQUENCE "Unlogged";
				CREATE UNLOGGED TABLE t (id serial, n int GENERATED ALWAYS AS IDENTITY, m serial, o int);
				ALTER SEQUENCE t_m_seq SET LOGGED;
				CREATE SEQUENCE logged OWNED BY t.o;
				CREATE UNLOGGED SEQUENCE owned OWNED BY t.o;
				CREATE TABLE logged_table (id serial, n int GENERATED ALWAYS AS IDENTITY);
				ALTER SEQUENCE logged_table_id_seq SET UNLOGGED;
				""");
	}

	@Test
	void indexesThatNotAllPartitionsHaveStayThatWay() {
		assertCopiedWholly("""
				CREATE TABLE pt (id int, k int, n int) PARTITION BY LIST (k);
				CREATE TABLE pt_a PARTITION OF pt FOR VALUES IN (1) PARTITION BY LIST (id);
				CREATE TABLE pt_a_1 PARTITION OF pt_a DEFAULT;
				CREATE TABLE pt_a_2 PARTITION OF pt_a FOR VALUES IN (1);
				CREATE TABLE pt_b PARTITION OF pt DEFAULT;
				CREATE INDEX "Only here" ON ONLY pt (n);
				COMMENT ON INDEX "Only here" IS 'nowhere else';
				CREATE INDEX part ON ONLY pt (id DESC) WHERE n > 0;
				CREATE INDEX part_b ON pt_b (id DESC) WHERE n > 0;
				ALTER INDEX part ATTACH PARTITION part_b;
				CREATE INDEX part_a ON ONLY pt_a (id DESC) WHERE n > 0;
				CREATE INDEX part_a_1 ON pt_a_1 (id DESC) WHERE n > 0;
				ALTER INDEX part_a ATTACH PARTITION part_a_1;
				ALTER INDEX part ATTACH PARTITION part_a;
				CREATE INDEX most ON ONLY pt (k);
				CREATE INDEX most_a ON pt_a (k);
				ALTER INDEX most ATTACH PARTITION most_a;
				""");
	}

	@Test
	void statesOfInvalidIndexesAreLeftOut() {
		this.database.execute("CREATE TABLE t (id int); INSERT INTO t VALUES (1), (1)");
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> statement.execute("CREATE UNIQUE INDEX CONCURRENTLY t_id ON t (id)"));
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		create("""
				CREATE TABLE pt (id int) PARTITION BY LIST (id);
				CREATE TABLE pt_a PARTITION OF pt DEFAULT;
				ALTER TABLE ONLY pt ADD CONSTRAINT pt_id UNIQUE (id);
				""");
		assertThat(on(this.database).generate(GenerateRequest.initial()).warnings()).singleElement()
			.asString()
			.startsWith("The revision leaves out states of invalid indexes: public.pt_id, public.t_id. They");
	}

	@Test
	void schemasThatAreNotThereAreNamed() {
		Migrations migrations = this.project.builder((schema) -> {
		})
			.autogenerate(AutogenerateSettings.defaults().withSchemas(Set.of("public", "nowhere", "elsewhere")))
			.dataSource(this.database.dataSource())
			.build();
		assertThat(migrations.generate(GenerateRequest.initial()).warnings()).singleElement()
			.asString()
			.startsWith("The database has no schema of the name elsewhere, nowhere, which");
	}

	@Test
	void whatNeedsItselfIsWarnedOf() {
		create("""
				CREATE VIEW v AS SELECT 1 AS a;
				CREATE FUNCTION f() RETURNS SETOF v LANGUAGE sql AS 'SELECT 1';
				CREATE OR REPLACE VIEW v AS SELECT a FROM f();
				""");
		assertThat(on(this.database).generate(GenerateRequest.initial()).warnings()).singleElement()
			.asString()
			.startsWith("function f: It needs something that needs it");
	}

	@Test
	void tablesThatAreLeftOutTakeWithThemWhatTheyHave() {
		create("""
				CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
				CREATE TABLE kept (id int);
				CREATE TABLE gone (id serial, body text);
				CREATE TRIGGER touched BEFORE INSERT ON gone FOR EACH ROW EXECUTE FUNCTION touch();
				ALTER TABLE gone ENABLE ROW LEVEL SECURITY, ALTER body SET STORAGE PLAIN;
				GRANT SELECT ON gone, gone_id_seq, kept TO PUBLIC;
				""");
		Migrations migrations = this.project.builder((schema) -> {
		})
			.comparison(ComparisonOptions.DEFAULTS.names(NameFilter.exclude(ObjectType.TABLE, List.of("gone"))))
			.dataSource(this.database.dataSource())
			.build();
		assertThat(migrations.generate(GenerateRequest.initial()).revisions().get(0).content()).doesNotContain("gone")
			.contains("GRANT SELECT ON TABLE public.kept TO PUBLIC;");
	}

	// The server moves the casts of a list into the list when it reads what it has
	// printed
	@Test
	void schemaOfAShopIsCarried() throws IOException {
		try (InputStream script = Objects
			.requireNonNull(getClass().getResourceAsStream("/dev/limbeck/boot/jpa/takeover/shop.sql"))) {
			String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8);
			assertCopied(sql + "DROP TABLE flyway_schema_history_shop, changes_of_hr, changes_of_hr_lock;",
					(line) -> line.replaceAll("::(character varying|text)(\\[\\])?|[()]", ""));
		}
	}

	@Test
	void rolesThatAreMissingAreWarnedOf() {
		String reader = "k" + UUID.randomUUID().toString().substring(0, 8);
		this.database.execute("CREATE ROLE " + reader + "; CREATE TABLE t (id int); GRANT SELECT ON t TO " + reader
				+ "; CREATE POLICY p ON t TO " + reader + " USING (true); COMMENT ON POLICY p ON t IS 'a policy'");
		assertThat(on(this.database).generate(GenerateRequest.initial()).revisions().get(0).content())
			.contains("GRANT SELECT ON TABLE public.t TO " + reader, "CREATE POLICY p ON public.t TO " + reader);
		this.database.execute("DROP OWNED BY " + reader + "; DROP ROLE " + reader);
		TestDatabase copy = PostgresServer.shared().createDatabase();
		on(copy).upgrade("heads");
		assertThat(copy.query("SELECT relacl FROM pg_class WHERE relname = 't'")).containsExactly("null");
		on(copy).downgrade("base");
		assertThat(copy.query("SELECT to_regclass('t')")).containsExactly("null");
	}

	@Test
	void whatIsLeftOutIsNamedByItsKind() {
		this.database.execute("""
				CREATE FUNCTION eq(int, text) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1::text = $2';
				CREATE OPERATOR === (LEFTARG = int, RIGHTARG = text, FUNCTION = eq);
				CREATE FUNCTION in_c(cstring) RETURNS int LANGUAGE internal AS 'int4in';
				CREATE TEXT SEARCH CONFIGURATION mine (COPY = simple);
				CREATE TYPE pair AS (a int, b int);
				CREATE FUNCTION paired(int) RETURNS pair LANGUAGE sql AS 'SELECT $1, $1';
				CREATE CAST (int AS pair) WITH FUNCTION paired(int);
				CREATE FOREIGN DATA WRAPPER wrapper;
				CREATE SERVER elsewhere FOREIGN DATA WRAPPER wrapper;
				CREATE FOREIGN TABLE remote (id int) SERVER elsewhere;
				CREATE USER MAPPING FOR PUBLIC SERVER elsewhere;
				CREATE TABLE frozen (id int);
				REVOKE UPDATE ON frozen FROM CURRENT_USER;
				CREATE PUBLICATION news;
				CREATE TABLE of_pairs OF pair;
				ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;
				CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
				CREATE EVENT TRIGGER watcher ON ddl_command_end EXECUTE FUNCTION watch();
				""");
		List<String> warnings = on(this.database).generate(GenerateRequest.initial()).warnings();
		for (String expected : List.of("operators: ===(integer,text)", "functions in C: in_c(cstring)",
				"text search configurations: mine", "casts: integer to pair", "foreign data wrappers: wrapper",
				"foreign servers: elsewhere", "user mappings: public on elsewhere",
				"privileges that owners have given up: frozen", "foreign tables: remote", "publications: news",
				"types of tables: pair of of_pairs", "default privileges: on tables of postgres",
				"event triggers: watcher")) {
			assertThat(warnings).anySatisfy((warning) -> assertThat(warning.replace("public.", ""))
				.startsWith("The revision leaves out " + expected + "."));
		}
	}

}
