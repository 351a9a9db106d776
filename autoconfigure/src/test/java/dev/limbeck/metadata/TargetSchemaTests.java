package dev.limbeck.metadata;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.limbeck.schema.ColumnTypes;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Namespace;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaBuilder;
import dev.limbeck.schema.Table;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link TargetSchema}.
 */
class TargetSchemaTests {

	@Test
	void partsFormOneSchema() {
		TargetSchema target = TargetSchema.of(List.of(
				part("a",
						(schema) -> schema.namespace("app")
							.enumType("mood", "ok")
							.extension("citext")
							.table("t", (table) -> table.column("id", ColumnTypes.bigint()))),
				part("b",
						(schema) -> schema.namespace("app")
							.extension("citext")
							.inSchema("app",
									(app) -> app.table("t", (table) -> table.column("id", ColumnTypes.bigint())))
							.view("v", "SELECT 1"))),
				18, "public");
		assertThat(target.schema().namespaces()).extracting(Namespace::name).containsExactly("app");
		assertThat(target.schema().extensions()).hasSize(1);
		assertThat(target.schema().tables()).extracting(Table::name)
			.containsExactly(QualifiedName.of("t"), QualifiedName.of("app", "t"));
		assertThat(target.schema().enumTypes()).extracting(EnumType::name).containsExactly(QualifiedName.of("mood"));
		assertThat(target.schema().views()).hasSize(1);
	}

	@Test
	void tableThatIsClaimedTwiceIsNamedWithBothParts() {
		assertThatExceptionOfType(
				UnreadableModelException.class)
			.isThrownBy(() -> TargetSchema.of(
					List.of(part("persistence unit 'default'",
							(schema) -> schema.table("users", (table) -> table.column("id", ColumnTypes.bigint()))),
							part("bean 'legacy'", (schema) -> schema.inSchema("public",
									(app) -> app.table("users", (table) -> table.column("id", ColumnTypes.uuid()))))),
					18, "public"))
			.withMessageContaining("table 'users' is declared by persistence unit 'default' and by bean 'legacy'");
	}

	@Test
	void viewIsClaimedByTheNameOfATable() {
		assertThatExceptionOfType(
				UnreadableModelException.class)
			.isThrownBy(() -> TargetSchema.of(
					List.of(part("a", (schema) -> schema.view("users", "SELECT 1")),
							part("b", (schema) -> schema.sequence("users", (sequence) -> sequence.start(1)))),
					18, "public"))
			.withMessageContaining("sequence 'users' is declared by a and by b");
	}

	@Test
	void enumTypeOfTheSameNameInAnotherSchemaIsAnother() {
		TargetSchema target = TargetSchema.of(
				List.of(part("a", (schema) -> schema.enumType("mood", "ok")),
						part("b", (schema) -> schema.inSchema("app", (app) -> app.enumType("mood", "ok")))),
				18, "public");
		assertThat(target.schema().enumTypes()).hasSize(2);
	}

	@Test
	void whatAnyPartIgnoresIsIgnored() {
		TargetMetadata ignoring = new TargetMetadata() {

			@Override
			public String name() {
				return "ignoring";
			}

			@Override
			public Schema schema(int serverVersion) {
				return Schema.EMPTY;
			}

			@Override
			public IgnoredObjects ignored(int serverVersion) {
				return new IgnoredObjects(Set.of(QualifiedName.of("public", "t"), QualifiedName.of("other", "t")),
						Map.of(QualifiedName.of("public", "u"), Set.of("c")));
			}

		};
		IgnoredObjects ignored = TargetSchema.of(List.of(part("a", (schema) -> {
		}), ignoring), 18, "public").ignored();
		assertThat(ignored.tables()).containsExactlyInAnyOrder(QualifiedName.of("t"), QualifiedName.of("other", "t"));
		assertThat(ignored.hasColumn(QualifiedName.of("u"), "c")).isTrue();
	}

	private static TargetMetadata part(String name, Consumer<SchemaBuilder> definition) {
		return new DeclaredTargetMetadata(name, Schema.of(definition));
	}

}
