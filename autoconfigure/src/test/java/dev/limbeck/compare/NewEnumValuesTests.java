package dev.limbeck.compare;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.NamingConvention;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.operation.Autocommit;
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

/**
 * Where the new values of enum types are added: what has its place in the transaction is
 * run in one, on tables with rows, and the server tells whether a value is used.
 */
class NewEnumValuesTests {

	private static final String FEW = "CREATE TYPE mood AS ENUM ('ok', 'sad'); CREATE TYPE other AS ENUM ('glad');";

	private static final String MORE = "CREATE TYPE mood AS ENUM ('ok', 'glad', 'sad'); CREATE TYPE other AS ENUM ('glad');";

	private static final String TABLES = "CREATE TABLE t (id int, m mood, ms mood[]);"
			+ "CREATE TABLE o (x varchar(9), y other);";

	private static final String ROWS = "INSERT INTO t VALUES (1, 'ok'), (2, 'sad'); INSERT INTO o VALUES ('glad', 'glad')";

	private static TestDatabase server;

	private static MatrixDatabase database;

	private final Dialect dialect = new PostgresqlDialect();

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
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			default            | ALTER TABLE t ALTER m SET DEFAULT 'glad'
			default of array   | ALTER TABLE t ALTER ms SET DEFAULT '{ok, glad}'
			default elsewhere  | ALTER TABLE o ALTER x SET DEFAULT ('glad'::mood)::text
			check              | ALTER TABLE t ADD CONSTRAINT ck_t CHECK (m <> 'glad' OR id > 0)
			check of an array  | ALTER TABLE t ADD CONSTRAINT ck_t CHECK ('glad' <> ALL (ms))
			check of text      | ALTER TABLE o ADD CONSTRAINT ck_o CHECK (x::mood <> 'sad')
			partial index      | CREATE INDEX ix_t ON t (id) WHERE m = 'glad'
			index              | CREATE INDEX ix_t ON t (id, (m = 'glad'))
			exclusion          | ALTER TABLE t ADD CONSTRAINT ex_t EXCLUDE (id WITH =) WHERE (m = 'glad')
			generated column   | ALTER TABLE t ADD g boolean GENERATED ALWAYS AS (m = 'glad') STORED
			new column         | ALTER TABLE o ADD m mood NOT NULL DEFAULT 'glad'
			new table          | CREATE TABLE n (m mood DEFAULT 'glad')
			view               | CREATE VIEW v AS SELECT id FROM t WHERE m = 'glad'
			materialized view  | CREATE MATERIALIZED VIEW v AS SELECT id FROM t WHERE m = 'glad'
			function           | CREATE FUNCTION f() RETURNS boolean LANGUAGE sql AS $$ SELECT m = 'glad' FROM t $$
			all values         | ALTER TABLE t ADD CONSTRAINT ck_t CHECK (m = ANY (enum_range(m)))
			text becomes enum  | ALTER TABLE o ALTER x TYPE mood USING x::mood
			""")
	void valueThatIsUsedComesFirstAndOutsideATransaction(String title, String ddl) throws SQLException {
		Comparison comparison = comparison(FEW + TABLES, MORE + TABLES + ddl);
		RevisionDirectives placed = place(comparison, MORE + TABLES + ddl);
		assertThat(placed.upgrade().get(0).operation()).isInstanceOf(Autocommit.class);
		assertThat(placed.upgrade()).hasSameSizeAs(comparison.directives().upgrade());
		runs(FEW + TABLES, MORE + TABLES + ddl, placed);
		database.reset(FEW + TABLES);
		database.execute(ROWS);
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> inTransaction(comparison.directives().upgrade()))
			.satisfies((failure) -> assertThat(failure.getSQLState()).isEqualTo("55P04"));
		database.execute("ROLLBACK");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			nothing           | SELECT 1
			other default     | ALTER TABLE t ALTER m SET DEFAULT 'sad'
			other check       | ALTER TABLE t ADD CONSTRAINT ck_t CHECK (m <> 'sad' OR id > 0)
			column of type    | ALTER TABLE o ADD m mood NOT NULL DEFAULT 'ok'
			array of type     | ALTER TABLE o ADD ms mood[] DEFAULT '{ok}'
			table of type     | CREATE TABLE n (m mood PRIMARY KEY DEFAULT 'ok', x text DEFAULT 'very glad')
			comment           | COMMENT ON COLUMN t.m IS 'glad'
			default of text   | ALTER TABLE o ALTER x SET DEFAULT 'glad'
			check of text     | ALTER TABLE o ADD CONSTRAINT ck_o CHECK (x IN ('glad', 'sad'))
			other enum        | ALTER TABLE o ALTER y SET DEFAULT 'glad'
			index of text     | CREATE INDEX ix_o ON o (y) WHERE x = 'glad'
			other type        | ALTER TABLE t ALTER id TYPE bigint
			index             | CREATE INDEX ix_t ON t (m)
			key               | ALTER TABLE t ADD UNIQUE (m)
			value to be said  | ALTER TABLE o ADD i int NOT NULL
			""")
	void valueThatIsNotUsedIsAddedInTheTransaction(String title, String ddl) throws SQLException {
		Comparison comparison = comparison(FEW + TABLES, MORE + TABLES + ddl);
		RevisionDirectives placed = place(comparison, MORE + TABLES + ddl);
		assertThat(placed).isEqualTo(comparison.directives());
		if (!ddl.endsWith("int NOT NULL")) {
			runs(FEW + TABLES, MORE + TABLES + ddl, placed);
		}
	}

	@Test
	void valueThatRowsMayBeGivenComesFirst() throws SQLException {
		String more = MORE + TABLES + "ALTER TABLE o ADD m mood NOT NULL";
		assertThat(place(comparison(FEW + TABLES, more), more).upgrade().get(0).operation())
			.isInstanceOf(Autocommit.class);
	}

	@Test
	void valueComesBeforeItsTypeAndItsNeighbourAreRenamed() throws SQLException {
		String more = MORE.replace("mood", "feeling").replace("sad", "blue") + TABLES.replace("mood", "feeling")
				+ "ALTER TABLE t ALTER m SET DEFAULT 'glad'";
		RevisionDirectives placed = renamed(more,
				new RenameCandidate(ObjectType.ENUM_TYPE, null, QualifiedName.of("mood"), QualifiedName.of("feeling")),
				value("feeling", "sad", "blue"));
		assertThat(database.write(placed.upgrade().subList(0, 1)))
			.isEqualTo("ALTER TYPE mood ADD VALUE IF NOT EXISTS 'glad' BEFORE 'sad';\n");
		runs(FEW + TABLES, more, placed);
	}

	@Test
	void valueComesBehindTheRenameOfOneThatHasItsName() throws SQLException {
		String more = MORE.replace("'ok', 'glad'", "'fine', 'ok', 'glad'") + TABLES
				+ "ALTER TABLE t ALTER m SET DEFAULT 'ok'";
		RevisionDirectives placed = renamed(more, value("mood", "ok", "fine"));
		assertThat(database.write(placed.upgrade().subList(0, 3))).isEqualTo("""
				ALTER TYPE mood RENAME VALUE 'ok' TO 'fine';
				ALTER TYPE mood ADD VALUE IF NOT EXISTS 'ok' BEFORE 'sad';
				ALTER TYPE mood ADD VALUE IF NOT EXISTS 'glad' BEFORE 'sad';
				""");
		assertThat(placed.upgrade().subList(1, 3)).extracting(DirectedOperation::operation)
			.hasOnlyElementsOfType(Autocommit.class);
		Schema target = inspect(more);
		database.reset(FEW + TABLES);
		database.execute(ROWS);
		List<String> rows = server.query("SELECT id || ' ' || m FROM t ORDER BY id");
		database.apply(placed.upgrade());
		assertThat(database.inspect().enumTypes()).isEqualTo(target.enumTypes());
		assertThat(server.query("SELECT id || ' ' || m FROM t ORDER BY id"))
			.isEqualTo(rows.stream().map((row) -> row.replace("ok", "fine")).toList());
		inTransaction(placed.downgrade());
		assertThat(server.query("SELECT id || ' ' || m FROM t ORDER BY id")).isEqualTo(rows);
	}

	private RevisionDirectives renamed(String to, RenameCandidate... renames) throws SQLException {
		Schema target = inspect(to);
		database.reset(FEW + TABLES);
		return place(database.compare(target,
				ComparisonOptions.DEFAULTS.completeTarget().renames(new Renames(Set.of(renames)))), to);
	}

	private static RenameCandidate value(String type, String from, String to) {
		return new RenameCandidate(ObjectType.ENUM_VALUE, QualifiedName.of(type), QualifiedName.of(from),
				QualifiedName.of(to));
	}

	@Test
	void valuesOfATypeStayInTheirOrderAndThoseOfAnotherInTheTransaction() throws SQLException {
		String few = "CREATE TYPE mood AS ENUM ('d'); CREATE TYPE other AS ENUM ('x');";
		String more = "CREATE TYPE mood AS ENUM ('a', 'b', 'c', 'd'); CREATE TYPE other AS ENUM ('x', 'y');";
		String table = "CREATE TABLE t (m mood DEFAULT '%s', o other);";
		RevisionDirectives placed = place(comparison(few + table.formatted("d"), more + table.formatted("b")),
				more + table.formatted("b"));
		assertThat(database.write(placed.upgrade())).isEqualTo("""
				ALTER TYPE mood ADD VALUE IF NOT EXISTS 'a' BEFORE 'd';
				ALTER TYPE mood ADD VALUE IF NOT EXISTS 'b' BEFORE 'd';
				ALTER TYPE mood ADD VALUE IF NOT EXISTS 'c' BEFORE 'd';
				ALTER TYPE other ADD VALUE IF NOT EXISTS 'y';
				ALTER TABLE t ALTER COLUMN m SET DEFAULT 'b'::public.mood;
				""");
		assertThat(placed.upgrade()).hasSize(3);
	}

	private static Schema inspect(String ddl) throws SQLException {
		database.reset(ddl);
		return database.inspect();
	}

	private static Comparison comparison(String from, String to) throws SQLException {
		Schema target = inspect(to);
		database.reset(from);
		return database.compare(target, ComparisonOptions.DEFAULTS.completeTarget());
	}

	// The database is what the comparison has seen
	private RevisionDirectives place(Comparison comparison, String to) throws SQLException {
		Schema actual = database.inspect();
		return NewEnumValues
			.inRevision(this.dialect, this.dialect.ddlWriter(database.version(), NamingConvention.standard()), actual,
					inspect(to))
			.place(comparison.directives());
	}

	private static void runs(String from, String to, RevisionDirectives directives) throws SQLException {
		Schema target = inspect(to);
		database.reset(from);
		database.execute(ROWS);
		List<DirectedOperation> upgrade = directives.upgrade();
		int outside = (upgrade.get(0).operation() instanceof Autocommit) ? 1 : 0;
		database.apply(upgrade.subList(0, outside));
		inTransaction(upgrade.subList(outside, upgrade.size()));
		assertThat(database.compare(target, ComparisonOptions.DEFAULTS.completeTarget()).differences())
			.as(database.write(upgrade))
			.isEmpty();
		assertThat(database.inspect().enumTypes()).isEqualTo(target.enumTypes());
		inTransaction(directives.downgrade());
		assertThat(server.query("SELECT id FROM t ORDER BY id")).containsExactly("1", "2");
	}

	private static void inTransaction(List<DirectedOperation> operations) throws SQLException {
		database.execute("BEGIN");
		database.apply(operations);
		database.execute("COMMIT");
	}

}
