package dev.limbeck.compare;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;

import dev.limbeck.dialect.NormalizedTarget;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.schema.Extent;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * What depends on an enum type that is made anew, or on a column that changes its type:
 * the tables are filled, the upgrade is applied and taken back, and neither a row nor an
 * object is another then.
 */
class DependentsTests {

	private static final String FEW = "CREATE TYPE mood AS ENUM ('ok', 'sad');";

	private static final String MORE = "CREATE TYPE mood AS ENUM ('ok', 'sad', 'glad');";

	private static TestDatabase server;

	private static MatrixDatabase database;

	@BeforeAll
	static void setUp() throws SQLException {
		server = PostgresServer.shared().createDatabase();
		database = new MatrixDatabase(server);
	}

	@AfterAll
	static void tearDown() throws SQLException {
		database.close();
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					check                  | CREATE TABLE t (id int, m mood, CONSTRAINT ck_t CHECK (m <> 'sad' OR id > 0))
					check that is not valid| CREATE TABLE t (id int, m mood); ALTER TABLE t ADD CONSTRAINT ck_t CHECK (m = 'sad' OR id > 0) NOT VALID
					check of another table | CREATE TABLE t (id int, m mood); CREATE TABLE o (x text, CONSTRAINT ck_o CHECK (x::mood <> 'sad'))
					check of an array      | CREATE TABLE t (id int, m mood, ms mood[], CONSTRAINT ck_t CHECK ('sad' <> ALL (ms)))
					partial index          | CREATE TABLE t (id int, m mood); CREATE INDEX ix_t ON t (id) WHERE m = 'sad'; COMMENT ON INDEX ix_t IS 'c'
					index of an expression | CREATE TABLE t (id int, m mood); CREATE UNIQUE INDEX ix_t ON t (id, (m = 'sad'))
					plain index            | CREATE TABLE t (id int, m mood); CREATE INDEX ix_t ON t (m) INCLUDE (id)
					foreign key            | CREATE TABLE t (id int, m mood PRIMARY KEY); CREATE TABLE r (m mood CONSTRAINT fk_r REFERENCES t)
					exclusion              | CREATE TABLE t (id int, m mood, CONSTRAINT ex_t EXCLUDE (id WITH =) WHERE (m = 'sad'))
					default elsewhere      | CREATE TABLE t (id int, m mood DEFAULT 'ok'); CREATE TABLE o (x text DEFAULT ('sad'::mood)::text)
					view                   | CREATE TABLE t (id int, m mood); CREATE VIEW v AS SELECT id FROM t WHERE m = 'sad'; COMMENT ON VIEW v IS 'c'
					view of a view         | CREATE TABLE t (id int, m mood); CREATE VIEW v AS SELECT id, m FROM t; CREATE VIEW a AS SELECT m FROM v
					materialized view      | CREATE TABLE t (id int, m mood); CREATE MATERIALIZED VIEW v AS SELECT m, id FROM t; CREATE INDEX ix_v ON v (m)
					view of a materialized | CREATE TABLE t (id int, m mood); CREATE MATERIALIZED VIEW v AS SELECT m, id FROM t; CREATE VIEW w AS SELECT m FROM v
					statistics             | CREATE TABLE t (id int, m mood); CREATE STATISTICS s ON id, m FROM t
					view without a table   | CREATE TABLE t (id int, m mood); CREATE VIEW v AS SELECT 'sad'::mood AS m
					generated column       | CREATE TABLE t (id int, m mood, g boolean GENERATED ALWAYS AS (m = 'sad') STORED); COMMENT ON COLUMN t.g IS 'c'
					generated of the type  | CREATE TABLE t (id int, m mood, g mood GENERATED ALWAYS AS (m) STORED)
					generated with parts   | CREATE TABLE t (id int, m mood, g int GENERATED ALWAYS AS (CASE m WHEN 'sad' THEN id ELSE -id END) STORED NOT NULL, CONSTRAINT uq_t UNIQUE (g), CONSTRAINT ck_t CHECK (g <> 0)); CREATE INDEX ix_t ON t (id, g); CREATE TABLE r (g int CONSTRAINT fk_r REFERENCES t (g))
					generated in a key     | CREATE TABLE t (id int, m mood, g int GENERATED ALWAYS AS (CASE m WHEN 'sad' THEN id ELSE -id END) STORED, CONSTRAINT pk_t PRIMARY KEY (id) INCLUDE (g)); CREATE TABLE r (g int CONSTRAINT fk_r REFERENCES t)
					""")
	void enumTypeIsMadeAnewAroundWhatDependsOnIt(String title, String ddl) throws SQLException {
		String rows = "INSERT INTO t (id, m) VALUES (1, 'ok'), (2, 'sad') ON CONFLICT DO NOTHING;";
		runsBothWays(FEW + ddl, MORE + ddl, rows);
		runsBothWays(MORE + ddl, FEW + ddl, rows);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					index that goes    | CREATE TABLE t (id int, m mood); CREATE INDEX ix_t ON t (id) WHERE m = 'glad' | CREATE TABLE t (id int, m mood)
					check that changes | CREATE TABLE t (id int, m mood, CONSTRAINT ck_t CHECK (m <> 'glad')) | CREATE TABLE t (id int, m mood, CONSTRAINT ck_t CHECK (m <> 'sad' OR id > 0))
					view that changes  | CREATE TABLE t (id int, m mood); CREATE VIEW v AS SELECT id FROM t WHERE m = 'glad' | CREATE TABLE t (id int, m mood); CREATE VIEW v AS SELECT id FROM t WHERE m = 'sad'
					table that goes    | CREATE TABLE t (id int, m mood); CREATE TABLE o (m mood PRIMARY KEY) | CREATE TABLE t (id int, m mood)
					index of new name  | CREATE TABLE t (id int, m mood); CREATE INDEX ix_a ON t (id) WHERE m = 'sad' | CREATE TABLE t (id int, m mood); CREATE INDEX ix_t ON t (id) WHERE m = 'sad'
					check of new name  | CREATE TABLE t (id int, m mood, CONSTRAINT ck_a CHECK (m <> 'sad' OR id > 0)) | CREATE TABLE t (id int, m mood, CONSTRAINT ck_t CHECK (m <> 'sad' OR id > 0))
					default            | CREATE TABLE t (id int, m mood DEFAULT 'glad') | CREATE TABLE t (id int, m mood DEFAULT 'ok')
					no default         | CREATE TABLE t (id int, m mood DEFAULT 'glad') | CREATE TABLE t (id int, m mood)
					default elsewhere  | CREATE TABLE t (id int, m mood); CREATE TABLE o (x text DEFAULT ('glad'::mood)::text) | CREATE TABLE t (id int, m mood); CREATE TABLE o (x text DEFAULT ('sad'::mood)::text)
					column of text     | CREATE TABLE t (id int, m mood); CREATE TABLE o (x mood) | CREATE TABLE t (id int, m mood); CREATE TABLE o (x text)
					""")
	void whatChangesWithAnEnumTypeIsNotInItsWay(String title, String more, String few) throws SQLException {
		String rows = "INSERT INTO t VALUES (1, 'ok'), (2, 'sad');";
		runsBothWays(MORE + more, FEW + few, rows);
		runsBothWays(FEW + few, MORE + more, rows);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					stored            | CREATE TABLE t (id int, g int GENERATED ALWAYS AS (id * 2) STORED) | CREATE TABLE t (id bigint, g int GENERATED ALWAYS AS (id * 2) STORED)
					of another type   | CREATE TABLE t (id int, g int GENERATED ALWAYS AS (id * 2) STORED) | CREATE TABLE t (id bigint, g bigint GENERATED ALWAYS AS (id * 2) STORED)
					of other words    | CREATE TABLE t (id int, g numeric GENERATED ALWAYS AS (id * 2) STORED) | CREATE TABLE t (id numeric, g numeric GENERATED ALWAYS AS (id * 2) STORED)
					before its source | CREATE TABLE t (g numeric GENERATED ALWAYS AS (id * 2) STORED, id int) | CREATE TABLE t (g numeric GENERATED ALWAYS AS (id * 2) STORED, id numeric)
					of a new source   | CREATE TABLE t (g numeric GENERATED ALWAYS AS (2) STORED, id int) | CREATE TABLE t (g numeric GENERATED ALWAYS AS (id * 2) STORED, id bigint)
					not null          | CREATE TABLE t (id int, g int GENERATED ALWAYS AS (id * 2) STORED) | CREATE TABLE t (id bigint, g int GENERATED ALWAYS AS (id * 2) STORED NOT NULL)
					index             | CREATE TABLE t (id int, g int GENERATED ALWAYS AS (id * 2) STORED); CREATE INDEX ix_t ON t (id, g); COMMENT ON COLUMN t.g IS 'g' | CREATE TABLE t (id bigint, g int GENERATED ALWAYS AS (id * 2) STORED); CREATE INDEX ix_t ON t (id, g); COMMENT ON COLUMN t.g IS 'g'
					index renamed     | CREATE TABLE t (id int, g int GENERATED ALWAYS AS (id * 2) STORED); CREATE INDEX ix_a ON t (id, g) | CREATE TABLE t (id bigint, g int GENERATED ALWAYS AS (id * 2) STORED); CREATE INDEX ix_t ON t (id, g)
					constraints       | CREATE TABLE t (id int, g int GENERATED ALWAYS AS (id * 2) STORED, CONSTRAINT uq_t UNIQUE (g), CONSTRAINT ck_t CHECK (g > 0)); CREATE TABLE r (g int CONSTRAINT fk_r REFERENCES t (g)) | CREATE TABLE t (id bigint, g int GENERATED ALWAYS AS (id * 2) STORED, CONSTRAINT uq_t UNIQUE (g), CONSTRAINT ck_t CHECK (g > 0)); CREATE TABLE r (g int CONSTRAINT fk_r REFERENCES t (g))
					view              | CREATE TABLE t (id int, g int GENERATED ALWAYS AS (id * 2) STORED); CREATE VIEW v AS SELECT g FROM t; CREATE VIEW a AS SELECT g FROM v | CREATE TABLE t (id bigint, g int GENERATED ALWAYS AS (id * 2) STORED); CREATE VIEW v AS SELECT g FROM t; CREATE VIEW a AS SELECT g FROM v
					new, and gone     | CREATE TABLE t (id int, g int GENERATED ALWAYS AS (id * 2) STORED) | CREATE TABLE t (h int GENERATED ALWAYS AS (id * 3) STORED, id bigint)
					gone with source  | CREATE TABLE t (id int, a int, g int GENERATED ALWAYS AS (a * 2) STORED) | CREATE TABLE t (id int)
					ordinary          | CREATE TABLE t (id int, g int GENERATED ALWAYS AS (id * 2) STORED) | CREATE TABLE t (id bigint, g int)
					ordinary before   | CREATE TABLE t (g int GENERATED ALWAYS AS (id * 2) STORED, id int) | CREATE TABLE t (g int, id bigint)
					collation         | CREATE TABLE t (id int, a text COLLATE "C", g text GENERATED ALWAYS AS (lower(a)) STORED) | CREATE TABLE t (id int, a text COLLATE "POSIX", g text GENERATED ALWAYS AS (lower(a)) STORED)
					""")
	void columnThatAGeneratedOneReadsChangesItsType(String title, String from, String to) throws SQLException {
		String rows = "INSERT INTO t (id) VALUES (1), (2);";
		runsBothWays(from, to, rows);
		runsBothWays(to, from, rows);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					index       | CREATE TABLE t (id int, g int); CREATE INDEX ix_t ON t (id, g)
					constraints | CREATE TABLE t (id int, g int, CONSTRAINT uq_t UNIQUE (g), CONSTRAINT ck_t CHECK (g > 0)); CREATE TABLE r (g int CONSTRAINT fk_r REFERENCES t (g))
					""")
	void whatIsAboutAColumnThatBecomesGeneratedComesBackWithIt(String title, String ddl) throws SQLException {
		Schema target = inspect(ddl.replaceFirst("g int", "g int GENERATED ALWAYS AS (id * 2) STORED"));
		database.reset(ddl);
		database.execute("INSERT INTO t VALUES (1, 2), (2, 4)");
		Schema before = database.inspect();
		Comparison comparison = database.compare(target, ComparisonOptions.DEFAULTS.completeTarget());
		assertThat(comparison.differences()).allMatch(Difference::destructive);
		String upgrade = database.write(comparison.directives().upgrade());
		database.apply(comparison.directives().upgrade());
		assertThat(differences(target)).as(upgrade).isEmpty();
		assertThat(server.query("SELECT id || ' ' || g FROM t ORDER BY id")).containsExactly("1 2", "2 4");
		database.apply(comparison.directives().downgrade());
		assertThat(differences(before)).as(upgrade).isEmpty();
		assertThat(ids()).containsExactly("1", "2");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					default       | m mood DEFAULT 'glad', x int                                          | column t.m
					default of a column that goes | m mood, x int, y mood DEFAULT 'glad'                  | column t.y
					default of an array | m mood, x int, ms mood[] DEFAULT '{ok, glad}'                   | column t.ms
					check         | m mood, x int, CONSTRAINT ck_t CHECK (m <> 'glad' OR x > 0)           | check constraint t.ck_t
					check by an array | m mood, x int, CONSTRAINT ck_t CHECK (m <> ALL ('{sad,glad}'::mood[]) OR x > 0) | check constraint t.ck_t
					partial index | m mood, x int); CREATE INDEX ix_t ON t (x) WHERE (m = 'glad'          | index t.ix_t
					generated     | m mood, x int, g boolean GENERATED ALWAYS AS (m = 'glad') STORED      | column t.g
					view          | m mood, x int); CREATE VIEW v AS (SELECT x FROM t WHERE m = 'glad'    | view v
					""")
	void whatNamesALostValueAndIsNotDroppedBeforeIsReported(String title, String columns, String object)
			throws SQLException {
		Schema target = entities(
				inspect(FEW + "CREATE TABLE t (m mood, x int" + (title.equals("generated") ? ", g boolean)" : ")")));
		database.reset(MORE + "CREATE TABLE t (" + columns + ")");
		database.execute("INSERT INTO t (m, x) VALUES ('sad', 1)");
		Comparison comparison = database.compare(target, ComparisonOptions.DEFAULTS);
		assertThat(comparison.problems()).anySatisfy((problem) -> {
			assertThat(problem.object()).hasToString(object);
			assertThat(problem.message())
				.isEqualTo("It names [glad], which an enum type loses, and is there when the type is made anew.");
		});
		assertThatExceptionOfType(SQLException.class)
			.isThrownBy(() -> database.apply(comparison.directives().upgrade()))
			.withMessageContaining("invalid input value for enum mood: \"glad\"");
	}

	private static Schema entities(Schema schema) {
		return new Schema(List.of(), List.of(), schema.enumTypes(), List.of(),
				schema.tables().stream().map((table) -> table.withHints(table.hints().extent(Extent.ENTITY))).toList(),
				List.of(), List.of(), List.of());
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			partition key | CREATE TABLE t (id int, m mood) PARTITION BY LIST (m)                 | table t
			domain        | CREATE DOMAIN feeling AS mood; CREATE TABLE t (id int, f feeling)     | domain feeling
			function      | CREATE FUNCTION f(m mood) RETURNS int LANGUAGE sql AS 'SELECT 1'      | function f
			result        | CREATE FUNCTION f() RETURNS SETOF mood LANGUAGE sql AS 'SELECT NULL::mood' | function f
			""")
	void whatCannotComeBackByItselfIsReported(String title, String ddl, String object) throws SQLException {
		assertThat(problems(FEW + ddl, MORE + ddl)).singleElement()
			.asString()
			.startsWith(object + ": ")
			.contains("which the downgrade makes anew");
		assertThat(problems(MORE + ddl, FEW + ddl)).anyMatch((problem) -> problem.startsWith(object + ": "));
	}

