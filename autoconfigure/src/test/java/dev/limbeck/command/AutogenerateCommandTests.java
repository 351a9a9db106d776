package dev.limbeck.command;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import dev.limbeck.autogenerate.ComparisonException;
import dev.limbeck.autogenerate.ComparisonRequest;
import dev.limbeck.autogenerate.DatabaseNotAtHeadsException;
import dev.limbeck.autogenerate.ModelComparison;
import dev.limbeck.autogenerate.ModelDifference;
import dev.limbeck.autogenerate.NoTargetMetadataException;
import dev.limbeck.autogenerate.RenderedRevision;
import dev.limbeck.autogenerate.shadow.ShadowDatabaseException;
import dev.limbeck.compare.DirectedOperation;
import dev.limbeck.compare.RevisionDirectives;
import dev.limbeck.failure.InvalidRequestException;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.operation.CreateTable;
import dev.limbeck.operation.ExecuteSql;
import dev.limbeck.operation.Operation;
import dev.limbeck.revision.MultipleHeadsException;
import dev.limbeck.runtime.ConnectionSource;
import dev.limbeck.schema.SchemaBuilder;
import dev.limbeck.script.ScriptSettings;
import dev.limbeck.test.JavaSources;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import dev.limbeck.test.TestShadow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.limbeck.schema.ColumnTypes.bigint;
import static dev.limbeck.schema.ColumnTypes.integer;
import static dev.limbeck.schema.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link AutogenerateCommand}.
 */
class AutogenerateCommandTests {

	private static final Consumer<SchemaBuilder> USERS = (schema) -> schema.table("users",
			(users) -> users.column("id", bigint(), (id) -> id.notNull()).column("name", text()).primaryKey("id"));

	private static final Consumer<SchemaBuilder> NOTHING = (schema) -> {
	};

