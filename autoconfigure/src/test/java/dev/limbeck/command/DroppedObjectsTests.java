package dev.limbeck.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.limbeck.compare.ComparisonOptions;
import dev.limbeck.compare.NameFilter;
import dev.limbeck.compare.ObjectType;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.SchemaBuilder;
import dev.limbeck.schema.TableBuilder;
import dev.limbeck.test.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.limbeck.schema.ColumnTypes.bigint;
import static dev.limbeck.schema.ColumnTypes.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * What a revision with {@code --allow-drop} does to what depends on something that it
 * drops: the tables have rows, and the revision runs.
 */
class DroppedObjectsTests {

	private static final String BASE = """
			CREATE TABLE t (id int PRIMARY KEY, m int, x int NOT NULL);
			CREATE TABLE o (id int PRIMARY KEY, x int NOT NULL);
			CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
			INSERT INTO t VALUES (1, 2, 3), (2, 3, 4);
			INSERT INTO o VALUES (1, 2), (2, 3);
			""";

	private static final String GENERATED = """
			CREATE TABLE gen (id int PRIMARY KEY, a int, g int NOT NULL GENERATED ALWAYS AS (a * 2) STORED, y int);
			INSERT INTO gen (id, a, y) VALUES (1, 2, 3), (2, 3, 4);
			""";

	@TempDir
	private Path path;

	// What the entities map, and what is different from the tables there
	private static Consumer<SchemaBuilder> model(String different) {
		return (schema) -> {
			schema.table("o", (o) -> id(o, "x"));
			switch (different) {
				case "no t" -> {
				}
				case "no m" -> schema.table("t", (t) -> id(t, "x"));
				case "index" ->
					schema.table("t", (t) -> id(t, "m", "x").index((ix) -> ix.name("ix").columns("m", "x")));
				case "unique" ->
					schema.table("t", (t) -> id(t, "m", "x").unique(List.of("m", "x"), (uq) -> uq.name("uq")));
				case "unique that is referred to" -> {
					schema.table("t", (t) -> id(t, "m", "x").unique(List.of("m", "x"), (uq) -> uq.name("uq")));
					schema.table("r", (r) -> id(r, "x").foreignKey(List.of("id", "x"), "t", List.of("m", "x"), (fk) -> {
					}));
				}
				case "enum" -> {
					schema.enumType("mood", "ok");
					schema.table("e", (e) -> id(e).column("m", new ColumnType(null, "mood", List.of(), 0)));
				}
				case "key" -> schema.table("t", (t) -> columns(t, "id", "m", "x").primaryKey("id", "x"));
				case "gen" -> schema.table("gen", (gen) -> id(gen, "g", "y").column("a", bigint()));
				case "gen without y" -> schema.table("gen", (gen) -> id(gen, "g").column("a", bigint()));
				default -> schema.table("t", (t) -> id(t, "m", "x"));
			}
			if (different.startsWith("gen") || different.equals("enum")) {
				schema.table("t", (t) -> id(t, "m", "x"));
			}
		};
	}

	private static TableBuilder id(TableBuilder table, String... others) {
		return columns(columns(table, "id"), others).primaryKey("id");
	}

	private static TableBuilder columns(TableBuilder table, String... names) {
		for (String name : names) {
			table.column(name, integer(), (column) -> {
				if (!name.equals("m") && !name.equals("y")) {
					column.notNull();
				}
			});
		}
		return table;
	}