	@Test
	void partitionKeyIsInTheWayOfAnyOtherType() throws SQLException {
		assertThat(problems("CREATE TABLE t (id int, m int) PARTITION BY RANGE (id)",
				"CREATE TABLE t (id bigint, m bigint) PARTITION BY RANGE (id)"))
			.singleElement()
			.asString()
			.startsWith("table t: It is partitioned by RANGE (id), and no statement changes the type of column 'id'");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					trigger of the column  | CREATE TRIGGER tr BEFORE UPDATE OF m ON t FOR EACH ROW EXECUTE FUNCTION tf()              | trigger tr on public.t
					trigger with condition | CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW WHEN (NEW.m IS NULL) EXECUTE FUNCTION tf() | trigger tr on public.t
					policy                 | CREATE POLICY p ON t USING (m IS NOT NULL)                                                | policy p on public.t
					policy of another      | CREATE POLICY p ON o USING (EXISTS (SELECT FROM t WHERE t.m IS NULL))                     | policy p on public.o
					rule                   | CREATE RULE r AS ON DELETE TO t WHERE OLD.m IS NULL DO INSTEAD NOTHING                    | rule r on public.t
					function               | CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT id FROM t WHERE m IS NULL; END | function public.f()
					row type               | ALTER TABLE o ADD COLUMN c t                                                              | table column public.o.c
					array of the row type  | ALTER TABLE o ADD COLUMN c t[]                                                            | table column public.o.c
					made of the row type   | CREATE TYPE made AS (c t); ALTER TABLE o ADD COLUMN c made                                | table column public.o.c
					view elsewhere         | CREATE VIEW other.v AS SELECT m FROM t                                                    | view other.v
					""")
	void whatOnlyTheCatalogKnowsIsReportedWithTheChangeThatItRefuses(String title, String ddl, String name)
			throws SQLException {
		String more = around("id int, m int", ddl);
		Schema target = inspect(around("id int, m bigint", ""));
		Comparison refused = refused(more, target, false);
		assertThat(reported(refused)).containsExactly("column t.m: It changes its type, and " + name
				+ " depends on it: the server refuses the upgrade and the downgrade.");
		assertThat(notes(refused.directives().upgrade())).anyMatch((note) -> note.contains(name));
		assertThat(notes(refused.directives().downgrade())).anyMatch((note) -> note.contains(name));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					trigger of the column  | CREATE TRIGGER tr BEFORE UPDATE OF m ON t FOR EACH ROW EXECUTE FUNCTION tf()              | trigger tr on public.t
					trigger with condition | CREATE TRIGGER tr BEFORE INSERT ON o FOR EACH ROW WHEN (NEW.x::mood = 'ok') EXECUTE FUNCTION tf() | trigger tr on public.o
					policy                 | CREATE POLICY p ON t USING (m <> 'ok')                                                    | policy p on public.t
					rule                   | CREATE RULE r AS ON DELETE TO t WHERE OLD.m = 'ok' DO INSTEAD NOTHING                     | rule r on public.t
					function               | CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT id FROM t WHERE m = 'ok'; END | function public.f()
					row type               | ALTER TABLE o ADD COLUMN c t                                                              | table column public.o.c
					composite type         | CREATE TYPE c AS (m mood)                                                                 | composite type public.c
					composite of an array  | CREATE TYPE c AS (m mood[])                                                               | composite type public.c
					range type             | CREATE TYPE r AS RANGE (SUBTYPE = mood)                                                   | type public.r
					cast                   | CREATE CAST (text AS mood) WITH INOUT                                                     | cast (pg_catalog.text AS public.mood)
					statistics             | CREATE STATISTICS s ON id, (m = 'ok') FROM t                                              | statistics object public.s
					table elsewhere        | CREATE TABLE other.e (m mood)                                                             | table column other.e.m
					default elsewhere      | CREATE TABLE other.e (x text DEFAULT ('ok'::mood)::text)                                  | default value for other.e.x
					view elsewhere         | CREATE VIEW other.v AS SELECT m FROM t                                                    | view other.v
					check of a domain      | CREATE DOMAIN d AS text CHECK (VALUE::mood <> 'sad')                                      | domain constraint d_check on public.d
					""")
	void whatOnlyTheCatalogKnowsIsReportedWithTheTypeThatIsMadeAnew(String title, String ddl, String name)
			throws SQLException {
		Schema more = inspect(MORE + around("id int, m mood", ""));
		Schema few = inspect(FEW + around("id int, m mood", ""));
		Comparison back = refused(FEW + around("id int, m mood", ddl), more, true);
		assertThat(reported(back)).containsExactly(
				"enum type mood: It is made anew, and " + name + " depends on it: the server refuses the downgrade.");
		assertThat(notes(back.directives().upgrade())).noneMatch((note) -> note.contains(name));
		assertThat(notes(back.directives().downgrade())).anyMatch((note) -> note.contains(name));
		Comparison forth = refused(MORE + around("id int, m mood", ddl), few, false);
		assertThat(reported(forth)).containsExactly("enum type mood: It is made anew, and " + name
				+ " depends on it: the server refuses the upgrade and the downgrade.");
		assertThat(notes(forth.directives().upgrade())).anyMatch((note) -> note.contains(name));
	}

