package dev.limbeck.command;

import java.nio.file.Path;

import dev.limbeck.failure.InvalidRequestException;
import dev.limbeck.test.JavaSources;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link GenerateCommand}.
 */
class GenerateCommandTests {

	private static final String DATABASE = """
			CREATE TYPE mood AS ENUM ('sad', 'glad');
			CREATE SEQUENCE numbers INCREMENT BY 50;
			CREATE TABLE teams (id bigserial PRIMARY KEY, name varchar(20) NOT NULL DEFAULT 'x', UNIQUE (name));
			CREATE TABLE users (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, team bigint REFERENCES teams
				ON DELETE CASCADE, mood mood DEFAULT 'sad', born date CHECK (born > '1900-01-01'), other int);
			ALTER TABLE users ADD FOREIGN KEY (other) REFERENCES users;
			COMMENT ON TABLE users IS 'who uses it';
			CREATE INDEX ix_born ON users (born DESC) WHERE team IS NOT NULL;
			CREATE VIEW sad_users AS SELECT id FROM users WHERE mood = 'sad';
			CREATE FUNCTION twice(int) RETURNS int LANGUAGE sql AS 'SELECT $1 * 2';
			CREATE DOMAIN email AS text CHECK (VALUE ~ '\\w"?@');
			CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
			CREATE TRIGGER touched BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION touch();
			CREATE POLICY own ON users USING (other > 0);
			GRANT SELECT ON users TO PUBLIC;
			ALTER TABLE teams ALTER name SET STATISTICS 200;
			CREATE TABLE flyway_schema_history_shop (installed_rank int, version text, description text, type text,
			    script text, checksum int, installed_by text, installed_on timestamp, execution_time int, success boolean);
			INSERT INTO teams VALUES (1, 'a');
			""";

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private ModelProject project;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.project = new ModelProject(path);
	}

	private Migrations on(TestDatabase target) {
		return this.project.builder((schema) -> {
		}).dataSource(target.dataSource()).build();
	}

	@Test
	void revisionCreatesWhatTheDatabaseHas() {
		this.database.execute(DATABASE);
		AutogenerateResult result = on(this.database).generate(GenerateRequest.initial());
		assertThat(result.revisions()).singleElement()
			.satisfies((revision) -> assertThat(revision.revision().message()).isEqualTo("initial schema"));
		assertThat(result.warnings()).singleElement()
			.asString()
			.startsWith("The revision leaves out tables of other migration tools: flyway_schema_history_shop. ");
		assertThat(result.revisions().get(0).content()).doesNotContain("flyway").doesNotContain("CREATE EXTENSION");
		TestDatabase copy = PostgresServer.shared().createDatabase();
		on(copy).upgrade("heads");
		assertThat(generatedAgain(copy)).isEqualTo(generatedAgain(this.database));
		on(copy).downgrade("base");
		assertThat(on(copy).generate(again()).revisions()).isEmpty();
	}

	private String generatedAgain(TestDatabase target) {
		return on(target).generate(again()).revisions().get(0).content().replaceFirst("-- create_date: .*", "");
	}

	private static GenerateRequest again() {
		return GenerateRequest.initial()
			.withRevision(NewRevisionRequest.of("again").withHead("base").withRevId("again"))
			.withDryRun();
	}

	@Test
	void databaseIsLeftAloneAndStampedAfterwards() {
		this.database.execute(DATABASE);
		AutogenerateResult result = on(this.database).generate(GenerateRequest.initial());
		assertThat(this.database.query("SELECT to_regclass('migrations_version')")).containsExactly("null");
		String id = result.revisions().get(0).revision().revision();
		assertThat(on(this.database).stamp(id).heads()).containsExactly(id);
		assertThat(on(this.database).upgrade("heads").revisions()).isEmpty();
	}

	@Test
	void revisionsThatAreThereStandInTheWay() {
		this.project.revision("a1", "", "SELECT 1;", "SELECT 1;");
		assertThatExceptionOfType(InvalidRequestException.class)
			.isThrownBy(() -> on(this.database).generate(GenerateRequest.initial()))
			.withMessageStartingWith("There is a revision already");
		assertThat(this.project.files()).isEqualTo(1);
	}

	@Test
	void newBaseIsALineOfItsOwn() {
		this.project.revision("a1", "", "SELECT 1;", "SELECT 1;");
		this.database.execute("CREATE TABLE t (a int)");
		AutogenerateResult result = on(this.database)
			.generate(GenerateRequest.initial().withRevision(NewRevisionRequest.of(null).withHead("base")));
		assertThat(result.revisions()).singleElement().satisfies((revision) -> {
			assertThat(revision.revision().downRevisions()).isEmpty();
			assertThat(revision.revision().message()).isEqualTo("initial schema");
		});
	}

	@Test
	void revisionInJavaCompiles() {
		this.database.execute(DATABASE);
		Migrations migrations = this.project.javaBuilder((schema) -> {
		}).dataSource(this.database.dataSource()).build();
		migrations.generate(GenerateRequest.initial().withRevision(NewRevisionRequest.of(null).withFormat("java")));
		assertThat(new JavaSources(this.project.path().resolve("src/main/java"))
			.compile(this.project.path().resolve("classes"))).isEmpty();
	}

	@Test
	void schemasThatAreNotLookedAtAreWarnedOf() {
		this.database.execute("CREATE SCHEMA app; CREATE TABLE app.t (a int); CREATE TABLE t (a int)");
		assertThat(on(this.database).generate(GenerateRequest.initial()).warnings()).singleElement()
			.asString()
			.isEqualTo("The revision leaves out schemas: app. If they belong to the application, name them in "
					+ "migrations.autogenerate.schemas.");
	}

}
