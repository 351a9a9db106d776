package dev.limbeck.compare;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

import dev.limbeck.compare.MovedModel.Before;
import dev.limbeck.compare.MovedModel.Moved;
import dev.limbeck.compare.MovedModel.MovedAndRenamed;
import dev.limbeck.compare.MovedModel.Tag;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tables that go into another schema with their rows and all that belongs to them, and
 * come back.
 */
class MovedTablesTests {

	private static final ComparisonOptions OPTIONS = ComparisonOptions.DEFAULTS.formerSchemas(Set.of("old"));

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	@AutoClose
	private final MatrixDatabase session = new MatrixDatabase(this.database, "old", "sales");

	@Test
	void everythingOfAnEntityGoesIntoItsNewSchema() throws SQLException {
		create();
		Schema before = this.session.inspect();
		Schema target = new MappedRows(this.database, Moved.class, Tag.class).schema();
		Comparison comparison = this.session.compare(target, OPTIONS);
		assertThat(comparison.problems()).isEmpty();
		assertThat(comparison.differences()).extracting(Difference::description)
			.containsExactlyInAnyOrder("added schema sales", "renamed table old.m_two to sales.m_two",
					"renamed table old.m_two_aud to sales.m_two_aud",
					"renamed table old.words_of_two to sales.words_of_two",
					"renamed table old.words_of_two_aud to sales.words_of_two_aud",
					"renamed table old.m_two_tags to sales.m_two_tags",
					"renamed table old.m_two_tags_aud to sales.m_two_tags_aud",
					"renamed sequence old.ids to sales.ids");
		this.session.apply(comparison.directives().upgrade());
		assertThat(this.session.compare(target, OPTIONS).differences()).isEmpty();
		assertThat(new MappedRows(this.database, Moved.class, Tag.class).insert(new Moved(), (two) -> two.id))
			.isEqualTo(2L);
		assertThat(this.database.query("SELECT two_id || words FROM sales.words_of_two ORDER BY 1"))
			.containsExactly("1a", "2b");
		assertThat(this.database.query("SELECT count(*) FROM sales.words_of_two_aud")).containsExactly("2");
		assertThat(this.database.query("SELECT tags_id FROM sales.m_two_tags")).containsExactly("7");
		goBack(comparison, before);
		assertThat(this.database.query("SELECT name || size FROM old.m_two_aud ORDER BY id")).containsExactly("old1",
				"new2", "old1");
	}

	@Test
	void everythingOfAnEntityGoesIntoItsNewSchemaUnderANewNameWhileColumnsChange() throws SQLException {
		create();
		Schema before = this.session.inspect();
		Schema target = new MappedRows(this.database, MovedAndRenamed.class, Tag.class).schema();
		Comparison comparison = this.session.compare(target, OPTIONS);
		assertThat(comparison.problems()).isEmpty();
		assertThat(comparison.differences()).extracting(Difference::description)
			.contains("renamed table old.m_two to sales.m_three", "renamed table old.m_two_aud to sales.m_three_aud",
					"renamed table old.words_of_two to sales.words_of_three",
					"renamed table old.words_of_two_aud to sales.words_of_three_aud",
					"renamed table old.m_two_tags to sales.m_three_tags", "renamed sequence old.ids to sales.ids",
					"renamed column sales.m_three.name to title", "column sales.m_three.size: integer → bigint",
					"renamed column sales.words_of_three.two_id to three_id")
			.noneMatch((description) -> description.startsWith("removed"));
		this.session.apply(comparison.directives().upgrade());
		assertThat(this.session.compare(target, OPTIONS).differences()).isEmpty();
		MappedRows rows = new MappedRows(this.database, MovedAndRenamed.class, Tag.class);
		assertThat(rows.insert(new MovedAndRenamed(), (three) -> three.id)).isEqualTo(2L);
		assertThat(this.database.query("SELECT title || size FROM sales.m_three ORDER BY id")).containsExactly("old1",
				"new3000000000");
		this.database.execute("UPDATE sales.m_three SET size = 3; UPDATE sales.m_three_aud SET size = 3");
		goBack(comparison, before);
		assertThat(this.database.query("SELECT name || size FROM old.m_two ORDER BY id")).containsExactly("old3",
				"new3", "old1");
	}