	@Test
	void publicationOfAColumnRefusesItsOtherType() throws SQLException {
		assumeThat(database.version()).isGreaterThanOrEqualTo(15);
		Schema target = inspect(around("id int, m bigint", ""));
		for (String part : List.of("(id, m)", "WHERE (m > 0)")) {
			String ddl = "SET client_min_messages = error; CREATE PUBLICATION p FOR TABLE t " + part;
			Comparison refused = refused(around("id int, m int", ddl), target, false);
			assertThat(reported(refused)).singleElement().asString().contains("public.t in publication p");
		}
		database.execute("DROP PUBLICATION p");
	}

	@Test
	void columnWithANewNameAndTypeIsStillThatOfItsTrigger() throws SQLException {
		Schema target = inspect(around("id int, n bigint", ""));
		String trigger = "CREATE TRIGGER tr BEFORE UPDATE OF m ON t FOR EACH ROW EXECUTE FUNCTION tf()";
		database.reset(around("id int, m int", trigger));
		RenameCandidate rename = new RenameCandidate(ObjectType.COLUMN, QualifiedName.of("t"), QualifiedName.of("m"),
				QualifiedName.of("n"));
		Comparison comparison = database.compare(target,
				ComparisonOptions.DEFAULTS.completeTarget().renames(new Renames(Set.of(rename))));
		assertThat(reported(comparison)).singleElement()
			.asString()
			.startsWith("column t.n: It changes its type, and trigger tr on public.t depends on it");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					ordinary column   | id int, m int GENERATED ALWAYS AS (id * 2) STORED | id int, m int          | CREATE POLICY p ON t USING (m > 0)                      | policy p on public.t           | true
					other expression  | id int, m int GENERATED ALWAYS AS (id * 2) STORED | id int, m int DEFAULT 7 | CREATE POLICY p ON t USING (m > 0)                     | policy p on public.t           | true
					generated column  | id int, m int                                     | id int, m int GENERATED ALWAYS AS (id * 2) STORED | CREATE POLICY p ON t USING (m > 0) | policy p on public.t     | false
					identity          | id int, m int GENERATED BY DEFAULT AS IDENTITY    | id int, m int NOT NULL | CREATE TABLE other.c (n int DEFAULT nextval('public.t_m_seq')) | default value for other.c.n | false
					""")
	void columnThatTheServerRefusesToDropInOneDirectionIsACommentInThat(String title, String from, String to,
			String ddl, String name, boolean upgrades) throws SQLException {
		Schema target = inspect(around(to, ""));
		database.reset(around(from, ddl));
		database.execute("INSERT INTO t (id) VALUES (1)");
		Schema before = database.inspect();
		Comparison comparison = database.compare(target, ComparisonOptions.DEFAULTS);
		List<DirectedOperation> refused = upgrades ? comparison.directives().downgrade()
				: comparison.directives().upgrade();
		assertThat(refused).anySatisfy((operation) -> {
			assertThat(operation.consent()).isEqualTo(Consent.DEPENDENTS);
			assertThat(operation.notes())
				.contains(name + " depends on it. Before this, drop it, or let it do without.");
		});
		assertThat(comparison.problems()).extracting(Problem::message)
			.anyMatch((problem) -> problem.contains("depends on it: " + name));
		database.apply(comparison.directives().upgrade());
		assertThat(differences(upgrades ? target : before)).isEmpty();
		database.apply(comparison.directives().downgrade());
	}

	@Test
	void whatIsCreatedAgainHasTheNamesThatAreNew() throws SQLException {
		Schema target = inspect("CREATE TABLE u (id int, b bigint, h int GENERATED ALWAYS AS (b * 2) STORED);"
				+ "CREATE INDEX ix ON u ((h + 1))");
		database.reset("CREATE TABLE t (id int, a int, g int GENERATED ALWAYS AS (a * 2) STORED);"
				+ "CREATE INDEX ix ON t ((g + 1)); ALTER TABLE t CLUSTER ON ix; CREATE STATISTICS s ON (g + a), g, a FROM t");
		Renames renames = new Renames(Set.of(rename(ObjectType.TABLE, null, "t", "u"),
				rename(ObjectType.COLUMN, "u", "a", "b"), rename(ObjectType.COLUMN, "u", "g", "h")));
		Comparison comparison = database.compare(target, ComparisonOptions.DEFAULTS.renames(renames));
		List<String> settings = settings();
		database.apply(comparison.directives().upgrade());
		assertThat(settings()).containsExactly("CREATE INDEX ix ON public.u USING btree (((h + 1)))",
				"CREATE STATISTICS public.s ON b, h, (h + b) FROM u");
		database.apply(comparison.directives().downgrade());
		assertThat(settings()).isEqualTo(settings);
	}

	private static RenameCandidate rename(ObjectType type, String table, String from, String to) {
		return new RenameCandidate(type, (table != null) ? QualifiedName.of(table) : null, QualifiedName.of(from),
				QualifiedName.of(to));
	}

	private static List<String> settings() {
		return server.query("SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indisclustered "
				+ "UNION ALL SELECT pg_get_statisticsobjdef(oid) FROM pg_statistic_ext ORDER BY 1");
	}

	@Test
	void whatIsAboutColumnsThatStayIsNotReported() throws SQLException {
		String rest = "CREATE TRIGGER tr BEFORE UPDATE OF id ON t FOR EACH ROW EXECUTE FUNCTION tf();"
				+ "CREATE POLICY p ON t USING (id > 0); CREATE STATISTICS s ON id, m FROM t;"
				+ "CREATE FUNCTION f(x t) RETURNS int LANGUAGE sql AS 'SELECT 1'";
		database.reset(around("id int, m bigint", rest));
		Schema target = database.inspect();
		runsBothWays(around("id int, m int", rest), target, "INSERT INTO t VALUES (1, 2);");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					nothing        | CREATE TABLE t (m mood)                         | CREATE TABLE t (m mood)                          | false
					domain         | CREATE TABLE t (f feeling)                      | CREATE TABLE t (f text)                          | false
					new column     | CREATE TABLE t (id int)                         | CREATE TABLE t (id int, m mood)                  | false
					new index      | CREATE TABLE t (id int)                         | CREATE TABLE t (id int PRIMARY KEY); CREATE INDEX ON t (id) | false
					view elsewhere | CREATE TABLE t (id int); CREATE VIEW v AS SELECT 1 AS a | CREATE TABLE t (id int)                  | false
					old table      | CREATE TABLE t (id int); CREATE TABLE o (x int) | CREATE TABLE t (id int)                          | true
					old index      | CREATE TABLE t (id int); CREATE INDEX ON t (id) | CREATE TABLE t (id int)                          | true
					old sequence   | CREATE SEQUENCE s; CREATE TABLE t (id int)      | CREATE TABLE t (id int)                          | true
					other view     | CREATE VIEW v AS SELECT 1 AS a                  | CREATE VIEW v AS SELECT 2 AS a                   | true
					other type     | CREATE TABLE t (id int)                         | CREATE TABLE t (id bigint)                       | true
					collation      | CREATE TABLE t (x text)                         | CREATE TABLE t (x text COLLATE "C")              | true
					other column   | CREATE TABLE t (id int, x int)                  | CREATE TABLE t (id int, y int)                   | true
					other table    | CREATE TABLE t (id int)                         | CREATE TABLE u (id int)                          | true
					new value      | CREATE TABLE t (m mood)                         | ALTER TYPE mood ADD VALUE 'glad'; CREATE TABLE t (m mood) | true
					other enum     | CREATE TABLE t (m mood)                         | ALTER TYPE mood RENAME TO moods; CREATE TABLE t (m moods) | true
					""")
	void catalogIsAskedOnlyIfSomethingMayBeDroppedOrChangeItsType(String title, String from, String to, boolean asked)
			throws SQLException {
		Schema target = inspect(FEW + "CREATE DOMAIN feeling AS text;" + to);
		Schema actual = inspect(FEW + "CREATE DOMAIN feeling AS text;" + from);
		SchemaComparator comparator = new SchemaComparator(new PostgresqlDialect().typeRules(), database.version(),
				ComparisonOptions.DEFAULTS);
		assertThat(comparator.needsDependents(actual, NormalizedTarget.of(target))).isEqualTo(asked);
	}

