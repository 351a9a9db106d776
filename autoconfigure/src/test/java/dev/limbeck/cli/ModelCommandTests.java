package dev.limbeck.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.limbeck.cli.CommandLineProject.Result;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SchemaBuilder;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.limbeck.schema.ColumnTypes.bigint;
import static dev.limbeck.schema.ColumnTypes.integer;
import static dev.limbeck.schema.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the commands that compare the model.
 */
class ModelCommandTests {

	private static final Consumer<SchemaBuilder> MODEL = (schema) -> schema.sequence("numbers", (numbers) -> {
	})
		.table("users",
				(users) -> users.column("id", bigint(), (id) -> id.notNull()).column("nick", text()).primaryKey("id"))
		.table("teams", (teams) -> teams.column("id", bigint()));

	private CommandLineProject project;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.project = new CommandLineProject(path).file("a1.sql", """
				-- users
				-- revision: a1
				-- migrate:upgrade
				CREATE TABLE users (id int NOT NULL CONSTRAINT pk_users PRIMARY KEY, name text);
				-- migrate:downgrade
				DROP TABLE users;
				""").wanting(MODEL);
	}

	@Test
	void revisionTellsWhatWasFoundAndWhatIsAComment() {
		Result result = this.project.run("revision", "--autogenerate", "-m", "nick", "--rev-id", "b2");
		assertThat(result.out()).isEqualTo("Created DIR/versions/b2_nick.sql\n");
		assertThat(result.err()).isEqualTo(
				"""
						Detected added sequence numbers: model has increment 1, database has none (lossless: only the model has it)
						Detected added table teams: model has columns [id], database has none (lossless: only the model has it)
						Detected changed column users.id: model has bigint, database has integer (lossless: another type, which keeps every value)
						Detected added column users.nick: model has text, database has none (lossless: only the model has it)
						Detected removed column users.name: model has none, database has text (lossy: only the database has it, and data would be lost)
						WARNING: Has the column 'name' of users been renamed to 'nick'? Nobody says so, so it is something added \
						and something removed. If it has, give --rename 'users.name=nick', or let the model say so with \
						@RenamedFrom("name").
						WARNING: What would lose or change data is a comment in the revision. If it is meant, uncomment it in the upgrade \
						and in the downgrade, or give --allow-drop.
						""");
		assertThat(result.code()).isZero();
	}

	@Test
	void nothingIsSaidToBeNothing() {
		this.project.run("revision", "--autogenerate", "--rename", "users.name=nick");
		Result result = this.project.run("revision", "--autogenerate");
		assertThat(result.out())
			.isEqualTo("Nothing differs between the model and shadow database of a test: no revision was written.\n");
		assertThat(result.err()).isEmpty();
		assertThat(result.code()).isZero();
		assertThat(this.project.run("revision", "--autogenerate", "--no-skip-empty", "--rev-id", "c3").out())
			.isEqualTo("Created DIR/versions/c3_empty_message.sql\n");
	}

	@Test
	void dryRunPrintsTheRevisionAlone() {
		Result result = this.project.run("revision", "--autogenerate", "-m", "x", "--rev-id", "b2", "--dry-run",
				"--allow-drop", "-q");
		assertThat(result.out()).startsWith("-- x\n--\n-- revision: b2\n-- down_revision: a1\n")
			.contains("\nALTER TABLE users DROP COLUMN name;\n");
		assertThat(this.project.path().resolve("versions/b2_x.sql")).doesNotExist();
	}

	@Test
	void terminalIsAsked() {
		Result result = this.project.onTerminal()
			.answering("yes\n")
			.run("revision", "--autogenerate", "--rev-id", "b2", "--dry-run", "-q");
		assertThat(result.err()).isEqualTo("Has the column 'name' of users been renamed to 'nick'? [y/N] ");
		assertThat(result.out()).contains("ALTER TABLE users RENAME COLUMN name TO nick;");
	}

	@Test
	void noAnswerIsNo() {
		Result result = this.project.onTerminal()
			.answering("")
			.run("revision", "--autogenerate", "--rev-id", "b2", "--dry-run", "-q");
		assertThat(result.err()).contains("[y/N] WARNING: Has the column");
		assertThat(result.out()).doesNotContain("RENAME COLUMN").contains("-- ALTER TABLE users DROP COLUMN name;");
	}

	@Test
	void checkShowsTheDifferencesOfEachTableTogether() {
		Result result = this.project.run("check");
		assertThat(result.out()).isEqualTo(
				"""
						model: The model asks for something else than what the revisions make: 5 differences.
						    What to do: The command 'revision --autogenerate' writes a revision that takes them away. If the model \
						is wrong, correct it.
						+ sequence numbers: model has increment 1, database has none (lossless: only the model has it)
						teams
						  + table: model has columns [id], database has none (lossless: only the model has it)
						users
						  ~ column id: model has bigint, database has integer (lossless: another type, which keeps every value)
						  + column nick: model has text, database has none (lossless: only the model has it)
						  - column name: model has none, database has text (lossy: only the database has it, and data would be lost)
						note: No database was asked, because none is configured.
						note: Has the column 'name' of users been renamed to 'nick'? Nobody says so, so it is something added and \
						something removed. If it has, give --rename 'users.name=nick', or let the model say so with \
						@RenamedFrom("name").
						1 problem found.
						""");
		assertThat(result.code()).isEqualTo(3);
	}

	@Test
	void whatNoEntityCanSayIsListedByTheFirstReportAndCountedByOthers() {
		this.project
			.file("a1.sql",
					"""
							-- users
							-- revision: a1
							-- migrate:upgrade
							CREATE TABLE users (id bigint PRIMARY KEY, name text DEFAULT 'x', age int CONSTRAINT grown_up CHECK (age > 17));
							CREATE UNIQUE INDEX users_lower_name ON users (lower(name)) WHERE age IS NOT NULL;
							COMMENT ON TABLE users IS 'Everybody';
							-- migrate:downgrade
							DROP TABLE users;
							""")
			.wantingEntities((schema) -> schema.table("users",
					(users) -> users.column("id", bigint())
						.column("name", text())
						.column("age", integer())
						.primaryKey("id")));
		String note = "note: Left to the revisions, since no mapping says it: 1 index, 1 check constraint, "
				+ "1 default of a column, 1 comment.\nNo problems found.\n";
		Result result = this.project.run("check");
		assertThat(result.out()).isEqualTo(
				"""
						users
						  = table: model has none, database has comment 'Everybody' (no difference: no mapping can say it, so it is left to the revisions)
						  = column name: model has none, database has default 'x'::text (no difference: no mapping can say it, so it is left to the revisions)
						  = check constraint grown_up: model has none, database has (age > 17) (no difference: no mapping can say it, so it is left to the revisions)
						  = index users_lower_name: model has none, database has unique [lower(name)] where age IS NOT NULL (no difference: no mapping can say it, so it is left to the revisions)
						note: No database was asked, because none is configured.
						"""
						+ note);
		assertThat(result.code()).isZero();
		assertThat(this.project.run("check", "--json").out())
			.contains("{\n      \"kind\": \"check-constraint\",\n      \"type\": \"check constraint\",\n"
					+ "      \"table\": \"users\",\n      \"name\": \"grown_up\",\n"
					+ "      \"detail\": \"(age > 17)\",\n      \"object\": \"check constraint users.grown_up\",\n"
					+ "      \"modelHas\": null,\n      \"databaseHas\": \"(age > 17)\",\n"
					+ "      \"reason\": \"no mapping can say it, so it is left to the revisions\"\n    }");
		assertThat(this.project.run("revision", "--autogenerate").err())
			.isEqualTo(note.substring(6, note.indexOf('\n') + 1));
		this.project.run("revision", "-m", "next", "--rev-id", "b2");
		assertThat(this.project.run("check").out()).endsWith(note).doesNotContain(" = ");
	}

	@Test
	void checkComparesTheDatabaseIfItIsAtTheHeads() {
		TestDatabase database = PostgresServer.shared().createDatabase();
		this.project.on(database);
		assertThat(this.project.run("check", "--from-database").out()).contains("pending: ")
			.doesNotContain("+ sequence");
		this.project.run("upgrade", "heads");
		Result result = this.project.run("check", "--from-database");
		assertThat(result.out()).contains("something else than what the database has: 5 differences");
		assertThat(result.code()).isEqualTo(3);
		Result revision = this.project.run("revision", "--autogenerate", "--from-database", "--rename",
				"users.name=nick", "-q");
		assertThat(revision.err()).isEmpty();
		assertThat(this.project.run("upgrade", "heads", "-q").code()).isZero();
		Result after = this.project.run("check", "--from-database");
		assertThat(after.out()).isEqualTo("No problems found.\n");
		assertThat(after.code()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "sales.m_two, --rename", "sales.m_two, hint", "m_two, --rename", "m_two, hint" })
	void tableThatIsSaidToBeInAnotherSchemaGoesThereAndBack(String name, String how) {
		TestDatabase database = PostgresServer.shared().createDatabase();
		this.project.file("a1.sql", """
				-- old
				-- revision: a1
				-- migrate:upgrade
				CREATE SCHEMA old;
				CREATE TABLE old.m_two (id serial CONSTRAINT pk_m_two PRIMARY KEY, name text);
				CREATE TABLE old.other (id bigint);
				CREATE SEQUENCE old.other_seq;
				INSERT INTO old.m_two (name) VALUES ('a');
				-- migrate:downgrade
				DROP SCHEMA old CASCADE;
				""").on(database).wanting((schema) -> {
			Consumer<SchemaBuilder> two = (model) -> addTwo(model, how.equals("hint"));
			if (name.startsWith("sales.")) {
				schema.inSchema("sales", two);
			}
			else {
				two.accept(schema);
			}
		});
		List<String> command = new ArrayList<>(List.of("revision", "--autogenerate", "--rev-id", "b2", "-q"));
		if (how.equals("--rename")) {
			command.addAll(List.of(how, "old.m_two=" + name));
		}
		Result revision = this.project.run(command.toArray(String[]::new));
		assertThat(revision.err()).isEmpty();
		assertThat(this.project.run("upgrade", "heads", "-q").code()).isZero();
		assertThat(this.project.run("check").out()).isEqualTo("No problems found.\n");
		assertThat(database.query("INSERT INTO " + name + " (name) VALUES ('b') RETURNING id")).containsExactly("2");
		Result downgrade = this.project.run("downgrade", "a1", "-q");
		assertThat(downgrade.code()).as(downgrade.err()).isZero();
		assertThat(database.query("INSERT INTO old.m_two (name) VALUES ('c') RETURNING id")).containsExactly("3");
		assertThat(database.query("SELECT id || name FROM old.m_two ORDER BY 1")).containsExactly("1a", "2b", "3c");
	}

	private static void addTwo(SchemaBuilder schema, boolean hinted) {
		schema.table("m_two", (two) -> {
			two.column("id", integer(), (id) -> id.identity()).column("name", text()).primaryKey("id");
			if (hinted) {
				two.renamedFrom(QualifiedName.of("old", "m_two"));
			}
		});
	}

	@Test
	void checkThatCannotCompareFails() {
		this.project.shadow(null);
		Result result = this.project.run("check");
		assertThat(result.out()).startsWith("comparison: There is no database to replay the revisions on.");
		assertThat(result.code()).isEqualTo(1);
		assertThat(result.err()).isEmpty();
	}

	@Test
	void checkPrintsWhereItsProblemsComeFromIfThatIsWanted() {
		this.project.shadow(null);
		Result result = this.project.run("check", "--stacktrace");
		assertThat(result.out()).startsWith("comparison: There is no database to replay the revisions on.");
		assertThat(result.err()).contains("ComparisonException: There is no database to replay the revisions on.")
			.contains("\tat dev.limbeck.command.");
	}

	@Test
	void firstRevisionComesFromADatabase() {
		CommandLineProject empty = new CommandLineProject(this.project.path().resolve("other")).file(".gitkeep", "")
			.on(PostgresServer.shared().createDatabase());
		assertThat(empty.run("generate").out()).matches("There is nothing in jdbc:.*, so no revision was written.\n");
		TestDatabase database = PostgresServer.shared().createDatabase();
		database.execute("CREATE TABLE t (a int)");
		Result result = empty.on(database).run("generate", "--rev-id", "a1");
		assertThat(result.out()).isEqualTo("Created DIR/versions/a1_initial_schema.sql\n");
		assertThat(result.err()).isEqualTo("""
				Detected added table t
				The database has all of this already. Tell it so: migrations stamp a1
				""");
		Result again = empty.run("generate");
		assertThat(again.code()).isEqualTo(1);
		assertThat(again.err()).startsWith("FAILED: There is a revision already");
	}

	@Test
	void nameForgesNoLine() {
		TestDatabase database = PostgresServer.shared().createDatabase();
		database.execute("CREATE TABLE \"t\nDetected x\u001b[31m\u202e\" (a text)");
		database.execute("CREATE PUBLICATION \"r\nWARNING: x\"");
		CommandLineProject empty = new CommandLineProject(this.project.path().resolve("other")).file(".gitkeep", "")
			.on(database);
		Result result = empty.run("generate", "--dry-run");
		assertThat(result.err().lines()).noneMatch((line) -> line.matches("(Detected|WARNING:) x.*"))
			.anyMatch((line) -> line.startsWith("Detected added table t\\nDetected x\\u001b"))
			.anyMatch((line) -> line.startsWith("WARNING: ") && line.contains("r\\nWARNING: x"));
		assertThat(result.out()).contains("CREATE TABLE U&\"t\nDetected x\\001b[31m\\202e\"")
			.doesNotContain("\u001b", "\u202e");
	}

	@Test
	void combinationsThatMakeNoSenseAreRefused() {
		assertThat(this.project.run("revision", "--dry-run").err()).contains("--dry-run goes with --autogenerate");
		assertThat(this.project.run("revision", "--allow-drop").code()).isEqualTo(2);
		assertThat(this.project.run("revision", "--from-database").code()).isEqualTo(2);
		assertThat(this.project.run("revision", "--rename", "a=b").code()).isEqualTo(2);
		assertThat(this.project.run("revision", "--no-skip-empty").code()).isEqualTo(2);
		assertThat(this.project.run("revision", "--autogenerate", "--skip-empty", "--no-skip-empty").code())
			.isEqualTo(2);
		assertThat(this.project.run("check", "--offline", "--from-database").code()).isEqualTo(2);
		assertThat(this.project.run("revision", "--format", "xml").err()).contains("'xml'", "sql, java");
		assertThat(this.project.run("generate", "--format", "xml").code()).isEqualTo(2);
		for (String rename : List.of("nonsense", "=", "a=", "=b", "a=b=c")) {
			Result result = this.project.run("revision", "--autogenerate", "--rename", rename);
			assertThat(result.code()).as(rename).isEqualTo(2);
			assertThat(result.err()).contains("and not '" + rename + "'");
		}
		assertThat(this.project.opened()).isZero();
	}

	@Test
	void argumentsTellWhetherTheModelIsNeeded() {
		assertThat(MigrationsCli.comparesModel("check")).isTrue();
		assertThat(MigrationsCli.comparesModel("-n", "other", "check", "--json")).isTrue();
		assertThat(MigrationsCli.comparesModel("revision", "-m", "x", "--autogenerate")).isTrue();
		assertThat(MigrationsCli.comparesModel("check", "--offline")).isFalse();
		assertThat(MigrationsCli.comparesModel("check", "--help")).isFalse();
		assertThat(MigrationsCli.comparesModel("check", "--bogus")).isFalse();
		assertThat(MigrationsCli.comparesModel("revision", "-m", "--autogenerate")).isFalse();
		assertThat(MigrationsCli.comparesModel("upgrade", "check")).isFalse();
		assertThat(MigrationsCli.comparesModel("check", "check")).isFalse();
		assertThat(MigrationsCli.comparesModel()).isFalse();
	}

}