	private InheritedProject project(String tables, String different) {
		ComparisonOptions options = different.startsWith("complete") ? ComparisonOptions.DEFAULTS.completeTarget()
				: ComparisonOptions.DEFAULTS;
		return new InheritedProject(this.path, tables, model(different.replace("complete ", "")),
				(builder) -> builder.comparison(options.names(NameFilter.exclude(ObjectType.TABLE, List.of("legacy")))
					.names(NameFilter.exclude(ObjectType.INDEX, List.of("t.legacy*")))));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					view                   | no m | CREATE VIEW v AS SELECT id, m FROM t                                      | view public.v
					view of a view         | no m | CREATE VIEW v AS SELECT m FROM t; CREATE VIEW w AS SELECT m FROM v        | view public.v
					materialized view      | no m | CREATE MATERIALIZED VIEW v AS SELECT m FROM t                             | materialized view public.v
					rule                   | no m | CREATE RULE r AS ON DELETE TO t WHERE OLD.m = 5 DO INSTEAD NOTHING        | rule r on public.t
					rule of another        | no m | CREATE RULE r AS ON INSERT TO o DO ALSO UPDATE t SET m = 1 WHERE id = -1  | rule r on public.o
					function               | no m | CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT m FROM t; END | function public.f()
					policy                 | no m | CREATE POLICY p ON t USING (m > 0)                                        | policy p on public.t
					policy of another      | no m | CREATE POLICY p ON o USING (EXISTS (SELECT FROM t WHERE m = 1))           | policy p on public.o
					trigger of the column  | no m | CREATE TRIGGER tr BEFORE UPDATE OF m ON t FOR EACH ROW EXECUTE FUNCTION tf() | trigger tr on public.t
					trigger with condition | no m | CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW WHEN (NEW.m > 0) EXECUTE FUNCTION tf() | trigger tr on public.t
					foreign key            | no m | CREATE UNIQUE INDEX iu ON t (m); CREATE TABLE legacy (r int CONSTRAINT fk REFERENCES t (m)) | foreign key fk on public.legacy
					generated column       | no m | ALTER TABLE t DROP x; ALTER TABLE t ADD x int NOT NULL GENERATED ALWAYS AS (id + COALESCE(m, 0)) STORED | generated column public.t.x
					generated in a child   | no m | CREATE TABLE legacy (g int GENERATED ALWAYS AS (m * 2) STORED) INHERITS (t) | generated column public.legacy.g
					view of a child        | no m | CREATE TABLE legacy () INHERITS (t); CREATE VIEW v AS SELECT m FROM legacy | view public.v
					view elsewhere         | no m | CREATE SCHEMA other; CREATE VIEW other.v AS SELECT m FROM t               | view other.v
					counter of another     | no m | ALTER TABLE t DROP m; ALTER TABLE t ADD m serial; CREATE SCHEMA other; CREATE TABLE other.c (n int DEFAULT nextval('public.t_m_seq')) | default value for other.c.n
					view without a column  | no t | CREATE VIEW v AS SELECT count(*) FROM t                                   | view public.v
					child                  | no t | CREATE TABLE legacy (y int) INHERITS (t); INSERT INTO legacy VALUES (7, 7, 7, 7) | table public.legacy
					partition              | no t | DROP TABLE t; CREATE TABLE t (id int PRIMARY KEY, m int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (9); INSERT INTO t VALUES (1) | partition public.t1
					row type               | no t | CREATE SCHEMA other; CREATE TABLE other.c (r t)                           | table column other.c.r
					function of the rows   | no t | CREATE FUNCTION f(r t) RETURNS int LANGUAGE sql AS 'SELECT 1'             | function public.f(public.t)
					foreign key elsewhere  | no t | CREATE SCHEMA other; CREATE TABLE other.c (r int CONSTRAINT fk REFERENCES t) | foreign key fk on other.c
					policy about a table   | no t | CREATE POLICY p ON o USING (EXISTS (SELECT FROM t))                       | policy p on public.o
					foreign key to a key   | none | ALTER TABLE t ADD CONSTRAINT um UNIQUE (m); CREATE TABLE legacy (r int CONSTRAINT fk REFERENCES t (m)) | foreign key fk on public.legacy
					foreign key to an index| none | CREATE UNIQUE INDEX um ON t (m); CREATE TABLE legacy (r int CONSTRAINT fk REFERENCES t (m)) | foreign key fk on public.legacy
					key that becomes wider | unique | ALTER TABLE t ADD CONSTRAINT uq UNIQUE (m); CREATE TABLE legacy (r int CONSTRAINT fk REFERENCES t (m)) | foreign key fk on public.legacy
					view of groups         | key  | CREATE VIEW v AS SELECT id, m FROM t GROUP BY id                          | view public.v
					sequence of a view     | none | CREATE SEQUENCE s; CREATE VIEW v AS SELECT nextval('s')                   | view public.v
					sequence of a default  | none | CREATE SEQUENCE s; CREATE SCHEMA other; CREATE TABLE other.c (n int DEFAULT nextval('public.s')) | default value for other.c.n
					enum type              | none | CREATE TYPE mood AS ENUM ('ok'); CREATE SCHEMA other; CREATE TABLE other.c (n public.mood) | table column other.c.n
					enum type of a view    | none | CREATE TYPE mood AS ENUM ('ok'); CREATE VIEW v AS SELECT 'ok'::mood       | view public.v
					function of a trigger  | complete | CREATE TRIGGER tr BEFORE INSERT ON o FOR EACH ROW EXECUTE FUNCTION tf() | trigger tr on public.o
					policy about a view    | gen  | CREATE VIEW v AS SELECT a FROM gen; CREATE POLICY p ON o USING (EXISTS (SELECT FROM v)) | policy p on public.o
					policy about its view  | enum | CREATE TYPE mood AS ENUM ('ok', 'sad'); CREATE TABLE e (id int PRIMARY KEY, m mood); CREATE VIEW v AS SELECT m FROM e; CREATE POLICY p ON o USING (EXISTS (SELECT FROM v)) | policy p on public.o
					key of a generated one | gen  | CREATE UNIQUE INDEX ig ON gen (g) INCLUDE (id); CREATE TABLE legacy (r int CONSTRAINT fk REFERENCES gen (g)) | foreign key fk on public.legacy
					regenerated column     | gen  | CREATE POLICY p ON gen USING (g > 0)                                      | policy p on public.gen
					""")
	void whatTheServerRefusesToDropIsACommentWithTheNameOfWhatDependsOnIt(String title, String different, String ddl,
			String name) {
		InheritedProject project = project(BASE + (different.equals("gen") ? GENERATED : "") + ddl, different);
		List<String> before = everything(project);
		AutogenerateResult result = project.write(true);
		String upgrade = InheritedProject.upgrade(result);
		assertThat(upgrade.lines().filter((line) -> line.contains(name))).isNotEmpty();
		assertThat(upgrade.lines().filter((line) -> line.contains("DROP ") || line.contains("ALTER "))).isNotEmpty()
			.allMatch((line) -> line.startsWith("-- "));
		assertThat(result.warnings()).anyMatch((warning) -> warning.contains(name));
		assertThat(project.migrations().check(CheckRequest.all()).notes()).anyMatch((note) -> note.contains(name));
		project.migrations().upgrade("heads");
		assertThat(everything(project)).as(upgrade).isEqualTo(before);
		project.migrations().downgrade("-1");
		assertThat(everything(project)).isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource({ "'(id, m)'", "WHERE (m > 0)" })
	void publicationOfAColumnKeepsIt(String part) {
		assumeThat(PostgresServer.shared().createDatabase().version()).isGreaterThanOrEqualTo(15);
		whatTheServerRefusesToDropIsACommentWithTheNameOfWhatDependsOnIt("publication", "no m",
				"SET client_min_messages = error; CREATE PUBLICATION p FOR TABLE t " + part,
				"publication relation public.t in publication p");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					order of rows          | index  | CREATE INDEX ix ON t (x, m); ALTER TABLE t CLUSTER ON ix
					order by more columns  | index  | CREATE INDEX ix ON t (m); ALTER TABLE t CLUSTER ON ix
					order by a constraint  | unique | CREATE UNIQUE INDEX uq ON t (m, x); ALTER TABLE t CLUSTER ON uq
					order by another name  | unique | CREATE UNIQUE INDEX iy ON t (m, x); ALTER TABLE t CLUSTER ON iy
					identity of rows       | gen    | CREATE UNIQUE INDEX ig ON gen (g) INCLUDE (id); ALTER TABLE gen REPLICA IDENTITY USING INDEX ig
					order by an expression | gen    | CREATE INDEX ig ON gen ((g + 1)); ALTER TABLE gen CLUSTER ON ig
					order, of an enum type | enum   | CREATE TYPE mood AS ENUM ('ok', 'sad'); CREATE TABLE e (id int PRIMARY KEY, m mood); CREATE INDEX ia ON e ((m = 'ok')); CREATE INDEX ie ON e ((m = 'ok'), id); CREATE INDEX iz ON e (id) WHERE m = 'ok'; ALTER TABLE e CLUSTER ON ie
					statistics             | gen    | CREATE STATISTICS s (ndistinct) ON g, y FROM gen; ALTER STATISTICS s SET STATISTICS 50; COMMENT ON STATISTICS s IS 'it''s'
					statistics of a value  | gen    | CREATE STATISTICS s ON (g + 1) FROM gen
					statistics of several  | gen    | CREATE STATISTICS s ON (g + 1), g, a FROM gen
					view of groups         | none   | ALTER TABLE t DROP CONSTRAINT t_pkey, ADD CONSTRAINT t_pkey PRIMARY KEY (id, x); CREATE VIEW v AS SELECT id, x, m FROM t GROUP BY id, x
					foreign key to an index| none   | CREATE UNIQUE INDEX ia ON o (x); CREATE UNIQUE INDEX ib ON o (x); ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (m) REFERENCES o (x)
					""")
	void whatGoesWithSomethingThatComesBackComesBack(String title, String different, String ddl) {
		InheritedProject project = project(BASE + (different.equals("gen") ? GENERATED : "") + ddl, different);
		List<String> before = everything(project);
		List<String> furtherObjects = further(project);
		AutogenerateResult result = project.write(true);
		assertThat(result.warnings()).noneMatch((warning) -> warning.contains("depends on it"))
			.noneMatch((warning) -> warning.contains("goes with it"));
		project.migrations().upgrade("heads");
		assertThat(further(project)).as(result.revisions().get(0).content())
			.usingElementComparator((one, other) -> one.replace("iy", "uq").compareTo(other.replace("iy", "uq")))
			.isEqualTo(furtherObjects);
		project.migrations().downgrade("-1");
		assertThat(everything(project)).as(result.revisions().get(0).content()).isEqualTo(before);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					statistics of a column | no m  | CREATE STATISTICS s (mcv) ON m, x FROM t                           | statistics object public.s        | true
					order of rows          | none  | CREATE INDEX im ON t (m); ALTER TABLE t CLUSTER ON im              | CLUSTER ON of table public.t      | true
					order of other rows    | index | CREATE INDEX ix ON t (id); ALTER TABLE t CLUSTER ON ix             | CLUSTER ON of table public.t      | true
					identity of rows       | none  | CREATE UNIQUE INDEX iu ON o (id); ALTER TABLE o REPLICA IDENTITY USING INDEX iu | REPLICA IDENTITY USING INDEX of table public.o | true
					trigger of a table     | no t  | CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf() | trigger tr on public.t       | false
					publication of a table | no t  | SET client_min_messages = error; CREATE PUBLICATION p FOR TABLE t  | publication relation public.t in publication p | false
					policy of a table      | no t  | CREATE POLICY p ON t USING (m > 0)                                 | policy p on public.t              | false
					index that is left out | no m  | CREATE INDEX legacy_ix ON t (m)                                    | index legacy_ix on t              | false
					trigger of a view      | gen   | CREATE VIEW v AS SELECT a FROM gen; CREATE TRIGGER tr INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION tf() | trigger tr on public.v | false
					privileges of a view   | gen   | CREATE VIEW v AS SELECT a FROM gen; GRANT SELECT ON v TO PUBLIC    | privileges of view public.v       | false
					""")
	void whatGoesAlongIsTold(String title, String different, String ddl, String name, boolean comesBack) {
		InheritedProject project = project(BASE + (different.equals("gen") ? GENERATED : "") + ddl, different);
		List<String> before = objects(project);
		AutogenerateResult result = project.write(true);
		String upgrade = InheritedProject.upgrade(result);
		assertThat(upgrade).contains("-- " + name + " goes with it.");
		assertThat(result.warnings())
			.anyMatch((warning) -> warning.contains("this goes with it") && warning.contains(name));
		project.migrations().upgrade("heads");
		assertThat(objects(project)).as(upgrade).isNotEqualTo(before);
		project.migrations().downgrade("-1");
		if (comesBack) {
			assertThat(objects(project)).as(result.revisions().get(0).content()).isEqualTo(before);
		}
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					view             | complete no t | CREATE VIEW v AS SELECT m FROM t; CREATE VIEW w AS SELECT m FROM v
					function of rows | complete no t | CREATE FUNCTION f(r t) RETURNS int LANGUAGE sql AS 'SELECT 1'
					enum type        | no m          | CREATE TYPE mood AS ENUM ('ok'); ALTER TABLE t DROP m; ALTER TABLE t ADD m mood DEFAULT 'ok' CHECK (m >= 'ok')
					sequence         | no m          | CREATE SEQUENCE s; ALTER TABLE t ALTER m SET DEFAULT nextval('s')
					foreign key      | no t          | CREATE TABLE u (r int REFERENCES t)
					circle           | no t          | CREATE TABLE u (id int PRIMARY KEY, r int REFERENCES t); ALTER TABLE t ADD FOREIGN KEY (m) REFERENCES u NOT VALID
					""")
	void whatGoesInTheSameRevisionIsInTheWayOfNothing(String title, String different, String ddl) {
		InheritedProject project = project(BASE + ddl, different);
		AutogenerateResult result = project.write(true);
		assertThat(result.warnings()).noneMatch((warning) -> warning.contains("depends on it"));
		assertThat(InheritedProject.upgrade(result).lines()).noneMatch((line) -> line.startsWith("-- DROP"));
		project.migrations().upgrade("heads");
		assertThat(project.write(true).revisions()).isEmpty();
		project.migrations().downgrade("-1");
	}

	@Test
	void whatNeedsADropWaitsForTheSameConsent() {
		InheritedProject project = project(
				BASE + "CREATE TYPE mood AS ENUM ('ok'); ALTER TABLE t DROP m; ALTER TABLE t ADD m mood;"
						+ "CREATE INDEX im ON t (m); CREATE POLICY p ON t USING (m = 'ok')",
				"no m");
		List<String> before = everything(project);
		String upgrade = InheritedProject.upgrade(project.write(true));
		assertThat(upgrade).contains("-- DROP INDEX im", "-- ALTER TABLE t DROP COLUMN m", "-- DROP TYPE mood");
		project.migrations().upgrade("heads");
		assertThat(everything(project)).as(upgrade).isEqualTo(before);
	}

	@Test
	void foreignKeyToAKeyThatWaitsWaitsToo() {
		InheritedProject project = project(
				BASE + "ALTER TABLE t ADD CONSTRAINT uq UNIQUE (m); CREATE TABLE legacy (r int REFERENCES t (m));"
						+ "CREATE TABLE r (id int PRIMARY KEY, x int NOT NULL)",
				"unique that is referred to");
		List<String> before = everything(project);
		String upgrade = InheritedProject.upgrade(project.write(true));
		assertThat(upgrade).contains("-- ALTER TABLE r ADD CONSTRAINT");
		project.migrations().upgrade("heads");
		assertThat(everything(project)).as(upgrade).isEqualTo(before);
	}

	@Test
	void constraintOfAnIndexThatIsReferredToStaysWhenTheRevisionIsTakenBack() {
		InheritedProject project = project(
				BASE + "CREATE UNIQUE INDEX iy ON t (m, x); CREATE TABLE legacy (r int, s int,"
						+ " CONSTRAINT fk FOREIGN KEY (r, s) REFERENCES t (m, x)); INSERT INTO legacy VALUES (2, 3)",
				"unique");
		AutogenerateResult result = project.write(true);
		assertThat(result.warnings()).anyMatch((warning) -> warning.contains("The downgrade drops it")
				&& warning.contains("foreign key fk on public.legacy"));
		project.migrations().upgrade("heads");
		List<String> after = everything(project);
		project.migrations().downgrade("-1");
		assertThat(everything(project)).as(result.revisions().get(0).content()).isEqualTo(after);
	}

	@Test
	void indexThatWaitsForADropDoesNotGoWithAColumnThatIsGeneratedAnew() {
		InheritedProject project = project(BASE + GENERATED + "CREATE INDEX iy ON gen (g, y)", "gen without y");
		List<String> before = everything(project);
		String upgrade = InheritedProject.upgrade(project.write(false));
		project.migrations().upgrade("heads");
		assertThat(everything(project)).as(upgrade).isEqualTo(before);
		project.migrations().downgrade("-1");
		assertThat(everything(project)).as(upgrade).isEqualTo(before);
	}

	private static List<String> objects(InheritedProject project) {
		List<String> objects = new ArrayList<>(project.objects());
		objects.addAll(further(project));
		return objects;
	}

	private static List<String> everything(InheritedProject project) {
		List<String> everything = objects(project);
		for (String table : project.database()
			.query("SELECT oid::regclass FROM pg_class WHERE relkind IN ('r', 'p', 'm') "
					+ "AND relnamespace = 'public'::regnamespace AND relname NOT LIKE 'migrations%' ORDER BY relname")) {
			everything.addAll(project.database()
				.query("SELECT '" + table + " ' || to_jsonb(r)::text FROM " + table + " r ORDER BY 1"));
		}
		return everything;
	}

	// What there is no operation for
	private static List<String> further(InheritedProject project) {
		return project.database()
			.query("""
					SELECT concat('statistics ', stxname, stxrelid::regclass, stxkind, (SELECT array_agg(attname ORDER BY attname)
					    FROM pg_attribute WHERE attrelid = stxrelid AND attnum = ANY (stxkeys::int2[])),
					    pg_get_statisticsobjdef_expressions(oid), to_jsonb(x) ->> 'stxstattarget',
					    obj_description(oid, 'pg_statistic_ext')) FROM pg_statistic_ext x
					UNION ALL SELECT concat('setting ', indrelid::regclass, ' ', indexrelid::regclass, indisclustered,
					    indisreplident) FROM pg_index WHERE indisclustered OR indisreplident
					UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
					UNION ALL SELECT concat('policy ', polname, polrelid::regclass) FROM pg_policy
					UNION ALL SELECT pg_get_ruledef(oid) FROM pg_rewrite WHERE oid >= 16384
					UNION ALL SELECT concat('publication ', prrelid::regclass) FROM pg_publication_rel
					UNION ALL SELECT concat('function ', oid::regprocedure) FROM pg_proc WHERE oid >= 16384
					UNION ALL SELECT concat('privileges ', relname, relacl) FROM pg_class WHERE relkind = 'v' AND relacl IS NOT NULL
					    AND oid >= 16384
					UNION ALL SELECT concat('outside ', oid::regclass) FROM pg_class
					    WHERE relnamespace = to_regnamespace('other')
					ORDER BY 1
					""");
	}

}
