package dev.limbeck.command;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import dev.limbeck.autogenerate.ComparisonException;
import dev.limbeck.autogenerate.ComparisonRequest;
import dev.limbeck.autogenerate.ModelDifference;
import dev.limbeck.schema.SchemaBuilder;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.limbeck.schema.ColumnTypes.bigint;
import static dev.limbeck.schema.ColumnTypes.text;
import static dev.limbeck.schema.ColumnTypes.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Columns of types that extensions bring.
 */
class ExtensionTypesTests {

	/** A type that is read and printed with an argument, as those of pgvector are. */
	private static final String VECTOR = """
			CREATE TYPE vector;
			CREATE FUNCTION vector_in(cstring, oid, integer) RETURNS vector LANGUAGE internal IMMUTABLE STRICT AS 'bpcharin';
			CREATE FUNCTION vector_out(vector) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'bpcharout';
			CREATE FUNCTION vector_typmod(cstring[]) RETURNS integer LANGUAGE internal IMMUTABLE STRICT
			    AS 'bpchartypmodin';
			CREATE FUNCTION vector_print(integer) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT
			    AS 'bpchartypmodout';
			CREATE TYPE vector (INPUT = vector_in, OUTPUT = vector_out, TYPMOD_IN = vector_typmod,
			    TYPMOD_OUT = vector_print, LIKE = text);
			""";

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	@TempDir
	private Path path;

	private ModelProject project() {
		return new ModelProject(this.path);
	}

	private Migrations migrations(ModelProject project, Consumer<SchemaBuilder> model) {
		return project.builder(model).dataSource(this.database.dataSource()).build();
	}

	private static List<String> differences(Migrations migrations) {
		return migrations.compare(ComparisonRequest.ofRevisions())
			.differences()
			.stream()
			.map(ModelDifference::description)
			.toList();
	}

	private static void places(SchemaBuilder schema, String mail) {
		schema.extension("citext").extension("hstore").extension("ltree");
		schema.table("places",
				(t) -> t.column("id", bigint())
					.column("mail", type(mail), (c) -> c.notNull().serverDefault("'Nobody'"))
					.column("tags", type("hstore"))
					.column("path", type("ltree"), (c) -> c.notNull())
					.column("names", type("citext[]"))
					.primaryKey("id")
					.check("mail <> 'x'::" + mail));
	}

	@Test
	void extensionIsCreatedBeforeTheColumnsOfItsTypes() {
		ModelProject project = project();
		Migrations migrations = migrations(project, (schema) -> places(schema, "citext"));
		migrations.autogenerate(AutogenerateRequest.of("places"));
		migrations.upgrade("heads");
		this.database.execute("INSERT INTO places VALUES (1, 'Ann@X', 'a=>1', 'top.left', '{One,Two}')");
		assertThat(differences(migrations)).isEmpty();
		assertThat(this.database.query("SELECT id FROM places WHERE mail = 'ann@x' AND path <@ 'top'"))
			.containsExactly("1");
	}

	@Test
	void columnOfATypeThatAnExtensionOfTheModelBringsIsCompared() {
		ModelProject project = project().revision("a1", "",
				"CREATE TABLE places (id bigint PRIMARY KEY, mail text NOT NULL DEFAULT 'Nobody', tags text)",
				"DROP TABLE places;");
		Migrations migrations = migrations(project,
				(schema) -> schema.extension("citext")
					.extension("hstore")
					.table("places",
							(t) -> t.column("id", bigint())
								.column("mail", type("citext"), (c) -> c.notNull().serverDefault("'Nobody'::citext"))
								.column("tags", type("hstore"))
								.primaryKey("id")));
		migrations.upgrade("heads");
		this.database.execute("INSERT INTO places VALUES (1, 'Ann@X', 'a=>1')");
		List<String> rows = this.database.query("SELECT mail::text, tags::text FROM places");
		assertThat(differences(migrations)).hasSize(4).contains("added extension citext", "added extension hstore");
		AutogenerateRequest types = AutogenerateRequest.of("types");
		assertThat(migrations.autogenerate(types.withDryRun()).revisions().get(0).content())
			.contains("\n    ALTER COLUMN mail TYPE citext", "\n-- ALTER TABLE places ALTER COLUMN tags TYPE hstore");
		migrations.autogenerate(types.withAllowDrop());
		migrations.upgrade("heads");
		assertThat(this.database.query("SELECT tags -> 'a' FROM places WHERE mail = 'ANN@X'")).containsExactly("1");
		assertThat(differences(migrations)).isEmpty();
		migrations.downgrade("-1");
		assertThat(this.database.query("SELECT mail::text, tags::text FROM places")).isEqualTo(rows);
	}