	private void create() throws SQLException {
		MappedRows old = new MappedRows(this.database, Before.class, Tag.class);
		this.session.apply(this.session.compare(old.schema(), OPTIONS).directives().upgrade());
		assertThat(old.insert(new Before(), (two) -> two.id)).isEqualTo(1L);
		this.database.execute("INSERT INTO tags VALUES (7); INSERT INTO old.m_two_tags VALUES (1, 7);"
				+ "CREATE TABLE old.others (id int PRIMARY KEY, two bigint REFERENCES old.m_two);"
				+ "CREATE SEQUENCE old.other_seq; CREATE TYPE old.other AS ENUM ('x');"
				+ "INSERT INTO old.others VALUES (5, 1)");
	}

	private void goBack(Comparison comparison, Schema before) throws SQLException {
		this.session.apply(comparison.directives().downgrade());
		assertThat(DetectionMatrixTests.back(this.session, before)).isEmpty();
		assertThat(this.session.inspect().namespaces()).isEqualTo(before.namespaces());
		assertThat(new MappedRows(this.database, Before.class, Tag.class).insert(new Before(), (two) -> two.id))
			.isEqualTo(52L);
		assertThat(this.database.query("SELECT two FROM old.others")).containsExactly("1");
	}

	@ParameterizedTest
	@CsvSource({ "old, m_two, sales, m_two", "old, m_two, sales, m_three", "old, m_two, public, m_two",
			"public, m_two, sales, m_three" })
	void whatDefaultsChecksAndViewsNameGoesWithTheTable(String from, String table, String to, String renamed)
			throws SQLException {
		this.database.execute(ddl(from, table, "varchar(10)"));
		this.database.execute("INSERT INTO %s.%s (name) VALUES ('a'), ('b'); INSERT INTO orders VALUES (1, 2)"
			.formatted(from, table));
		Schema before = this.session.inspect();
		Schema target = target(ddl(to, renamed, "varchar(20)"));
		Comparison comparison = this.session.compare(target, OPTIONS.renames(new Renames(
				Set.of(new RenameCandidate(ObjectType.TABLE, null, name(from, table), name(to, renamed))))));
		assertThat(comparison.problems()).isEmpty();
		assertThat(comparison.differences()).extracting(Difference::description)
			.filteredOn(
					(description) -> !description.startsWith("renamed ") && !description.startsWith("added schema "))
			.containsExactly("column %s.name: varchar(10) → varchar(20)".formatted(name(to, renamed)));
		this.session.apply(comparison.directives().upgrade());
		assertThat(this.session.compare(target, OPTIONS).differences()).extracting(Difference::description).isEmpty();
		assertThat(
				this.database.query("INSERT INTO %s.%s (name) VALUES ('c') RETURNING id || mood::text || number || code"
					.formatted(to, renamed)))
			.containsExactly("3sad113");
		this.session.apply(comparison.directives().downgrade());
		assertThat(DetectionMatrixTests.back(this.session, before)).isEmpty();
		this.database.execute("INSERT INTO %s.%s (name) VALUES ('d')".formatted(from, table));
		assertThat(this.database
			.query("SELECT id || name || mood::text || number || code FROM %s.%s ORDER BY id".formatted(from, table)))
			.containsExactly("1asad11", "2bsad62", "3csad113", "4dsad164");
		assertThat(this.database.query("SELECT two FROM orders")).containsExactly("2");
	}

	private static String ddl(String schema, String table, String type) {
		return """
				CREATE SCHEMA IF NOT EXISTS %1$s;
				CREATE TYPE %1$s.mood AS ENUM ('ok', 'sad');
				CREATE SEQUENCE %1$s.numbers INCREMENT 5;
				CREATE TABLE %1$s.%2$s (
				    id bigint GENERATED BY DEFAULT AS IDENTITY CONSTRAINT two_key PRIMARY KEY,
				    mood %1$s.mood NOT NULL DEFAULT 'sad' CONSTRAINT moody CHECK (mood <> 'ok'),
				    number bigint DEFAULT nextval('%1$s.numbers'), code bigserial, name %3$s);
				CREATE INDEX sad_names ON %1$s.%2$s (name) WHERE mood = 'sad';
				CREATE TABLE orders (id bigint PRIMARY KEY, two bigint CONSTRAINT order_of_two REFERENCES %1$s.%2$s);
				""".formatted(schema, table, type);
	}

