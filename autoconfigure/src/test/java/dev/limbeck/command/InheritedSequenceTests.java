package dev.limbeck.command;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import dev.limbeck.autogenerate.ModelDifference;
import dev.limbeck.schema.SchemaBuilder;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.limbeck.schema.ColumnTypes.integer;
import static dev.limbeck.schema.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sequences that columns own, and something else counts by: they outlive the columns.
 */
class InheritedSequenceTests {

	@TempDir
	private Path path;

	private static Consumer<SchemaBuilder> asking(String table, String sequence) {
		return (schema) -> schema.sequence(sequence, (unused) -> {
		}).table(table, (entity) -> entity.column("id", integer()).column("v", text()).primaryKey("id"));
	}

	private static String next(TestDatabase database, String sequence) {
		return database.query("SELECT nextval('" + sequence + "')").get(0);
	}

	private InheritedProject given(String tables, String rows, Consumer<SchemaBuilder> entities) {
		InheritedProject project = new InheritedProject(this.path, tables, entities);
		project.database().execute(rows);
		return project;
	}

	@Test
	void sequenceOfAGeneratorOutlivesTheColumnThatOwnsIt() {
		InheritedProject project = given(
				"CREATE TABLE g1 (id int PRIMARY KEY, old_no serial, v text); ALTER SEQUENCE g1_old_no_seq RENAME TO g1_gen;",
				"INSERT INTO g1 VALUES (1, 7, 'a'); SELECT setval('g1_gen', 41)", asking("g1", "g1_gen"));
		List<String> before = project.objects();
		AutogenerateResult result = project.write(true);
		assertThat(result.differences()).extracting(ModelDifference::description)
			.containsExactlyInAnyOrder("removed column g1.old_no", "sequence g1_gen: owned by g1.old_no → no owner");
		assertThat(InheritedProject.upgrade(result)).contains("""
				ALTER SEQUENCE g1_gen OWNED BY NONE;

				ALTER TABLE g1 DROP COLUMN old_no;
				""");
		project.migrations().upgrade("heads");
		assertThat(next(project.database(), "g1_gen")).isEqualTo("42");
		assertThat(project.migrations().check().differences()).isEmpty();
		project.migrations().downgrade("-1");
		assertThat(project.objects()).isEqualTo(before);
		assertThat(project.database().query("SELECT id, v, old_no > 42 FROM g1")).hasSize(1);
		assertThat(Integer.parseInt(next(project.database(), "g1_gen"))).isGreaterThan(42);
	}

	@Test
	void sequenceIsDisownedInTheConsentOfTheDrop() {
		InheritedProject project = given(
				"CREATE TABLE g1 (id int PRIMARY KEY, old_no serial, v text); ALTER SEQUENCE g1_old_no_seq RENAME TO g1_gen;",
				"INSERT INTO g1 VALUES (1, 7, 'a')", asking("g1", "g1_gen"));
		AutogenerateResult result = project.write(false);
		assertThat(result.differences()).allMatch(ModelDifference::destructive);
		assertThat(InheritedProject.upgrade(result)).contains("""
				-- ALTER SEQUENCE g1_gen OWNED BY NONE;
				-- ALTER TABLE g1 DROP COLUMN old_no;
				""");
		assertThat(InheritedProject.downgrade(result)).contains("""
				-- ALTER TABLE g1 ADD COLUMN old_no integer DEFAULT nextval('g1_gen'::regclass) NOT NULL;
				-- ALTER SEQUENCE g1_gen OWNED BY g1.old_no;
				""");
	}