	@Test
	void extensionMayBeThereAlready() {
		this.database.execute("CREATE EXTENSION citext");
		ModelProject project = project();
		Migrations migrations = migrations(project, (schema) -> schema.extension("citext")
			.table("t", (t) -> t.column("id", bigint()).column("a", type("citext")).primaryKey("id")));
		migrations.autogenerate(AutogenerateRequest.of("t"));
		migrations.upgrade("heads");
		assertThat(this.database.query("SELECT count(*) FROM t")).containsExactly("0");
	}

	@Test
	void typeIsTheSameInTheSchemaOfTheExtension() {
		ModelProject project = project().revision("a1", "", """
				CREATE SCHEMA extensions;
				CREATE EXTENSION citext SCHEMA extensions;
				CREATE EXTENSION hstore SCHEMA extensions;
				CREATE TABLE t (id bigint PRIMARY KEY, a extensions.citext, b extensions.hstore,
				    c extensions.citext[], d extensions.citext DEFAULT 'x');
				""", "SELECT 1;");
		assertThat(differences(migrations(project,
				(schema) -> schema.extension("citext")
					.table("t",
							(t) -> t.column("id", bigint())
								.column("a", type("citext"))
								.column("b", type("extensions.hstore"))
								.column("c", type("citext[]"))
								.column("d", type("citext"), (d) -> d.serverDefault("'x'"))
								.primaryKey("id")))))
			.isEmpty();
	}

	@Test
	void argumentsOfATypeAreComparedAsTheServerPrintsThem() {
		ModelProject project = project().revision("a1", "",
				VECTOR + "CREATE TABLE t (id bigint PRIMARY KEY, near vector(3), far vector(003), any_size vector);",
				"SELECT 1;");
		assertThat(differences(migrations(project,
				(schema) -> schema.table("t",
						(t) -> t.column("id", bigint())
							.column("near", type("VECTOR (003)"))
							.column("far", type("vector(4)"))
							.column("any_size", type("vector"))
							.primaryKey("id")))))
			.containsExactly("column t.far: vector(3) → vector(4)");
	}

	@Test
	void typeThatNobodyBringsIsNamedWithWhatBringsIt() {
		ModelProject project = project().revision("a1", "", "CREATE TABLE t (id bigint PRIMARY KEY, place text);",
				"SELECT 1;");
		Migrations migrations = migrations(project, (schema) -> schema.table("t",
				(t) -> t.column("id", bigint()).column("place", type("geometry(Point,4326)")).primaryKey("id")));
		assertThatExceptionOfType(ComparisonException.class).isThrownBy(() -> differences(migrations))
			.withMessageContaining("geometry")
			.satisfies((failure) -> assertThat(failure.getAction()).contains("CREATE EXTENSION",
					"migrations.autogenerate.shadow-url", "scratch database"));
	}

	@Test
	void extensionOfTheModelThatTheServerLacksIsNamed() {
		ModelProject project = project().revision("a1", "", "CREATE TABLE t (id bigint PRIMARY KEY);", "SELECT 1;");
		Migrations migrations = migrations(project,
				(schema) -> schema.extension("postgis")
					.table("t",
							(t) -> t.column("id", bigint())
								.column("a", text(), (a) -> a.serverDefault("lower('X')"))
								.primaryKey("id")));
		assertThatExceptionOfType(ComparisonException.class).isThrownBy(() -> differences(migrations))
			.withMessageContaining("postgis")
			.satisfies((failure) -> assertThat(failure.getAction()).contains("migrations.autogenerate.shadow-url",
					"scratch database"));
	}

}