	private Schema target(String ddl) throws SQLException {
		TestDatabase other = PostgresServer.shared().createDatabase();
		other.execute(ddl);
		try (MatrixDatabase there = new MatrixDatabase(other, "old", "sales")) {
			return there.inspect();
		}
	}

	@Test
	void viewThatIsDroppedForATypeReadsTheTableInItsNewSchema() throws SQLException {
		this.database.execute("CREATE SCHEMA old; CREATE TABLE old.m_two (id int, name text);"
				+ "CREATE VIEW names AS SELECT id, name FROM old.m_two; INSERT INTO old.m_two VALUES (1, 'a')");
		Schema before = this.session.inspect();
		Comparison comparison = this.session.compare(
				target("CREATE SCHEMA sales; CREATE TABLE sales.m_two (id bigint, name text)"),
				OPTIONS.renames(new Renames(Set
					.of(new RenameCandidate(ObjectType.TABLE, null, name("old", "m_two"), name("sales", "m_two"))))));
		this.session.apply(comparison.directives().upgrade());
		this.database.execute("INSERT INTO sales.m_two VALUES (3000000000, 'b')");
		assertThat(this.database.query("SELECT id || name FROM names ORDER BY 1")).containsExactly("1a", "3000000000b");
		this.database.execute("DELETE FROM sales.m_two WHERE id > 1");
		this.session.apply(comparison.directives().downgrade());
		assertThat(DetectionMatrixTests.back(this.session, before)).isEmpty();
		assertThat(this.database.query("SELECT id || name FROM names")).containsExactly("1a");
	}

	@Test
	void whatKeepsATableOutOfASchemaIsAProblem() throws SQLException {
		this.database.execute("CREATE SCHEMA old; CREATE SCHEMA sales; CREATE TABLE old.m_two (id int CONSTRAINT key"
				+ " PRIMARY KEY); CREATE TABLE sales.t (id int CONSTRAINT key PRIMARY KEY)");
		Schema target = target("CREATE SCHEMA sales; CREATE TABLE sales.m_two (id int PRIMARY KEY);"
				+ "CREATE TABLE sales.t (id int CONSTRAINT key PRIMARY KEY)");
		Comparison comparison = this.session.compare(target, OPTIONS.renames(new Renames(
				Set.of(new RenameCandidate(ObjectType.TABLE, null, name("old", "m_two"), name("sales", "m_two"))))));
		assertThat(comparison.problems()).extracting((problem) -> problem.object() + ": " + problem.message())
			.containsExactly("table old.m_two: It is said to have become sales.m_two, and sales.key keeps it from that."
					+ " It stays where it is.");
		assertThat(comparison.differences()).extracting(Difference::description)
			.containsExactly("added table sales.m_two");
	}

	@Test
	void namesThatAreTakenOnTheWayAreGoneRound() throws SQLException {
		this.database.execute("CREATE SCHEMA old; CREATE SCHEMA sales; CREATE TABLE old.a (x int); CREATE TABLE old.b"
				+ " (y int); CREATE TABLE sales.a (z int); INSERT INTO old.a VALUES (1); INSERT INTO old.b VALUES (2);"
				+ "INSERT INTO sales.a VALUES (3)");
		Schema before = this.session.inspect();
		Schema target = target("CREATE SCHEMA old; CREATE SCHEMA sales; CREATE TABLE sales.b (x int);"
				+ "CREATE TABLE old.b (y int); CREATE TABLE sales.a (z int)");
		Comparison comparison = this.session.compare(target, ComparisonOptions.DEFAULTS.renames(new Renames(
				Set.of(new RenameCandidate(ObjectType.TABLE, null, name("old", "a"), name("sales", "b"))))));
		assertThat(comparison.differences()).extracting(Difference::description)
			.containsExactly("renamed table old.a to sales.b");
		this.session.apply(comparison.directives().upgrade());
		assertThat(values("sales.b", "old.b", "sales.a")).containsExactly("1", "2", "3");
		this.session.apply(comparison.directives().downgrade());
		assertThat(DetectionMatrixTests.back(this.session, before)).isEmpty();
		assertThat(values("old.a", "old.b", "sales.a")).containsExactly("1", "2", "3");
	}

	private Stream<String> values(String... tables) {
		return Stream.of(tables).flatMap((table) -> this.database.query("SELECT * FROM " + table).stream());
	}

	private static QualifiedName name(String schema, String name) {
		return QualifiedName.of(schema.equals("public") ? null : schema, name);
	}

}