	// The table whose column changes, and others that stay as they are
	private static String around(String columns, String ddl) {
		return "DROP SCHEMA IF EXISTS other CASCADE; CREATE SCHEMA other; DROP PUBLICATION IF EXISTS p;"
				+ "CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';"
				+ "CREATE TABLE t (" + columns + "); CREATE TABLE o (x text);" + ddl;
	}

	private static Schema inspect(String ddl) throws SQLException {
		database.reset(ddl);
		return database.inspect();
	}

	private static Comparison refused(String from, Schema target, boolean downgrade) throws SQLException {
		database.reset(from);
		database.execute("INSERT INTO t (id) VALUES (1)");
		Comparison comparison = database.compare(target, ComparisonOptions.DEFAULTS);
		if (downgrade) {
			database.apply(comparison.directives().upgrade());
		}
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> database
			.apply(downgrade ? comparison.directives().downgrade() : comparison.directives().upgrade()));
		return comparison;
	}

	private static List<String> reported(Comparison comparison) {
		return comparison.problems()
			.stream()
			.map((problem) -> problem.object() + ": " + problem.message())
			.filter((problem) -> problem.contains("depends on it") || problem.contains("an enum type loses"))
			.toList();
	}

	private static List<String> notes(List<DirectedOperation> operations) {
		return operations.stream().flatMap((operation) -> operation.notes().stream()).toList();
	}

	private static List<String> problems(String from, String to) throws SQLException {
		database.reset(to);
		Schema target = database.inspect();
		database.reset(from);
		return database.compare(target, ComparisonOptions.DEFAULTS.completeTarget())
			.problems()
			.stream()
			.map((problem) -> problem.object() + ": " + problem.message())
			.toList();
	}

	private static Comparison runsBothWays(String from, String to, String rows) throws SQLException {
		database.reset(to);
		return runsBothWays(from, database.inspect(), rows);
	}

	private static Comparison runsBothWays(String from, Schema target, String rows) throws SQLException {
		database.reset(from);
		database.execute(rows);
		Schema before = database.inspect();
		List<String> values = rows();
		List<String> ids = ids();
		Comparison comparison = database.compare(target, ComparisonOptions.DEFAULTS.completeTarget());
		assertThat(reported(comparison)).isEmpty();
		String upgrade = database.write(comparison.directives().upgrade());
		String downgrade = database.write(comparison.directives().downgrade());
		database.apply(comparison.directives().upgrade());
		assertThat(differences(target)).as(upgrade).isEmpty();
		assertThat(ids()).as(upgrade).isEqualTo(ids);
		database.apply(comparison.directives().downgrade());
		assertThat(differences(before)).as(downgrade).isEmpty();
		assertThat(rows()).as(downgrade).isEqualTo(values);
		return comparison;
	}

	private static List<String> differences(Schema wanted) throws SQLException {
		return new SchemaComparator(new PostgresqlDialect().typeRules(), database.version(),
				ComparisonOptions.DEFAULTS.completeTarget().withForeignKeyNames())
			.compare(database.inspect(), NormalizedTarget.of(wanted))
			.differences()
			.stream()
			.map(Difference::description)
			.toList();
	}

	private static List<String> ids() {
		return server.query("SELECT id::text FROM t ORDER BY id");
	}

	private static List<String> rows() {
		return server.query("SELECT to_jsonb(r)::text FROM t r ORDER BY id");
	}

}
