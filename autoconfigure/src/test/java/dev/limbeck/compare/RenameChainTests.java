package dev.limbeck.compare;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashSet;

import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static dev.limbeck.schema.ColumnTypes.integer;
import static dev.limbeck.schema.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names that are given on from one to another, or change places: each row stays with what
 * has been renamed.
 */
class RenameChainTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	@AutoClose
	private final MatrixDatabase session = new MatrixDatabase(this.database);

	@Test
	void columnsGiveTheirNamesOn() throws SQLException {
		this.database.execute("CREATE TABLE t (a text, b text); INSERT INTO t VALUES ('1', '2')");
		Renamed renamed = rename("CREATE TABLE t (b text, c text)", column("t", "a", "b"), column("t", "b", "c"));
		renamed.found("renamed column t.b to c", "renamed column t.a to b");
		renamed.upgrade();
		assertThat(this.database.query("SELECT b || c FROM t")).containsExactly("12");
		renamed.downgrade();
		assertThat(this.database.query("SELECT a || b FROM t")).containsExactly("12");
	}

	@Test
	void columnsThatChangePlacesHaveTheirTypesComparedAfterwards() throws SQLException {
		this.database
			.execute("CREATE TABLE t (a text CHECK (a <> ''), b int, UNIQUE (b)); INSERT INTO t VALUES ('1', 2)");
		Renamed renamed = rename("CREATE TABLE t (a bigint, b text CONSTRAINT t_a_check CHECK (b <> ''), "
				+ "CONSTRAINT t_b_key UNIQUE (a))", column("t", "a", "b"), column("t", "b", "a"));
		renamed.found("renamed column t.b to a", "renamed column t.a to b", "column t.a: integer → bigint");
		renamed.upgrade();
		assertThat(this.database.query("SELECT a || ' ' || b FROM t")).containsExactly("2 1");
		renamed.downgrade();
		assertThat(this.database.query("SELECT a || ' ' || b FROM t")).containsExactly("1 2");
	}

	@Test
	void namesGoRoundAmongThree() throws SQLException {
		this.database.execute("CREATE TABLE t (a text, b text, c text, a_old text, d text);"
				+ "INSERT INTO t VALUES ('1', '2', '3', '4', '5')");
		Renamed renamed = rename("CREATE TABLE t (a text, b text, c text, a_old text, e text)", column("t", "a", "b"),
				column("t", "b", "c"), column("t", "c", "a"), column("t", "d", "e"));
		renamed.upgrade();
		assertThat(this.database.query("SELECT a || b || c || a_old || e FROM t")).containsExactly("31245");
		renamed.downgrade();
		assertThat(this.database.query("SELECT a || b || c || a_old || d FROM t")).containsExactly("12345");
	}

	@Test
	void tablesGiveTheirNamesOnWithWhatIsNamedAfterThem() throws SQLException {
		this.database.execute("""
				CREATE SEQUENCE users_seq; CREATE SEQUENCE people_seq;
				CREATE TABLE users (id bigint CONSTRAINT uq_users UNIQUE, name text);
				CREATE TABLE users_roles (user_id bigint CONSTRAINT fk_users REFERENCES users (id), role text);
				CREATE INDEX ix_users ON users_roles (role);
				CREATE TABLE people (id bigint CONSTRAINT uq_people UNIQUE, name text);
				CREATE TABLE people_roles (person_id bigint CONSTRAINT fk_people REFERENCES people (id), role text);
				CREATE INDEX ix_people ON people_roles (role);
				INSERT INTO users VALUES (nextval('users_seq'), 'u');
				INSERT INTO users_roles VALUES (1, 'ur');
				SELECT setval('people_seq', 6);
				INSERT INTO people VALUES (nextval('people_seq'), 'p');
				INSERT INTO people_roles VALUES (7, 'pr')""");
		Renamed renamed = rename("""
				CREATE SEQUENCE people_seq; CREATE SEQUENCE folks_seq;
				CREATE TABLE people (id bigint CONSTRAINT uq_people UNIQUE, name text);
				CREATE TABLE people_roles (person_id bigint CONSTRAINT fk_people REFERENCES people (id), role text);
				CREATE INDEX ix_people ON people_roles (role);
				CREATE TABLE folks (id bigint CONSTRAINT uq_folks UNIQUE, name text);
				CREATE TABLE folks_roles (folk_id bigint CONSTRAINT fk_folks REFERENCES folks (id), role text);
				CREATE INDEX ix_folks ON folks_roles (role);
				""", table("users", "people"), table("people", "folks"), column("people_roles", "user_id", "person_id"),
				column("folks_roles", "person_id", "folk_id"));
		assertThat(renamed.comparison.differences()).extracting(Difference::kind).containsOnly(DifferenceKind.RENAMED);
		renamed.upgrade();
		assertThat(this.database.query("SELECT id || name || role FROM people JOIN people_roles ON person_id = id"))
			.containsExactly("1uur");
		assertThat(this.database.query("SELECT id || name || role FROM folks JOIN folks_roles ON folk_id = id"))
			.containsExactly("7ppr");
		assertThat(this.database.query("SELECT nextval('people_seq') || ' ' || nextval('folks_seq')"))
			.containsExactly("2 8");
		renamed.downgrade();
		assertThat(this.database.query("SELECT id || name || role FROM users JOIN users_roles ON user_id = id"))
			.containsExactly("1uur");
		assertThat(this.database.query("SELECT nextval('users_seq') || ' ' || nextval('people_seq')"))
			.containsExactly("3 9");
	}

	@Test
	void tablesThatChangePlacesTakeTheirPartsAlong() throws SQLException {
		this.database.execute("""
				CREATE TABLE cats (id int CONSTRAINT pk_cats PRIMARY KEY, paws int CONSTRAINT uq_cats UNIQUE);
				CREATE INDEX uq_cats_old ON cats (paws DESC);
				CREATE TABLE dogs (id int CONSTRAINT pk_dogs PRIMARY KEY, cat int CONSTRAINT fk REFERENCES cats,
					tail text CONSTRAINT uq_dogs UNIQUE);
				INSERT INTO cats VALUES (1, 4); INSERT INTO dogs VALUES (2, 1, 'x')""");
		Renamed renamed = rename("""
				CREATE TABLE dogs (id int CONSTRAINT pk_cats PRIMARY KEY, paws int CONSTRAINT uq_dogs UNIQUE);
				CREATE INDEX uq_cats_old ON dogs (paws DESC);
				CREATE TABLE cats (id int CONSTRAINT pk_dogs PRIMARY KEY, dog int CONSTRAINT fk REFERENCES dogs,
					tail varchar CONSTRAINT uq_cats UNIQUE)
				""", table("cats", "dogs"), table("dogs", "cats"), column("cats", "cat", "dog"));
		renamed.upgrade();
		assertThat(this.database.query("SELECT paws || tail FROM dogs JOIN cats ON dog = dogs.id"))
			.containsExactly("4x");
		renamed.downgrade();
		assertThat(this.database.query("SELECT paws || tail FROM cats JOIN dogs ON cat = cats.id"))
			.containsExactly("4x");
	}

	@Test
	void sequencesGiveTheirNamesOnOrChangePlaces() throws SQLException {
		this.database.execute("CREATE SEQUENCE a START 10; CREATE SEQUENCE b START 20; CREATE SEQUENCE x START 30;"
				+ "CREATE SEQUENCE y START 40; CREATE TABLE t (i bigint DEFAULT nextval('a'), k bigint DEFAULT nextval('x'));"
				+ "INSERT INTO t DEFAULT VALUES");
		Renamed renamed = rename("CREATE SEQUENCE b START 10; CREATE SEQUENCE c START 20; CREATE SEQUENCE y START 30;"
				+ "CREATE SEQUENCE x START 40; CREATE TABLE t (i bigint DEFAULT nextval('b'), k bigint DEFAULT nextval('y'))",
				named(ObjectType.SEQUENCE, "a", "b"), named(ObjectType.SEQUENCE, "b", "c"),
				named(ObjectType.SEQUENCE, "x", "y"), named(ObjectType.SEQUENCE, "y", "x"));
		assertThat(renamed.comparison.differences()).extracting(Difference::kind).containsOnly(DifferenceKind.RENAMED);
		renamed.upgrade();
		assertThat(this.database.query("SELECT nextval('b') || ' ' || nextval('c') || ' ' || nextval('y')"))
			.containsExactly("11 20 31");
		renamed.downgrade();
		assertThat(this.database.query("SELECT nextval('a') || ' ' || nextval('b') || ' ' || nextval('x')"))
			.containsExactly("12 21 32");
	}

	@Test
	void enumTypesAndTheirValuesGiveTheirNamesOnOrChangePlaces() throws SQLException {
		this.database.execute("CREATE TYPE a AS ENUM ('1', '2', '3', '4'); CREATE TYPE b AS ENUM ('x', 'y');"
				+ "CREATE TABLE t (i a DEFAULT '1', k b DEFAULT 'x'); INSERT INTO t DEFAULT VALUES;"
				+ "INSERT INTO t VALUES ('3', 'y')");
		Renamed renamed = rename(
				"CREATE TYPE b AS ENUM ('2', '3', '5', '4'); CREATE TYPE c AS ENUM ('y', 'x');"
						+ "CREATE TABLE t (i b DEFAULT '2', k c DEFAULT 'y')",
				named(ObjectType.ENUM_TYPE, "a", "b"), named(ObjectType.ENUM_TYPE, "b", "c"), value("b", "1", "2"),
				value("b", "2", "3"), value("b", "3", "5"), value("c", "x", "y"), value("c", "y", "x"));
		assertThat(renamed.comparison.differences()).extracting(Difference::kind).containsOnly(DifferenceKind.RENAMED);
		renamed.upgrade();
		assertThat(this.database.query("SELECT i::text || k FROM t")).containsExactly("2y", "5x");
		renamed.downgrade();
		assertThat(this.database.query("SELECT i::text || k FROM t")).containsExactly("1x", "3y");
	}

	@Test
	void modelGivesNamesOnAndRemembersIt() throws SQLException {
		this.database.execute("CREATE TABLE t (a text, b text); INSERT INTO t VALUES ('1', '2');"
				+ "CREATE TABLE u (x int); CREATE TABLE v (y int)");
		Schema target = Schema.of((schema) -> schema
			.table("t",
					(t) -> t.column("b", text(), (b) -> b.renamedFrom("a"))
						.column("c", text(), (c) -> c.renamedFrom("b")))
			.table("v", (v) -> v.renamedFrom("u").column("x", integer()))
			.table("w", (w) -> w.renamedFrom("v").column("y", integer())));
		Comparison comparison = this.session.compare(target, ComparisonOptions.DEFAULTS);
		assertThat(comparison.differences()).extracting(Difference::description)
			.containsExactlyInAnyOrder("renamed table v to w", "renamed table u to v", "renamed column t.b to c",
					"renamed column t.a to b");
		this.session.apply(comparison.directives().upgrade());
		assertThat(this.database.query("SELECT b || c FROM t")).containsExactly("12");
		Comparison again = this.session.compare(target, ComparisonOptions.DEFAULTS);
		assertThat(again.differences()).isEmpty();
		assertThat(again.problems()).isEmpty();
	}

	// Once it has run, the annotations say the same
	@Test
	void modelCannotSayThatNamesHaveChangedPlaces() throws SQLException {
		this.database.execute("CREATE TABLE t (a int, b int)");
		Comparison comparison = this.session
			.compare(
					Schema.of(
							(schema) -> schema.table("t",
									(t) -> t.column("a", integer(), (a) -> a.renamedFrom("b"))
										.column("b", integer(), (b) -> b.renamedFrom("a")))),
					ComparisonOptions.DEFAULTS);
		assertThat(comparison.differences()).isEmpty();
		assertThat(comparison.problems()).extracting(Problem::toString)
			.hasSize(2)
			.allSatisfy((problem) -> assertThat(problem).contains("--rename"));
	}

	@Test
	void renameToANameThatIsThereIsAProblem() throws SQLException {
		this.database.execute("CREATE TABLE t (a int, b int)");
		Comparison comparison = this.session.compare(
				Schema.of((schema) -> schema.table("t", (t) -> t.column("b", integer(), (b) -> b.renamedFrom("a")))),
				ComparisonOptions.DEFAULTS);
		assertThat(comparison.differences()).extracting(Difference::description).containsExactly("removed column t.a");
		assertThat(comparison.problems()).extracting((problem) -> problem.object() + ": " + problem.message())
			.containsExactly("column t.a: It is said to have become b, which is there already.");
	}

	@Test
	void whatIsNamedAfterTablesThatChangePlacesStaysAndIsAProblem() throws SQLException {
		this.database
			.execute("CREATE TABLE a (id int); CREATE TABLE b (id int); CREATE SEQUENCE a_seq; CREATE SEQUENCE b_seq");
		Schema same = this.session.inspect();
		Comparison comparison = this.session.compare(same, said(table("a", "b"), table("b", "a")));
		assertThat(comparison.differences()).extracting(Difference::description)
			.containsExactlyInAnyOrder("renamed table a to b", "renamed table b to a");
		assertThat(comparison.problems()).extracting((problem) -> problem.object().toString())
			.containsExactlyInAnyOrder("sequence a_seq", "sequence b_seq");
		assertThat(this.session
			.compare(same,
					said(table("a", "b"), table("b", "a"), named(ObjectType.SEQUENCE, "a_seq", "b_seq"),
							named(ObjectType.SEQUENCE, "b_seq", "a_seq")))
			.problems()).isEmpty();
	}

	private static ComparisonOptions said(RenameCandidate... renames) {
		return ComparisonOptions.DEFAULTS.renames(new Renames(new LinkedHashSet<>(Arrays.asList(renames))));
	}

	private static RenameCandidate column(String table, String from, String to) {
		return part(ObjectType.COLUMN, table, from, to);
	}

	private static RenameCandidate value(String type, String from, String to) {
		return part(ObjectType.ENUM_VALUE, type, from, to);
	}

	private static RenameCandidate part(ObjectType type, String of, String from, String to) {
		return new RenameCandidate(type, QualifiedName.of(of), QualifiedName.of(from), QualifiedName.of(to));
	}

	private static RenameCandidate table(String from, String to) {
		return named(ObjectType.TABLE, from, to);
	}

	private static RenameCandidate named(ObjectType type, String from, String to) {
		return new RenameCandidate(type, null, QualifiedName.of(from), QualifiedName.of(to));
	}

	private Renamed rename(String target, RenameCandidate... renames) throws SQLException {
		TestDatabase other = PostgresServer.shared().createDatabase();
		other.execute(target);
		try (MatrixDatabase there = new MatrixDatabase(other)) {
			return new Renamed(there.inspect(), said(renames));
		}
	}

	private final class Renamed {

		private final Schema before = RenameChainTests.this.session.inspect();

		private final Schema target;

		private final Comparison comparison;

		private Renamed(Schema target, ComparisonOptions options) throws SQLException {
			this.target = target;
			this.comparison = RenameChainTests.this.session.compare(target, options);
		}

		private void found(String... descriptions) {
			assertThat(this.comparison.differences()).extracting(Difference::description).containsExactly(descriptions);
		}

		private void upgrade() throws SQLException {
			RenameChainTests.this.session.apply(this.comparison.directives().upgrade());
			assertThat(RenameChainTests.this.session.compare(this.target, ComparisonOptions.DEFAULTS).differences())
				.extracting(Difference::description)
				.isEmpty();
			assertThat(this.comparison.problems()).isEmpty();
		}

		private void downgrade() throws SQLException {
			RenameChainTests.this.session.apply(this.comparison.directives().downgrade());
			assertThat(DetectionMatrixTests.back(RenameChainTests.this.session, this.before))
				.extracting(Difference::description)
				.isEmpty();
		}

	}

}