	private ModelProject project;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.project = new ModelProject(path);
	}

	private ModelProject withUsers() {
		return this.project.revision("a1", "", """
				CREATE TABLE users (
					id bigint NOT NULL,
					name text,
					CONSTRAINT pk_users PRIMARY KEY (id)
				);
				""", "DROP TABLE users;");
	}

	@Test
	void firstRevisionCreatesTheModel() {
		AutogenerateResult result = this.project.wanting(USERS).autogenerate(request("users", "a1"));
		assertThat(ModelProject.read(result.revisions().get(0).revision())).contains("-- users", "-- revision: a1")
			.endsWith("""
					-- migrate:upgrade
					CREATE TABLE users (
					    id bigint NOT NULL,
					    name text,
					    CONSTRAINT pk_users PRIMARY KEY (id)
					);

					-- migrate:downgrade
					DROP TABLE users;
					""");
		assertThat(result.differences()).singleElement().satisfies((difference) -> {
			assertThat(difference.kind()).isEqualTo("added");
			assertThat(difference.description()).isEqualTo("added table users");
		});
		assertThat(result.database()).isEqualTo("shadow database of a test");
	}

	private static AutogenerateRequest request(String message, String id) {
		return AutogenerateRequest.of(message).withRevision(NewRevisionRequest.of(message).withRevId(id));
	}

	@Test
	void nothingIsWrittenIfNothingDiffers() {
		AutogenerateResult result = withUsers().wanting(USERS).autogenerate(AutogenerateRequest.of("again"));
		assertThat(result.revisions()).isEmpty();
		assertThat(result.differences()).isEmpty();
		assertThat(this.project.files()).isEqualTo(1);
	}

	@Test
	void revisionIsNotWrittenBehindOneThatWasNotCompared() {
		this.project.revision("a1", "", "CREATE TABLE users (id bigint PRIMARY KEY, nick text)", "DROP TABLE users");
		Migrations migrations = this.project.wanting(USERS);
		assertThatExceptionOfType(ComparisonException.class)
			.isThrownBy(() -> migrations.autogenerate(request("name", "c3"), (question) -> {
				this.project.revision("b2", "a1", "ALTER TABLE users ADD COLUMN name text", "");
				return false;
			}))
			.withMessageContaining("[b2]")
			.withMessageContaining("Nothing was written");
		assertThat(this.project.files()).isEqualTo(2);
	}

	@Test
	void emptyRevisionIsWrittenIfThatIsWanted() {
		AutogenerateResult result = withUsers().wanting(USERS)
			.autogenerate(request("again", "b2").withSkipEmpty(false));
		assertThat(result.revisions()).hasSize(1);
		assertThat(ModelProject.read(result.revisions().get(0).revision())).contains("-- down_revision: a1")
			.doesNotContain("TABLE");
	}

	@Test
	void dryRunNeedsNoSourceDirectory(@TempDir Path directory) throws IOException {
		Path packaged = directory.resolve("packaged");
		new RevisionDirectory(packaged.resolve("db/migrations/versions")).write("a1", "", "CREATE TABLE old (id int)",
				"DROP TABLE old");
		Path working = Files.createDirectories(directory.resolve("elsewhere"));
		try (URLClassLoader application = new URLClassLoader(new URL[] { packaged.toUri().toURL() }, null)) {
			Migrations migrations = this.project.builder(USERS)
				.scripts(new ScriptSettings("classpath:db/migrations", List.of()))
				.classLoader(application)
				.workingDirectory(working)
				.build();
			AutogenerateResult result = migrations.autogenerate(request("users", "b2").withDryRun());
			assertThat(result.revisions()).singleElement()
				.satisfies((revision) -> assertThat(revision.content()).contains("down_revision: a1",
						"CREATE TABLE users", "DROP TABLE old"));
			assertThat(working).isEmptyDirectory();
			assertThatExceptionOfType(MigrationException.class)
				.isThrownBy(() -> migrations.autogenerate(request("users", "b2")))
				.withMessageContaining("There is no source directory");
		}
	}

	@Test
	void splitRevisionsAreWrittenTogetherOrNotAtAll() {
		AtomicInteger files = new AtomicInteger();
		Migrations migrations = this.project.builder(USERS)
			.directiveProcessors((directives) -> List.of(directives.get(0), directives.get(0)))
			.templateVariables(List.of((revision) -> {
				if (files.incrementAndGet() > 3) {
					throw new IllegalStateException("no variables today");
				}
				return Map.of();
			}))
			.build();
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> migrations.autogenerate(request("users", "a1")))
			.withMessage("no variables today");
		assertThat(this.project.files()).isZero();
	}

	@Test
	void columnThatMayNotBeEmptyAsksForTheValueOfExistingRows() {
		this.project.revision("a1", "", "CREATE TABLE users (id bigint PRIMARY KEY)", "DROP TABLE users");
		Consumer<SchemaBuilder> named = (schema) -> schema.table("users",
				(users) -> users.column("id", bigint(), (id) -> id.notNull())
					.column("name", text(), (name) -> name.notNull())
					.primaryKey("id"));
		String upgrade = upgrade(this.project.wanting(named).autogenerate(request("name", "b2").withDryRun()));
		String fill = "-- UPDATE users SET name = /* value for existing rows */ WHERE name IS NULL;";
		assertThat(upgrade).containsSubsequence("ADD COLUMN name text;",
				"-- Rows that have no value there need one, or what follows fails on them.", fill,
				"ALTER COLUMN name SET NOT NULL;");
		TestDatabase database = PostgresServer.shared().createDatabase();
		database.execute("CREATE TABLE users (id bigint PRIMARY KEY); INSERT INTO users VALUES (1)");
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> database.execute(upgrade))
			.withMessageContaining("contains null values");
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> database.execute(upgrade.replace(fill, fill.substring(3))))
			.withMessageContaining("syntax error");
		database.execute(upgrade.replace(fill, fill.substring(3).replace("/* value for existing rows */", "'x'")));
		assertThat(database.query("SELECT name FROM users")).containsExactly("x");
		database.execute("DROP TABLE users; CREATE TABLE users (id bigint PRIMARY KEY)");
		database.execute(upgrade);
	}

	private static String upgrade(AutogenerateResult result) {
		String content = result.revisions().get(0).content();
		return content.substring(content.indexOf("-- migrate:upgrade"), content.indexOf("-- migrate:downgrade"));
	}

	@Test
	void valueOfExistingRowsIsAskedForInJavaToo() {
		this.project.revision("a1", "", "CREATE TABLE users (id bigint PRIMARY KEY, name text)", "DROP TABLE users");
		Migrations migrations = this.project.javaBuilder((schema) -> schema.table("users",
				(users) -> users.column("id", bigint(), (id) -> id.notNull())
					.column("name", text(), (name) -> name.notNull())
					.primaryKey("id")))
			.build();
		AutogenerateRequest request = AutogenerateRequest.of("name");
		String content = migrations
			.autogenerate(new AutogenerateRequest(request.revision().withFormat("java"), request.comparison(),
					request.allowDrop(), request.skipEmpty(), true))
			.revisions()
			.get(0)
			.content();
		assertThat(content)
			.containsPattern("// op\\.execute\\(\"UPDATE .* SET .* = /\\* value for existing rows \\*/ WHERE")
			.contains("// Rows that have no value there need one");
	}

	@Test
	void dryRunWritesNothing() {
		AutogenerateResult result = this.project.wanting(USERS).autogenerate(request("users", "a1").withDryRun());
		assertThat(result.revisions()).singleElement().satisfies((revision) -> {
			assertThat(revision.written()).isFalse();
			assertThat(revision.content()).contains("CREATE TABLE users").endsWith("DROP TABLE users;\n");
			assertThat(revision.revision().file()).doesNotExist();
		});
		assertThat(this.project.files()).isZero();
	}

	@Test
	void whatLosesDataIsACommentInBothDirections() {
		AutogenerateResult result = withUsers().wanting((schema) -> schema.table("users",
				(users) -> users.column("id", bigint(), (id) -> id.notNull())
					.column("age", bigint())
					.column("size", bigint())
					.primaryKey("id")))
			.autogenerate(request("age", "b2"));
		assertThat(result.commented()).isTrue();
		assertThat(ModelProject.read(result.revisions().get(0).revision())).endsWith("""
				-- migrate:upgrade
				ALTER TABLE users ADD COLUMN age bigint;

				ALTER TABLE users ADD COLUMN size bigint;

				-- What follows loses or changes data, or something that data needs, so it is a comment.
				-- If it is meant, uncomment it here and in the downgrade. --allow-drop writes it uncommented.
				-- ALTER TABLE users DROP COLUMN name;

				-- migrate:downgrade
				-- What follows takes back what is a comment in the upgrade: uncomment both or none.
				-- ALTER TABLE users ADD COLUMN name text;

				ALTER TABLE users DROP COLUMN size;

				ALTER TABLE users DROP COLUMN age;
				""");
		TestDatabase database = runsBothWays();
		assertThat(database.query("SELECT attname FROM pg_attribute WHERE attrelid = 'users'::regclass AND attnum > 0"
				+ " AND NOT attisdropped"))
			.containsExactly("id", "name");
	}

	private TestDatabase runsBothWays() {
		TestDatabase database = PostgresServer.shared().createDatabase();
		Migrations migrations = this.project.builder(NOTHING).dataSource(database.dataSource()).build();
		migrations.upgrade("heads");
		migrations.downgrade("-1");
		return database;
	}

	@Test
	void dropIsWrittenIfItIsAllowed() {
		AutogenerateResult result = withUsers().wanting(NOTHING)
			.autogenerate(request("no users", "b2").withAllowDrop());
		assertThat(result.commented()).isFalse();
		assertThat(ModelProject.read(result.revisions().get(0).revision())).contains("\nDROP TABLE users;")
			.contains("\nCREATE TABLE users (")
			.doesNotContain("loses data");
		runsBothWays();
	}

	@Test
	void revisionOfCommentsAloneRuns() {
		AutogenerateResult result = withUsers().wanting(NOTHING).autogenerate(request("no users", "b2"));
		assertThat(ModelProject.read(result.revisions().get(0).revision())).contains("\n-- DROP TABLE users;")
			.contains("\n-- CREATE TABLE users (\n--     id bigint NOT NULL,");
		assertThat(runsBothWays().query("SELECT to_regclass('users')")).containsExactly("users");
	}

	@Test
	void javaRevisionHasDropsAsCommentsAndCompiles() {
		AutogenerateResult result = withUsers().javaBuilder((schema) -> schema.table("users",
				(users) -> users.column("id", bigint(), (id) -> id.notNull()).column("age", bigint()).primaryKey("id")))
			.build()
			.autogenerate(AutogenerateRequest.of("age")
				.withRevision(NewRevisionRequest.of("age").withRevId("b2").withFormat("java")));
		assertThat(ModelProject.read(result.revisions().get(0).revision())).contains("""
				import static dev.limbeck.schema.ColumnTypes.bigint;
				import static dev.limbeck.schema.ColumnTypes.text;
				""").contains("""
					public void upgrade(Operations op) {
						op.addColumn("users", "age", bigint());
						// What follows loses or changes data, or something that data needs, so it is a comment.
						// If it is meant, uncomment it here and in the downgrade. --allow-drop writes it uncommented.
						// op.dropColumn("users", "name");
					}
				""".indent(0)).contains("""
						// What follows takes back what is a comment in the upgrade: uncomment both or none.
						// op.addColumn("users", "name", text());
						op.dropColumn("users", "age");
				""");
		Path sources = this.project.path().resolve("src/main/java");
		assertThat(new JavaSources(sources).compile(this.project.path().resolve("classes"))).isEmpty();
	}

	@Test
	void revisionInJavaThatIsCompiledIsReplayed() throws Exception {
		this.project.javaBuilder(USERS)
			.build()
			.autogenerate(AutogenerateRequest.of("users")
				.withRevision(NewRevisionRequest.of("users").withRevId("a1").withFormat("java")));
		assertThatExceptionOfType(ShadowDatabaseException.class)
			.isThrownBy(() -> this.project.javaBuilder(USERS).build().autogenerate(AutogenerateRequest.of("again")))
			.withMessageContaining("Reva1Users.java is not compiled");
		Path classes = this.project.path().resolve("target/classes");
		new JavaSources(this.project.path().resolve("src/main/java")).compile(classes);
		try (URLClassLoader loader = new URLClassLoader(new URL[] { classes.toUri().toURL() },
				getClass().getClassLoader())) {
			Migrations migrations = this.project.javaBuilder(USERS).classLoader(loader).build();
			assertThat(migrations.autogenerate(AutogenerateRequest.of("again")).differences()).isEmpty();
		}
	}

	@Test
	void renameIsWrittenIfItIsSaid() {
		AutogenerateResult result = withUsers()
			.wanting((schema) -> schema.table("people",
					(people) -> people.column("id", bigint(), (id) -> id.notNull())
						.column("nick", text())
						.primaryKey("id")))
			.autogenerate(request("people", "b2").withRenames(List.of("users=people", "people.name=nick")));
		assertThat(ModelProject.read(result.revisions().get(0).revision()))
			.contains("ALTER TABLE users RENAME TO people;")
			.contains("ALTER TABLE people RENAME COLUMN name TO nick;");
		assertThat(result.warnings()).isEmpty();
		runsBothWays();
	}

	@Test
	void renameThatCannotBeIsRefused() {
		Migrations migrations = withUsers().wanting(USERS);
		assertThatExceptionOfType(InvalidRequestException.class)
			.isThrownBy(() -> migrations.autogenerate(AutogenerateRequest.of("x").withRenames(List.of("user=users"))))
			.withMessageContaining("'user=users'");
	}

	@Test
	void whatMayHaveBeenRenamedIsAskedAndRememberedForWhatIsPartOfIt() {
		List<String> questions = new ArrayList<>();
		AutogenerateResult result = withUsers().wanting((schema) -> schema.table("people",
				(people) -> people.column("id", bigint(), (id) -> id.notNull())
					.column("nick", text())
					.primaryKey("id")))
			.autogenerate(request("people", "b2"), (question) -> {
				questions.add(question);
				return true;
			});
		assertThat(questions).containsExactly("Has the table 'users' been renamed to 'people'?",
				"Has the column 'name' of people been renamed to 'nick'?");
		assertThat(result.differences()).extracting(ModelDifference::kind).containsOnly("renamed");
	}

	@Test
	void whatMayHaveBeenRenamedIsAWarningIfNobodyCanBeAsked() {
		AutogenerateResult result = withUsers().wanting((schema) -> schema.table("users",
				(users) -> users.column("id", bigint(), (id) -> id.notNull()).column("nick", text()).primaryKey("id")))
			.autogenerate(request("nick", "b2"));
		assertThat(result.warnings()).containsExactly("Has the column 'name' of users been renamed to 'nick'? Nobody "
				+ "says so, so it is something added and something removed. If it has, give --rename "
				+ "'users.name=nick', or let the model say so with @RenamedFrom(\"name\").");
		assertThat(result.differences()).extracting(ModelDifference::kind)
			.containsExactlyInAnyOrder("added", "removed");
	}

	@Test
	void problemsAreWarnings() {
		this.project.revision("a1", "",
				"CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;", "DROP TABLE t;");
		ModelComparison comparison = this.project
			.wanting((schema) -> schema.table("t", (t) -> t.column("a", integer()).check("a > 0", (c) -> c.name("c"))))
			.compare(ComparisonRequest.ofRevisions());
		assertThat(comparison.differences()).extracting(ModelDifference::detail).containsExactly("not valid → valid");
		assertThat(comparison.warnings()).singleElement()
			.asString()
			.startsWith("check constraint t.c: The check constraint is NOT VALID");
	}

	@Test
	void databaseIsComparedOnlyAtTheHeadsAndIsNeverWritten() {
		TestDatabase database = PostgresServer.shared().createDatabase();
		Migrations migrations = withUsers()
			.revision("b2", "a1", "ALTER TABLE users ADD age bigint;", "ALTER TABLE users DROP age;")
			.builder(USERS)
			.dataSource(database.dataSource())
			.build();
		migrations.upgrade("a1");
		assertThatExceptionOfType(DatabaseNotAtHeadsException.class)
			.isThrownBy(() -> migrations.compare(ComparisonRequest.ofDatabase()))
			.withMessageContaining("is at a1 and not at the heads: it lacks 1 revision, b2")
			.satisfies((failure) -> assertThat(failure.getAction()).startsWith("Upgrade it"));
		migrations.upgrade("heads");
		database.execute("DROP INDEX IF EXISTS nothing; CREATE INDEX drifted ON users (name)");
		String objects = "SELECT count(*) FROM pg_class";
		List<String> before = database.query(objects);
		ModelComparison comparison = migrations.compare(ComparisonRequest.ofDatabase());
		assertThat(comparison.differences()).extracting(ModelDifference::description)
			.containsExactlyInAnyOrder("removed index users.drifted", "removed column users.age");
		assertThat(comparison.database()).isEqualTo(database.url());
		assertThat(database.query(objects)).isEqualTo(before);
	}

	@Test
	void placeThatIsNoneIsToldBeforeAnythingIsCompared() {
		Migrations migrations = withUsers().revision("b2", "", "SELECT 1;", "SELECT 1;")
			.builder(USERS)
			.shadowDatabases(() -> {
				throw new IllegalStateException("too late");
			})
			.build();
		assertThatExceptionOfType(MultipleHeadsException.class)
			.isThrownBy(() -> migrations.autogenerate(AutogenerateRequest.of("x")));
	}

	@Test
	void revisionsThatCannotBeReplayedAreToldWithTheReason() {
		Migrations migrations = this.project
			.revision("a1", "", "GRANT SELECT ON pg_class TO nobody_there;", "SELECT 1;")
			.wanting(USERS);
		assertThatExceptionOfType(ShadowDatabaseException.class)
			.isThrownBy(() -> migrations.autogenerate(AutogenerateRequest.of("x")))
			.withMessageStartingWith("The revisions cannot be run in the shadow database (shadow database of a test)")
			.withMessageContaining("nobody_there");
	}

	@Test
	void triggerThatRefusesAnotherTypeIsToldInTheReportAndInTheRevision() {
		Migrations migrations = this.project.revision("a1", "", """
				CREATE TABLE t (id integer PRIMARY KEY, a integer);
				CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
				CREATE TRIGGER "odd
				SELECT name" BEFORE UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION f();
				""", "SELECT 1;")
			.wanting((schema) -> schema.table("t",
					(t) -> t.column("id", integer()).column("a", bigint()).primaryKey("id")));
		AutogenerateResult result = migrations.autogenerate(AutogenerateRequest.of("x"));
		assertThat(result.warnings()).anyMatch((warning) -> warning.startsWith("column t.a: It changes its type")
				&& warning.contains("the server refuses the upgrade and the downgrade"));
		String script = result.revisions().get(0).content();
		assertThat(script.lines().filter((line) -> line.startsWith("-- trigger \"odd"))).hasSize(2);
		assertThat(script.lines()).noneMatch((line) -> line.startsWith("SELECT name"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ALTER TABLE t ALTER b TYPE bigint | column "b"
			ALTER TABLE t ALTER a TYPE bigint | uses its row type
			ALTER TABLE t DROP b              | view v depends on column b
			""")
	void whatDependsOnSomethingInAShadowDatabaseIsNotForWantOfAnother(String statement, String words) {
		Migrations migrations = this.project.revision("a1", "", """
				CREATE TABLE t (a int, b int);
				CREATE VIEW v AS SELECT b FROM t;
				CREATE TABLE o (c t);
				""" + statement + ";", "SELECT 1;").wanting(USERS);
		assertThatExceptionOfType(ShadowDatabaseException.class)
			.isThrownBy(() -> migrations.autogenerate(AutogenerateRequest.of("x")))
			.withMessageContaining(words)
			.satisfies((failure) -> assertThat(failure.getAction()).contains("drop what depends on it before")
				.doesNotContain("Mend the test."));
	}

	@Test
	void whatTheServerRefusesOfTheModelIsTold() {
		Migrations migrations = this.project.revision("a1", "", "CREATE TABLE t (a int);", "DROP TABLE t;")
			.wanting((schema) -> schema.table("t", (t) -> t.column("a", integer()).check("nonsense(a)")));
		assertThatExceptionOfType(ComparisonException.class)
			.isThrownBy(() -> migrations.compare(ComparisonRequest.ofRevisions()))
			.withMessageContaining("nonsense");
	}

	@Test
	void withoutModelThereIsNothingToCompare() {
		Migrations migrations = this.project.builder(USERS).targetMetadata(List::of).build();
		assertThatExceptionOfType(NoTargetMetadataException.class)
			.isThrownBy(() -> migrations.autogenerate(AutogenerateRequest.of("x")));
	}

	@Test
	void rewritersAndProcessorsHaveTheirSay() {
		Migrations migrations = this.project.builder(USERS)
			.rewriters((operation) -> (operation instanceof CreateTable)
					? List.of(new ExecuteSql("SELECT 1", List.of()), operation) : List.of(operation))
			.directiveProcessors(AutogenerateCommandTests::split)
			.build();
		AutogenerateResult result = migrations.autogenerate(request("users", "a1"));
		assertThat(result.revisions()).extracting((revision) -> revision.revision().message())
			.containsExactly("first", "users");
		CreatedRevision second = result.revisions().get(1).revision();
		assertThat(second.downRevisions()).containsExactly("a1");
		assertThat(ModelProject.read(second)).contains("CREATE TABLE users");
		assertThat(migrations.directives(migrations.compare(ComparisonRequest.ofRevisions()))).isEmpty();
	}

	private static List<RevisionDirectives> split(List<RevisionDirectives> directives) {
		List<DirectedOperation> upgrade = directives.get(0).upgrade();
		return upgrade.isEmpty() ? List.of()
				: List.of(new RevisionDirectives("first", upgrade.subList(0, 1), List.of()),
						new RevisionDirectives(null, upgrade.subList(1, 2), List.of()),
						new RevisionDirectives("empty", List.of(), List.of()));
	}

	@Test
	void operationsAreRenderedForAProgram() {
		Migrations migrations = this.project.wanting(USERS);
		ModelComparison comparison = migrations.compare(ComparisonRequest.ofRevisions());
		RevisionDirectives directives = migrations.directives(comparison).get(0);
		assertThat(directives.upgrade()).extracting(DirectedOperation::operation)
			.hasOnlyElementsOfType(Operation.class);
		assertThat(migrations.render(comparison, directives, "sql", false).downgrades())
			.containsExactly("DROP TABLE users;");
		RenderedRevision java = migrations.render(comparison, directives, "java", false);
		assertThat(java.downgrades()).containsExactly("op.dropTable(\"users\");");
		assertThat(java.imports()).contains("static dev.limbeck.schema.ColumnTypes.bigint");
	}

	@Test
	void tablesOfTheMigrationsAreNoPartOfIt() {
		TestDatabase database = PostgresServer.shared().createDatabase();
		Migrations migrations = withUsers().builder(USERS).shadowDatabases(() -> new TestShadow() {

			@Override
			public ConnectionSource connections() {
				return ConnectionSource.of(database.dataSource());
			}

		}).build();
		assertThat(migrations.compare(ComparisonRequest.ofRevisions()).differences()).isEmpty();
		assertThat(database.query("SELECT to_regclass('migrations_history')")).containsExactly("migrations_history");
	}

}