	@Test
	void sequenceOfAnUnmappedTableOutlivesItForAGeneratorAndADefault() {
		InheritedProject project = given("""
				CREATE SEQUENCE "Global Seq" INCREMENT BY 5;
				CREATE TABLE c_items (id int PRIMARY KEY DEFAULT nextval('"Global Seq"'), n text);
				ALTER SEQUENCE "Global Seq" OWNED BY c_items.id;
				CREATE TABLE b_items (id int PRIMARY KEY DEFAULT nextval('"Global Seq"'), v text);
				CREATE TABLE d_items (id serial PRIMARY KEY, v text);
				CREATE TABLE e_items (id int PRIMARY KEY DEFAULT nextval('d_items_id_seq'), v text);
				""", "INSERT INTO c_items (n) VALUES ('c'); INSERT INTO b_items (v) VALUES ('b'); "
				+ "INSERT INTO d_items (v) VALUES ('d'); INSERT INTO e_items (v) VALUES ('e')", (schema) -> {
					schema.table("b_items",
							(table) -> table.column("id", integer()).column("v", text()).primaryKey("id"));
					asking("e_items", "d_items_id_seq").accept(schema);
				});
		List<String> before = project.objects();
		project.write(true);
		project.migrations().upgrade("heads");
		project.database().execute("INSERT INTO b_items (v) VALUES ('x'); INSERT INTO e_items (v) VALUES ('x')");
		assertThat(project.database().query("SELECT max(id) FROM b_items")).containsExactly("11");
		assertThat(project.database().query("SELECT max(id) FROM e_items")).containsExactly("3");
		assertThat(project.migrations().check().differences()).isEmpty();
		project.migrations().downgrade("-1");
		assertThat(project.objects()).isEqualTo(before);
		project.database().execute("INSERT INTO c_items (n) VALUES ('x'); INSERT INTO d_items (v) VALUES ('x')");
		assertThat(project.database().query("SELECT id FROM c_items")).containsExactly("16");
	}

	@Test
	void sequenceThatNothingMappedCountsByGoesAndComesBackUnderItsName() {
		InheritedProject project = given("""
				CREATE TABLE k (id int PRIMARY KEY, v text, n serial, m int);
				ALTER SEQUENCE k_n_seq RENAME TO k_numbers;
				CREATE SEQUENCE k_fives INCREMENT BY 5 OWNED BY k.m;
				ALTER TABLE k ALTER m SET DEFAULT nextval('k_fives');
				CREATE TABLE a_gone (id int PRIMARY KEY DEFAULT nextval('k_numbers'));
				CREATE TABLE z_gone (id serial PRIMARY KEY);
				CREATE TABLE b_gone (id int PRIMARY KEY DEFAULT nextval('z_gone_id_seq'));
				""", "INSERT INTO k VALUES (1, 'a')", (schema) -> schema.table("k",
				(table) -> table.column("id", integer()).column("v", text()).primaryKey("id")));
		List<String> before = project.objects();
		project.write(true);
		project.migrations().upgrade("heads");
		assertThat(project.objects()).noneMatch((line) -> line.startsWith("sequence"));
		project.migrations().downgrade("-1");
		assertThat(project.objects()).isEqualTo(before);
	}

	@Test
	void generatorThatAsksTheSequenceOfAnIdentityThatGoesHasOneThatGoesOn() {
		InheritedProject project = given(
				"CREATE TABLE g3 (id int PRIMARY KEY, v text, n bigint GENERATED ALWAYS AS IDENTITY);"
						+ "CREATE TABLE g4 (id int PRIMARY KEY, n bigint GENERATED ALWAYS AS IDENTITY);",
				"INSERT INTO g3 VALUES (1, 'a'), (2, 'b'); INSERT INTO g4 VALUES (1), (2), (3)", (schema) -> {
					asking("g3", "g3_n_seq").accept(schema);
					schema.sequence("g4_n_seq", (unused) -> {
					});
				});
		List<String> before = project.objects();
		project.write(true);
		project.migrations().upgrade("heads");
		assertThat(next(project.database(), "g3_n_seq")).isEqualTo("3");
		assertThat(next(project.database(), "g4_n_seq")).isEqualTo("4");
		assertThat(project.migrations().check().differences()).isEmpty();
		project.migrations().downgrade("-1");
		assertThat(project.objects()).isEqualTo(before);
	}

}
