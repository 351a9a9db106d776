package dev.limbeck.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import dev.limbeck.autogenerate.ComparisonRequest;
import dev.limbeck.autogenerate.ModelDifference;
import dev.limbeck.compare.ComparisonOptions;
import dev.limbeck.compare.NameFilter;
import dev.limbeck.compare.ObjectType;
import dev.limbeck.compare.UnmappedObjects;
import dev.limbeck.schema.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.limbeck.schema.ColumnTypes.integer;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a table, column or view that is left out owns or uses is there, and stays.
 */
class LeftOutObjectsTests {

	@TempDir
	private Path path;

	private InheritedProject project(String tables, Consumer<SchemaBuilder> entities, ComparisonOptions options) {
		return new InheritedProject(this.path, tables, entities, (builder) -> builder.comparison(options));
	}

	private static ComparisonOptions without(ObjectType type, String... names) {
		return ComparisonOptions.DEFAULTS.names(NameFilter.exclude(type, List.of(names)));
	}

	private static List<String> descriptions(InheritedProject project) {
		return project.migrations()
			.compare(ComparisonRequest.ofRevisions())
			.differences()
			.stream()
			.map(ModelDifference::description)
			.toList();
	}

	private static void asking(SchemaBuilder schema, String sequence) {
		schema.sequence(sequence, (unused) -> {
		}).table("g2", (table) -> table.column("id", integer()).primaryKey("id"));
	}

	@Test
	void sequenceOfATableThatIsLeftOutIsThere() {
		String tables = """
				CREATE TABLE legacy_ids (id serial PRIMARY KEY, n int GENERATED ALWAYS AS IDENTITY);
				ALTER SEQUENCE legacy_ids_id_seq RENAME TO shared_seq;
				CREATE TABLE g2 (id int PRIMARY KEY DEFAULT nextval('shared_seq'));
				""";
		InheritedProject project = project(tables, (schema) -> {
			asking(schema, "shared_seq");
			schema.sequence("legacy_ids_n_seq", (unused) -> {
			});
		}, without(ObjectType.TABLE, "legacy_ids"));
		assertThat(descriptions(project)).isEmpty();
	}

	@Test
	void sequenceOfAColumnThatIsLeftOutIsThereAndCountsByFifty() {
		InheritedProject project = project(
				"CREATE TABLE g2 (id int PRIMARY KEY, no serial); ALTER SEQUENCE g2_no_seq RENAME TO g2_gen;",
				(schema) -> schema.sequence("g2_gen", (sequence) -> sequence.increment(50))
					.table("g2", (table) -> table.column("id", integer()).primaryKey("id")),
				without(ObjectType.COLUMN, "g2.no"));
		project.database().execute("INSERT INTO g2 VALUES (1), (2)");
		List<String> before = project.objects();
		assertThat(project.write(true).differences()).extracting(ModelDifference::kind).containsExactly("changed");
		project.migrations().upgrade("heads");
		assertThat(project.database().query("SELECT nextval('g2_gen')")).containsExactly("52");
		project.migrations().downgrade("-1");
		assertThat(project.objects()).isEqualTo(before);
	}

	@Test
	void whatColumnsThatAreLeftOutUseIsNotToBeDropped() {
		String tables = """
				CREATE TYPE st AS ENUM ('a', 'b');
				CREATE TYPE kind AS ENUM ('x');
				CREATE TYPE free AS ENUM ('y');
				CREATE SEQUENCE numbers;
				CREATE SEQUENCE unused;
				CREATE TABLE g2 (id int PRIMARY KEY, s st[], d text DEFAULT 'x'::kind::text, n int DEFAULT nextval('numbers'));
				CREATE UNIQUE INDEX of_rows ON g2 (id) WHERE n > 5;
				CREATE INDEX of_expression ON g2 (abs(n));
				ALTER TABLE g2 ADD CONSTRAINT of_check CHECK (n > id), ADD CONSTRAINT of_key UNIQUE (id) INCLUDE (d),
				    ADD CONSTRAINT of_exclusion EXCLUDE (id WITH =) WHERE (n > 7);
				""";
		InheritedProject project = project(tables,
				(schema) -> schema.table("g2", (table) -> table.column("id", integer()).primaryKey("id")),
				ComparisonOptions.DEFAULTS.names((type, name) -> type != ObjectType.COLUMN || name.equals("g2.id"))
					.unmapped(UnmappedObjects.KEPT.dropAll()));
		assertThat(descriptions(project)).containsExactlyInAnyOrder("removed enum type free",
				"removed sequence unused");
	}

	@Test
	void whatTablesAndViewsThatAreLeftOutUseIsNotToBeDropped() {
		String tables = """
				CREATE TYPE st AS ENUM ('a', 'b');
				CREATE FUNCTION small(n int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT n < 10';
				CREATE TABLE referred (id int PRIMARY KEY);
				CREATE TABLE read (id int PRIMARY KEY);
				CREATE TABLE owner (id serial PRIMARY KEY);
				CREATE TABLE gone (id int PRIMARY KEY);
				CREATE TABLE legacy (s st, n int CHECK (small(n)), r int REFERENCES referred,
				    o int DEFAULT nextval('owner_id_seq'));
				CREATE VIEW reading AS SELECT id FROM read;
				CREATE VIEW over_reading AS SELECT id FROM reading;
				CREATE TABLE g2 (id int PRIMARY KEY);
				""";
		ComparisonOptions options = ComparisonOptions.DEFAULTS.completeTarget()
			.names((type, name) -> !Set.of("legacy", "over_reading").contains(name));
		InheritedProject project = project(tables,
				(schema) -> schema.table("g2", (table) -> table.column("id", integer()).primaryKey("id")), options);
		project.database().execute("INSERT INTO referred VALUES (1); INSERT INTO legacy VALUES ('a', 1, 1)");
		assertThat(descriptions(project)).containsExactlyInAnyOrder("removed table gone", "removed table owner",
				"sequence owner_id_seq: owned by owner.id → no owner");
		project.write(true);
		project.migrations().upgrade("heads");
		assertThat(project.database().query("INSERT INTO legacy DEFAULT VALUES RETURNING o")).containsExactly("2");
		project.migrations().downgrade("-1");
		assertThat(project.database().query("SELECT n FROM legacy WHERE r = 1")).containsExactly("1");
	}

}
