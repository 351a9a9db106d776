package dev.limbeck.command;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.limbeck.autogenerate.ModelDifference;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.SchemaBuilder;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What becomes of rows when a model asks for other types: the table is filled, the
 * revision that is written is run, and taken back.
 */
class ConvertedValuesTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private ModelProject project;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.project = new ModelProject(path);
	}

	@Test
	void whatWouldRoundCutOrMeanSomethingElseDoesNotRunUnasked() {
		given("CREATE TABLE t (a numeric(12,4), b numeric, c timestamp, d timestamp, e float8, f int, g timestamp)",
				"INSERT INTO t VALUES (12.3456, 19.98765, '2026-02-28 12:34:56.789', '2026-02-28 12:34:56.789', 0.1, 7,"
						+ " '2026-02-28 12:00')");
		String before = rows("t");
		AutogenerateResult result = generate(columns("a numeric(10,2)", "b numeric(38,2)", "c date", "d timestamp(0)",
				"e real", "f boolean", "g timestamptz"));
		assertThat(result.differences()).hasSize(7).allMatch(ModelDifference::destructive);
		assertThat(result.commented()).isTrue();
		assertThat(result.undecided()).isTrue();
		String revision = result.revisions().get(0).content();
		assertThat(revision.lines()).noneMatch((line) -> line.startsWith("ALTER"));
		assertThat(revision).contains("""
				-- What follows loses or changes data, or something that data needs, so it is a comment.
				-- If it is meant, uncomment it here and in the downgrade. --allow-drop writes it uncommented.
				-- -- t.a: numeric(12,4) → numeric(10,2) changes values. How many:
				-- -- SELECT count(*) FROM t WHERE a <> round(a, 2) OR abs(a) >= 1e8 AND a <> 'NaN';
				-- ALTER TABLE t ALTER COLUMN a TYPE numeric(10, 2);
				""")
			.contains(
					"""
							-- What follows changes what values mean, so it is a comment, with --allow-drop, too.
							-- Decide what USING has to say, and uncomment it here and in the downgrade.
							-- -- t.f: integer → boolean changes what the values say. Only 0 is taken for false, and any other number \
							for true.
							-- -- How many there are:
							-- -- SELECT count(*) FROM t WHERE f IS NOT NULL;
							-- ALTER TABLE t ALTER COLUMN f TYPE boolean USING f <> 0;
							""")
			.contains("-- ALTER TABLE t ALTER COLUMN g TYPE timestamptz USING g AT TIME ZONE 'UTC';\n");
		assertThat(queries(upgrade(revision))).hasSize(7)
			.allSatisfy((query) -> assertThat(found(query)).isEqualTo("1"));
		migrations().upgrade("heads");
		assertThat(rows("t")).isEqualTo(before);
		migrations().downgrade("-1");
		assertThat(rows("t")).isEqualTo(before);
	}

	@Test
	void permissionToLoseDataIsNoDecisionOnWhatValuesMean() {
		given("CREATE TABLE t (a numeric(12,4), g timestamp)", "INSERT INTO t VALUES (12.3456, '2026-02-28 12:00')");
		AutogenerateResult result = generate(columns("a numeric(10,2)", "g timestamptz"), true);
		assertThat(result.commented()).isFalse();
		assertThat(result.undecided()).isTrue();
		migrations().upgrade("heads");
		assertThat(rows("t")).isEqualTo("(12.35,\"2026-02-28 12:00:00\")");
		migrations().downgrade("-1");
		assertThat(rows("t")).isEqualTo("(12.3500,\"2026-02-28 12:00:00\")");
	}

	@Test
	void whatMayFailRunsWithAQueryThatFindsTheRowsInItsWay() {
		given("CREATE TABLE t (a text, b bigint, c varchar(20))",
				"INSERT INTO t VALUES ('012', 1, 'abc'), ('x', 3000000000, 'abcdefghijk'), (NULL, NULL, NULL)");
		AutogenerateResult result = generate(columns("a integer", "b integer", "c varchar(10)"));
		assertThat(result.differences()).noneMatch(ModelDifference::destructive);
		String revision = result.revisions().get(0).content();
		assertThat(revision).contains("""
				-- t.b: bigint → integer may fail. The rows in its way:
				-- SELECT * FROM t WHERE b NOT BETWEEN -2147483648 AND 2147483647;
				ALTER TABLE t ALTER COLUMN b TYPE integer;
				""")
			.contains("-- SELECT * FROM t WHERE char_length(c) > 10;\nALTER TABLE t ALTER COLUMN c TYPE varchar(10);");
		assertThat(queries(upgrade(revision))).hasSize(3)
			.allSatisfy((query) -> assertThat(found(query)).isEqualTo("x"));
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrations().upgrade("heads"));
		this.database.execute("DELETE FROM t WHERE a = 'x'");
		migrations().upgrade("heads");
		this.database.execute("INSERT INTO t VALUES (7, 7, 'seven')");
		assertThat(rows("t")).isEqualTo("(,,)(12,1,abc)(7,7,seven)");
		migrations().downgrade("-1");
		assertThat(rows("t")).isEqualTo("(,,)(12,1,abc)(7,7,seven)");
		this.database.execute("INSERT INTO t VALUES ('y', 3000000000, NULL)");
	}

	@Test
	void rowsInTheWayOfAConstraintAreFound() {
		given("CREATE TABLE p (id integer PRIMARY KEY); CREATE TABLE t (id integer, a integer, b text, c text, \"D\" integer,"
				+ " e integer); ALTER TABLE t ADD CONSTRAINT v CHECK (e > 0) NOT VALID",
				"INSERT INTO p VALUES (1); INSERT INTO t VALUES (1, 1, 'x', 'x', 1, 1), (2, NULL, NULL, NULL, NULL, NULL)");
		this.database.execute("ALTER TABLE t DROP CONSTRAINT v; INSERT INTO t VALUES (1, -1, 'x', 'x', 7, -1);"
				+ "ALTER TABLE t ADD CONSTRAINT v CHECK (e > 0) NOT VALID");
		String revision = generate((schema) -> schema
			.table("p", (p) -> p.column("id", type("integer"), (id) -> id.notNull()).primaryKey("id"))
			.table("t",
					(t) -> t.column("id", type("integer"))
						.column("a", type("integer"))
						.column("b", type("text"))
						.column("c", type("text"))
						.column("D", type("integer"))
						.column("e", type("integer"))
						.column("added", type("integer"), (added) -> added.unique())
						.check("e > 0", (v) -> v.name("v"))
						.check("a > 0", (positive) -> positive.name("positive"))
						.check("added > 0", (known) -> known.name("known"))
						.unique(List.of("b"), (u) -> u.name("u"))
						.index((x) -> x.name("x").columns("c").unique().where("id = 1"))
						.foreignKey("D", "p", "id")))
			.revisions()
			.get(0)
			.content();
		assertThat(upgrade(revision)).contains("""
				-- check constraint t.positive may fail. The rows in its way:
				-- SELECT * FROM t WHERE NOT (a > 0);
				ALTER TABLE t
				""".stripTrailing()).doesNotContain("t.known may fail");
		assertThat(queries(upgrade(revision))).hasSize(5);
		assertThat(queries(upgrade(revision)).stream().filter((query) -> query.contains("AS same"))).hasSize(2)
			.allSatisfy((query) -> assertThat(found(query)).isEqualTo("1"));
		assertThat(queries(upgrade(revision)).stream().filter((query) -> !query.contains("AS same"))).allSatisfy(
				(query) -> assertThat(this.database.query("SELECT a FROM (" + query + ") rows")).containsExactly("-1"));
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrations().upgrade("heads"));
		this.database.execute("DELETE FROM t WHERE a < 0");
		migrations().upgrade("heads");
		assertThat(this.database.query("SELECT count(*) FROM t")).containsExactly("2");
	}

	@Test
	void rowsInTheWayOfANewTableAndOfAnExclusionAreFound() {
		given("CREATE TABLE t (id integer, p integer, d tsrange)",
				"INSERT INTO t VALUES (1, NULL, '[2026-01-01,2026-02-01)'),"
						+ " (2, 7, '[2026-01-31,2026-03-01)'), (3, NULL, NULL), (4, NULL, '[2027-01-01,2027-02-01)')");
		String revision = upgrade(generate((schema) -> schema
			.table("p", (p) -> p.column("id", type("integer"), (id) -> id.notNull()).primaryKey("id"))
			.table("t",
					(t) -> t.column("id", type("integer"))
						.column("p", type("integer"))
						.column("d", type("tsrange"))
						.exclude((x) -> x.name("x").column("d", "&&").where("id > 0"))
						.foreignKey("p", "p", "id")))
			.revisions()
			.get(0)
			.content());
		assertThat(revision).contains("What they refer to is new. The rows that need a row there:\n"
				+ "-- SELECT * FROM t AS r WHERE r.p IS NOT NULL;\n");
		assertThat(found("SELECT id FROM t AS r WHERE r.p IS NOT NULL")).isEqualTo("2");
		String pairs = revision.substring(revision.indexOf("-- WITH r AS"), revision.indexOf("a.e0 && b.e0;"))
			.replace("\n-- ", "\n")
			.substring(3) + "a.e0 && b.e0";
		assertThat(found(pairs)).isEqualTo("1");
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrations().upgrade("heads"));
		this.database.execute("DELETE FROM t WHERE id = 2");
		assertThat(found(pairs)).isEqualTo("0");
		migrations().upgrade("heads");
		migrations().downgrade("-1");
		assertThat(this.database.query("SELECT id FROM t ORDER BY id")).containsExactly("1", "3", "4");
	}

	@Test
	void uniqueValuesThatWouldBecomeTheSameAreCounted() {
		given("CREATE EXTENSION citext; CREATE TABLE t (a text, b text, c timestamp, d integer, e varchar(9), f text,"
				+ " CONSTRAINT k PRIMARY KEY (a), CONSTRAINT u UNIQUE (b, d), CONSTRAINT w UNIQUE NULLS NOT DISTINCT (f));"
				+ "CREATE UNIQUE INDEX x ON t (c, d) WHERE d > 0; CREATE UNIQUE INDEX y ON t (e)",
				"INSERT INTO t VALUES ('7', 'm', '2026-02-28 12:00:00.1', 1, 'q', '1'),"
						+ "('07', 'M', '2026-02-28 12:00:00.2', 1, 'q ', '2'),"
						+ "('8', 'm', '2026-02-28 12:00:00.3', -1, NULL, NULL),"
						+ "('9', 'M', '2026-02-28 12:00:00.4', -2, NULL, '3')");
		AutogenerateResult result = generate((schema) -> schema.table("t",
				(t) -> t.column("a", type("integer"), (a) -> a.notNull())
					.column("b", type("citext"))
					.column("c", type("timestamp(0)"))
					.column("d", type("bigint"))
					.column("e", type("char(9)"))
					.column("f", type("varchar(20)"))
					.primaryKey(List.of("a"), (k) -> k.name("k"))
					.unique(List.of("b", "d"), (u) -> u.name("u"))
					.unique(List.of("f"), (w) -> w.name("w").nullsNotDistinct())
					.index((x) -> x.name("x").columns("c", "d").unique().where("d > 0"))
					.index((y) -> y.name("y").columns("e").unique())));
		String revision = result.revisions().get(0).content();
		String counted = "Rows that are unique by %s may become the same, and it fails then. How many:";
		assertThat(upgrade(revision)).contains("""
				-- t.a: text → integer may fail. The rows in its way:
				""")
			.contains("-- " + counted.formatted("k") + "\n-- SELECT count(*) FROM (SELECT FROM t GROUP BY a::integer "
					+ "HAVING count(*) > 1) AS same;\n")
			.contains(
					"-- SELECT count(*) FROM (SELECT FROM t WHERE b::citext IS NOT NULL AND d IS NOT NULL GROUP BY b::citext, d "
							+ "HAVING count(*) > 1) AS same;\n")
			.contains(counted.formatted("x"), counted.formatted("y"))
			.doesNotContain(counted.formatted("w"));
		assertThat(queries(upgrade(revision)).stream().filter((query) -> query.contains("AS same"))).hasSize(4)
			.allSatisfy((query) -> assertThat(found(query)).isEqualTo("1"));
		assertThat(revision.substring(revision.indexOf("-- migrate:downgrade"))).doesNotContain("AS same");
	}

	@Test
	void rowsThatGetTheSameDefaultUnderAUniqueConstraintAreCounted() {
		given("CREATE TABLE t (a text, b text, c integer, d uuid, e integer DEFAULT 1 NOT NULL, CONSTRAINT u UNIQUE (a),"
				+ " CONSTRAINT v UNIQUE (b, c), CONSTRAINT w UNIQUE (d), CONSTRAINT x UNIQUE (e))",
				"INSERT INTO t VALUES (NULL, NULL, NULL, NULL, 1), (NULL, 'n', 7, NULL, 2), ('x', 'n', 7000000, NULL, 3)");
		AutogenerateResult result = generate((schema) -> schema.table("t",
				(t) -> t.column("a", type("text"), (a) -> a.notNull().serverDefaultValue("x"))
					.column("b", type("text"), (b) -> b.notNull().serverDefaultValue("n"))
					.column("c", type("bigint"), (c) -> c.notNull().serverDefaultValue(7))
					.column("d", type("uuid"), (d) -> d.notNull().serverDefault("gen_random_uuid()"))
					.column("e", type("integer"), (e) -> e.serverDefaultValue(1))
					.unique(List.of("a"), (u) -> u.name("u"))
					.unique(List.of("b", "c"), (v) -> v.name("v"))
					.unique(List.of("d"), (w) -> w.name("w"))
					.unique(List.of("e"), (x) -> x.name("x"))));
		String revision = result.revisions().get(0).content();
		assertThat(upgrade(revision)).contains("""
				-- Rows that get the default may be the same by u, and it fails then. How many:
				-- SELECT count(*) FROM (SELECT FROM t WHERE COALESCE(a, 'x'::text) IS NOT NULL GROUP BY COALESCE(a, \
				'x'::text) HAVING count(*) > 1) AS same;
				UPDATE t SET a = DEFAULT WHERE a IS NULL;
				""").doesNotContain("same by w", "same by x");
		assertThat(queries(upgrade(revision)).stream().filter((query) -> query.contains("AS same"))).hasSize(3)
			.allSatisfy((query) -> assertThat(found(query)).isEqualTo("1"));
		assertThat(revision.substring(revision.indexOf("-- migrate:downgrade"))).contains("same by x");
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrations().upgrade("heads"));
		this.database.execute("DELETE FROM t WHERE c IS NULL; UPDATE t SET a = 'y' WHERE a = 'x'");
		assertThat(queries(upgrade(revision)).stream().filter((query) -> query.contains("AS same")))
			.allSatisfy((query) -> assertThat(found(query)).isEqualTo("0"));
		migrations().upgrade("heads");
		assertThat(rows("t")).contains("(x,n,7,").contains("(y,n,7000000,");
	}

	@Test
	void downgradeGivesRowsTheDefaultThatComesBackWithIt() {
		given("CREATE TYPE mood AS ENUM ('happy', 'sad'); CREATE TABLE t (a text NOT NULL DEFAULT 'one',"
				+ " b text NOT NULL DEFAULT 'one', c integer NOT NULL DEFAULT 7, d mood NOT NULL DEFAULT 'sad')",
				"INSERT INTO t VALUES ('x', 'x', 1, 'happy')");
		String revision = generate((schema) -> schema.enumType("mood", "happy")
			.table("t",
					(t) -> t.column("a", type("text"), (a) -> a.serverDefaultValue("two"))
						.column("b", type("text"))
						.column("c", type("bigint"))
						.column("d", type("mood"))),
				true)
			.revisions()
			.get(0)
			.content();
		migrations().upgrade("heads");
		this.database.execute("DELETE FROM t; INSERT INTO t VALUES (NULL, NULL, NULL, NULL)");
		migrations().downgrade("-1");
		assertThat(rows("t")).as(revision).isEqualTo("(one,one,7,sad)");
	}

	@Test
	void losslessConversionsRunBothWays() {
		given("CREATE TABLE t (a integer, b boolean, c timestamp(0), d numeric(10,2), e varchar(9))",
				"INSERT INTO t VALUES (1, true, '2026-02-28 12:34:56', 12.34, 'x')");
		String before = rows("t");
		String revision = generate(columns("a bigint", "b smallint", "c timestamp", "d numeric(12,4)", "e varchar(50)"))
			.revisions()
			.get(0)
			.content();
		assertThat(upgrade(revision)).doesNotContain("-- ALTER");
		migrations().upgrade("heads");
		assertThat(rows("t")).isEqualTo("(1,1,\"2026-02-28 12:34:56\",12.3400,x)");
		this.database.execute("UPDATE t SET d = 12.3456, b = 7");
		migrations().downgrade("-1");
		assertThat(rows("t")).as(revision).isEqualTo("(1,7,\"2026-02-28 12:34:56\",12.3456,x)");
		migrations().upgrade("heads");
		this.database.execute("UPDATE t SET d = 12.34, b = 1");
		migrations().downgrade("-1");
		assertThat(rows("t").replace("12.3400", "12.34")).isEqualTo(before.replace(",t,", ",1,"));
	}

	@Test
	void downgradeThatWouldChangeValuesIsACommentOfItsOwn() {
		given("CREATE TABLE t (d numeric(10,2))", "INSERT INTO t VALUES (12.34)");
		assertThat(generate(columns("d numeric(12,4)")).revisions().get(0).content()).endsWith("""
				-- migrate:upgrade
				ALTER TABLE t ALTER COLUMN d TYPE numeric(12, 4);

				-- migrate:downgrade
				-- What follows changes values, so it is a comment. The upgrade, which runs, can be repeated without it.
				-- If it is meant, uncomment it. --allow-drop writes it uncommented.
				-- -- t.d: numeric(12,4) → numeric(10,2) changes values. How many:
				-- -- SELECT count(*) FROM t WHERE d <> round(d, 2) OR abs(d) >= 1e8 AND d <> 'NaN';
				-- ALTER TABLE t ALTER COLUMN d TYPE numeric(10, 2);
				""");
	}

	@Test
	void keyOfRowsKeepsItsReferencesWhileItsTypeIsAComment() {
		given("CREATE TABLE p (at timestamp CONSTRAINT pk_p PRIMARY KEY); CREATE TABLE t (a timestamp,"
				+ " CONSTRAINT fk_t_a_p FOREIGN KEY (a) REFERENCES p)",
				"INSERT INTO p VALUES ('2026-02-28 12:00'); INSERT INTO t VALUES ('2026-02-28 12:00')");
		generate((schema) -> schema
			.table("p", (p) -> p.column("at", type("timestamptz"), (at) -> at.notNull()).primaryKey("at"))
			.table("t", (t) -> t.column("a", type("timestamptz")).foreignKey("a", "p", "at")));
		migrations().upgrade("heads");
		assertThat(this.database.query("SELECT conname FROM pg_constraint WHERE contype = 'f'")).hasSize(1);
		migrations().downgrade("-1");
		assertThat(this.database.query("SELECT conname FROM pg_constraint WHERE contype = 'f'")).hasSize(1);
	}

	@Test
	void indexThatNeedsTheNewTypeWaitsWithIt() {
		given("CREATE TABLE t (a json, b int)", "INSERT INTO t VALUES ('{\"a\": 1, \"a\": 2}', 1)");
		AutogenerateResult result = generate((schema) -> schema.table("t",
				(t) -> t.column("a", type("jsonb"))
					.column("b", type("bigint"))
					.index((index) -> index.name("ix_t_a").using("gin").columns("a"))
					.index((index) -> index.name("ix_t_b").columns("b"))));
		assertThat(result.revisions().get(0).content()).contains("\n-- CREATE INDEX ix_t_a ON t USING gin (a);\n")
			.contains("\nCREATE INDEX ix_t_b ON t (b);\n");
		migrations().upgrade("heads");
		migrations().downgrade("-1");
		assertThat(rows("t")).isEqualTo("(\"{\"\"a\"\": 1, \"\"a\"\": 2}\",1)");
	}

	@Test
	void defaultThatWaitsWithItsTypeIsGivenToNoRowBefore() {
		given("CREATE TABLE t (a json DEFAULT '{}', b timestamp, c numeric(10,2) NOT NULL DEFAULT 1)",
				"INSERT INTO t VALUES (NULL, NULL, 2)");
		String revision = generate((schema) -> schema.table("t",
				(t) -> t.column("a", type("jsonb"), (a) -> a.notNull().serverDefault("'[]'::jsonb"))
					.column("b", type("timestamptz"), (b) -> b.notNull().serverDefault("now()"))
					.column("c", type("numeric(12,4)"))))
			.revisions()
			.get(0)
			.content();
		assertThat(revision).contains("\n-- UPDATE t SET a = DEFAULT WHERE a IS NULL;")
			.contains("\n-- ALTER TABLE t ALTER COLUMN b SET NOT NULL;")
			.contains("\n-- UPDATE t SET c = DEFAULT WHERE c IS NULL;");
		migrations().upgrade("heads");
		assertThat(rows("t")).isEqualTo("(,,2.0000)");
		this.database.execute("UPDATE t SET c = NULL");
		migrations().downgrade("-1");
		assertThat(rows("t")).isEqualTo("(,,)");
	}

	@Test
	void enumTypeIsNotDroppedWhileNobodyHasSaidWhatItsValuesBecome() {
		given("CREATE TYPE level AS ENUM ('LOW', 'HIGH'); CREATE TABLE t (a level)", "INSERT INTO t VALUES ('HIGH')");
		String revision = generate(columns("a smallint"), true).revisions().get(0).content();
		assertThat(revision)
			.contains("\n-- ALTER TABLE t ALTER COLUMN a TYPE smallint USING "
					+ "pg_catalog.array_position(ARRAY['LOW', 'HIGH'], a::text) - 1;")
			.contains("\n-- DROP TYPE level;");
		migrations().upgrade("heads");
		assertThat(rows("t")).isEqualTo("(HIGH)");
		this.database.execute(revision.lines()
			.filter((line) -> line.startsWith("-- ALTER TABLE t ALTER COLUMN a TYPE smallint"))
			.map((line) -> line.substring(3))
			.findFirst()
			.orElseThrow());
		assertThat(rows("t")).isEqualTo("(1)");
	}

	@Test
	void valuesOfAnEnumTypeKeepTheirOrder() {
		given("CREATE TYPE level AS ENUM ('LOW', 'MEDIUM', 'HIGH'); CREATE TABLE t (a level)",
				"INSERT INTO t VALUES ('HIGH'), ('LOW'), ('MEDIUM')");
		Consumer<SchemaBuilder> sorted = (schema) -> schema.enumType("level", "HIGH", "LOW", "MEDIUM")
			.table("t", (t) -> t.column("a", type("level")));
		assertThat(this.project.wanting(sorted).autogenerate(AutogenerateRequest.of("none")).differences()).isEmpty();
		String revision = generate((schema) -> schema.enumType("level", "CRITICAL", "HIGH", "LOW", "MEDIUM")
			.table("t", (t) -> t.column("a", type("level")))).revisions().get(0).content();
		assertThat(revision).contains("ALTER TYPE level ADD VALUE IF NOT EXISTS 'CRITICAL';")
			.contains("-- t.a: [LOW, MEDIUM, HIGH, CRITICAL] → [LOW, MEDIUM, HIGH] may fail. The rows in its way:\n"
					+ "-- SELECT * FROM t WHERE a::text NOT IN ('LOW', 'MEDIUM', 'HIGH');");
		migrations().upgrade("heads");
		assertThat(this.database.query("SELECT a FROM t ORDER BY a")).containsExactly("LOW", "MEDIUM", "HIGH");
		this.database.execute("INSERT INTO t VALUES ('CRITICAL')");
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrations().downgrade("-1"));
		assertThat(found(queries(revision).get(0))).isEqualTo("CRITICAL");
		this.database.execute("DELETE FROM t WHERE a = 'CRITICAL'");
		migrations().downgrade("-1");
		assertThat(this.database.query("SELECT a FROM t ORDER BY a")).containsExactly("LOW", "MEDIUM", "HIGH");
	}

	@Test
	void typeWithALongNameAndOneWithATakenNameAreMadeAnew() {
		String name = "m".repeat(63);
		given("CREATE TYPE " + name + " AS ENUM ('a'); CREATE TYPE level AS ENUM ('a'); CREATE TYPE level_old AS"
				+ " ENUM ('x'); CREATE TABLE t (a " + name + ", b level, c level_old)",
				"INSERT INTO t VALUES ('a', 'a', 'x')");
		generate((schema) -> schema.enumType(name, "a", "z")
			.enumType("level", "a", "z")
			.enumType("level_old", "x")
			.table("t", (t) -> t.column("a", type(name)).column("b", type("level")).column("c", type("level_old"))));
		migrations().upgrade("heads");
		migrations().downgrade("-1");
		assertThat(rows("t")).isEqualTo("(a,a,x)");
		assertThat(this.database.query("SELECT typname FROM pg_type WHERE typtype = 'e' ORDER BY 1"))
			.containsExactly("level", "level_old", name);
	}

	@Test
	void columnThatIsGeneratedNoMoreKeepsWhatWasWrittenSince() {
		given("CREATE TABLE t (a int, b numeric(10,1) GENERATED ALWAYS AS (a / 4.0) STORED); CREATE INDEX ix_t_b ON t (b)",
				"INSERT INTO t (a) VALUES (1), (2)");
		String revision = generate((schema) -> schema.table("t",
				(t) -> t.column("a", type("integer"))
					.column("b", type("numeric(10,1)"))
					.index((index) -> index.name("ix_t_b").columns("b"))))
			.revisions()
			.get(0)
			.content();
		String downgrade = revision.substring(upgrade(revision).length());
		assertThat(upgrade(revision)).contains("\nALTER TABLE t ALTER COLUMN b DROP EXPRESSION IF EXISTS;\n");
		assertThat(downgrade).contains(
				"-- -- t.b: ordinary → generated drops the column, and indexes and constraints on it, and changes values.")
			.contains("\n-- ALTER TABLE t DROP COLUMN b;\n");
		migrations().upgrade("heads");
		assertThat(found(queries(downgrade).get(0))).isEqualTo("0");
		this.database.execute("UPDATE t SET b = 99 WHERE a = 2");
		assertThat(found(queries(downgrade).get(0))).isEqualTo("1");
		migrations().downgrade("-1");
		assertThat(rows("t")).isEqualTo("(1,0.3)(2,99.0)");
		assertThat(this.database.query("SELECT indexname FROM pg_indexes WHERE tablename = 't'"))
			.containsExactly("ix_t_b");
		migrations().upgrade("heads");
		assertThat(rows("t")).isEqualTo("(1,0.3)(2,99.0)");
	}

	@Test
	void whatIsGeneratedFromAColumnWaitsWithIt() {
		given("CREATE TABLE t (a numeric(12,4), b numeric GENERATED ALWAYS AS (a * 2) STORED); CREATE INDEX ix_t_b ON t (b)",
				"INSERT INTO t (a) VALUES (12.3456)");
		String before = rows("t");
		Consumer<SchemaBuilder> model = (schema) -> schema.table("t",
				(t) -> t.column("a", type("numeric(10,2)"))
					.column("b", type("numeric"), (b) -> b.generatedAs("a * 2"))
					.index((index) -> index.name("ix_t_b").columns("b")));
		String revision = generate(model).revisions().get(0).content();
		assertThat(revision.lines())
			.noneMatch((line) -> line.startsWith("ALTER") || line.startsWith("DROP") || line.startsWith("CREATE"));
		migrations().upgrade("heads");
		migrations().downgrade("-1");
		assertThat(rows("t")).isEqualTo(before);
	}

	@Test
	void columnKeepsItsTypeWhileAGeneratedOneThatReadsItIsNotDropped() {
		given("CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a * 2) STORED)",
				"INSERT INTO t (a) VALUES (7)");
		String revision = generate(columns("a bigint")).revisions().get(0).content();
		assertThat(upgrade(revision)).contains("-- ALTER TABLE t DROP COLUMN b;")
			.contains("-- ALTER TABLE t ALTER COLUMN a TYPE bigint;");
		migrations().upgrade("heads");
		migrations().downgrade("-1");
		assertThat(rows("t")).isEqualTo("(7,14)");
	}

	@Test
	void columnChangesItsTypeWhenAGeneratedOneThatReadsItMayBeDropped() {
		given("CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a * 2) STORED)",
				"INSERT INTO t (a) VALUES (7)");
		assertThat(generate(columns("a bigint"), true).commented()).isFalse();
		migrations().upgrade("heads");
		assertThat(rows("t")).isEqualTo("(7)");
		migrations().downgrade("-1");
		assertThat(rows("t")).isEqualTo("(7,14)");
	}

	private void given(String ddl, String rows) {
		String drop = "DROP TABLE IF EXISTS t; DROP TABLE IF EXISTS p; DROP TYPE IF EXISTS level";
		this.project.revision("a1", "", ddl, drop);
		migrations().upgrade("heads");
		this.database.execute(rows);
	}

	private Migrations migrations() {
		return this.project.builder((schema) -> {
		}).dataSource(this.database.dataSource()).build();
	}

	private AutogenerateResult generate(Consumer<SchemaBuilder> model) {
		return generate(model, false);
	}

	private AutogenerateResult generate(Consumer<SchemaBuilder> model, boolean allowDrop) {
		AutogenerateRequest request = AutogenerateRequest.of("types")
			.withRevision(NewRevisionRequest.of("types").withRevId("b2"));
		return this.project.wanting(model).autogenerate(allowDrop ? request.withAllowDrop() : request);
	}

	private static Consumer<SchemaBuilder> columns(String... columns) {
		return (schema) -> schema.table("t", (t) -> Stream.of(columns)
			.forEach((column) -> t.column(column.substring(0, 1), type(column.substring(2)))));
	}

	private static ColumnType type(String type) {
		return ColumnType.parse(type);
	}

	private static String upgrade(String revision) {
		return revision.substring(0, revision.indexOf("-- migrate:downgrade"));
	}

	// The first column of the first row
	private String found(String query) {
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			boolean rows = statement.execute(query);
			while (!rows) {
				rows = statement.getMoreResults();
			}
			try (ResultSet result = statement.getResultSet()) {
				assertThat(result.next()).as(query).isTrue();
				return result.getString(1);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(query, ex);
		}
	}

	private static List<String> queries(String revision) {
		String upgrade = revision.lines()
			.map((line) -> line.replaceFirst("^(-- )+", ""))
			.reduce("", (text, line) -> text + "\n" + line);
		List<String> queries = new ArrayList<>();
		Matcher query = Pattern.compile("(?s)(CREATE OR REPLACE FUNCTION pg_temp.*?END\\$\\$;\n)?(SELECT .*?);\n")
			.matcher(upgrade);
		while (query.find()) {
			queries.add((query.group(1) != null) ? query.group(1) + query.group(2) : query.group(2));
		}
		return queries;
	}

	private String rows(String table) {
		return String.join("", this.database.query("SELECT r::text FROM " + table + " r ORDER BY 1"));
	}

}
