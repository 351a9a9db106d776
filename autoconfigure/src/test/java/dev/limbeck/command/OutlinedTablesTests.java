package dev.limbeck.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.limbeck.autogenerate.ComparisonRequest;
import dev.limbeck.autogenerate.ModelDifference;
import dev.limbeck.schema.Extent;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaBuilder;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TableHints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.limbeck.schema.ColumnTypes.bigint;
import static dev.limbeck.schema.ColumnTypes.integer;
import static dev.limbeck.schema.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares models that know only columns and keys of their tables.
 */
class OutlinedTablesTests {

	@TempDir
	private Path path;

	private List<String> differences(TableHints hints, Consumer<SchemaBuilder> model) {
		Schema schema = Schema.of(model);
		List<Table> tables = schema.tables()
			.stream()
			.map((table) -> table.withHints(hints.extent(Extent.OUTLINE)))
			.toList();
		Schema hinted = new Schema(List.of(), List.of(), List.of(), List.of(), tables, List.of(), List.of(), List.of());
		return new ModelProject(this.path).revision("a1", "", """
				CREATE TABLE t (id bigint PRIMARY KEY, name text DEFAULT 'new' CHECK (name <> '') UNIQUE,
				    doubled integer GENERATED ALWAYS AS (2 * 2) STORED, EXCLUDE (name WITH =));
				CREATE INDEX ON t (lower(name));
				COMMENT ON TABLE t IS 'of the revisions';
				COMMENT ON COLUMN t.name IS 'of the revisions';
				""", "DROP TABLE t;").builder((unused) -> {
		})
			.targetMetadata(() -> List.of(new ModelProject.Model(hinted)))
			.build()
			.compare(ComparisonRequest.ofRevisions())
			.differences()
			.stream()
			.map(ModelDifference::description)
			.toList();
	}

	@Test
	void whatTheMappingCannotSayIsLeftToTheRevisions() {
		assertThat(differences(TableHints.NONE, (schema) -> schema.table("t",
				(t) -> t.column("id", bigint()).column("name", text()).column("doubled", integer()).primaryKey("id"))))
			.isEmpty();
	}

	@Test
	void whatTheMappingSaysIsADifference() {
		assertThat(differences(TableHints.NONE, (schema) -> schema.table("t",
				(t) -> t.column("id", bigint()).column("name", text(), (name) -> name.notNull()).primaryKey("id"))))
			.hasSize(2)
			.anyMatch((difference) -> difference.contains("t.name"))
			.anyMatch((difference) -> difference.contains("t.doubled"));
	}

	@Test
	void renamedTablesAndColumnsKeepWhatTheyHave() {
		TableHints hints = new TableHints(QualifiedName.of("t"), Map.of("name", "title"), Set.of());
		assertThat(differences(hints, (schema) -> schema.table("works",
				(t) -> t.column("id", bigint()).column("title", text()).column("doubled", integer()).primaryKey("id"))))
			.allMatch((difference) -> difference.contains("renamed") || difference.contains("→"))
			.noneMatch((difference) -> difference.contains("default"));
	}

}
