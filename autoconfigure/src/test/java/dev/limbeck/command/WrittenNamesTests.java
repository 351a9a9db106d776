package dev.limbeck.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.limbeck.autogenerate.ModelDifference;
import dev.limbeck.metadata.IgnoredObjects;
import dev.limbeck.metadata.TargetMetadata;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaBuilder;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.SchemaDescription;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.limbeck.schema.ColumnTypes.integer;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code WrittenNames} in the revision that a model leads to.
 */
class WrittenNamesTests {

	private static final Consumer<SchemaBuilder> MODEL = (schema) -> schema
		.add(new EnumType(QualifiedName.of("trigger"), List.of("gun"), "of a gun"))
		.add(new Routine(QualifiedName.of("now"), false, "", "timestamptz", "sql", null, "SELECT pg_catalog.now()",
				"ours"))
		.table("pg_class",
				(table) -> table.column("id", integer(), (id) -> id.notNull())
					.column("kind", ColumnType.parse("public.trigger"), (kind) -> kind.comment("its kind"))
					.primaryKey("id")
					.index("kind"))
		.table("users",
				(table) -> table.column("id", integer(), (id) -> id.notNull())
					.column("class", integer())
					.primaryKey("id")
					.foreignKey("class", "pg_class", "id"));

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	@Test
	void namesThatTheServerHasTooAreQualified(@TempDir Path path) {
		ModelProject project = new ModelProject(path);
		List<String> empty = SchemaDescription.of(this.database);
		AutogenerateResult result = project.wanting(MODEL).autogenerate(AutogenerateRequest.of("classes"));
		assertThat(ModelProject.read(result.revisions().get(0).revision())).contains(
				"CREATE TYPE public.trigger AS ENUM", "COMMENT ON FUNCTION public.now() IS 'ours'",
				"CREATE TABLE public.pg_class (", "ON public.pg_class (kind)", "REFERENCES public.pg_class (id)",
				"CREATE TABLE users (");
		Migrations migrations = project.builder(MODEL).dataSource(this.database.dataSource()).build();
		migrations.upgrade("heads");
		assertThat(this.database.query("SELECT pg_catalog.obj_description('public.now()'::regprocedure)"))
			.containsExactly("ours");
		assertThat(project.wanting(MODEL).autogenerate(AutogenerateRequest.of("nothing")).differences()).isEmpty();
		migrations.downgrade("base");
		assertThat(SchemaDescription.of(this.database)).containsExactlyElementsOf(empty);
	}

	@Test
	void whatTheModelSaysOfTheseNamesIsMeantOfTheSameTables(@TempDir Path path) {
		Schema schema = Schema.of((model) -> model.table("classes",
				(table) -> table.renamedFrom("pg_class").column("id", integer(), (id) -> id.notNull())));
		TargetMetadata model = new TargetMetadata() {

			@Override
			public String name() {
				return "the model of a test";
			}

			@Override
			public Schema schema(int serverVersion) {
				return schema;
			}

			@Override
			public IgnoredObjects ignored(int serverVersion) {
				return new IgnoredObjects(Set.of(QualifiedName.of("pg_type"), QualifiedName.of("public", "pg_proc")),
						Map.of());
			}

		};
		AutogenerateResult result = new ModelProject(path)
			.revision("a1", "",
					"CREATE TABLE public.pg_class (id integer NOT NULL); CREATE TABLE public.pg_type (i int);"
							+ "CREATE TABLE public.pg_proc (i int)",
					"DROP TABLE public.pg_class")
			.builder(MODEL)
			.targetMetadata(() -> List.of(model))
			.build()
			.autogenerate(AutogenerateRequest.of("classes"));
		assertThat(result.differences()).extracting(ModelDifference::description)
			.containsExactly("renamed table public.pg_class to classes");
		assertThat(ModelProject.read(result.revisions().get(0).revision()))
			.contains("ALTER TABLE public.pg_class RENAME TO classes;")
			.contains("ALTER TABLE public.classes RENAME TO pg_class;");
	}

}
