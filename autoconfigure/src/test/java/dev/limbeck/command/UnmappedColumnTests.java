package dev.limbeck.command;

import java.nio.file.Path;
import java.util.List;

import dev.limbeck.autogenerate.ModelDifference;
import dev.limbeck.schema.SchemaBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.limbeck.schema.ColumnTypes.bigint;
import static dev.limbeck.schema.ColumnTypes.named;
import static dev.limbeck.schema.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is about a column that no entity knows waits with it: as long as the column stays,
 * it does.
 */
class UnmappedColumnTests {

	private static final String TABLE = """
			CREATE EXTENSION btree_gist;
			CREATE TYPE place AS (street text, city text);
			CREATE TABLE users (id bigint PRIMARY KEY, email text, city text, deleted_at timestamptz, note text,
			    home place, attrs jsonb, "from" int, "it's" text, "Größe" int);
			CREATE UNIQUE INDEX of_rows ON users (email) WHERE deleted_at IS NULL;
			CREATE INDEX of_expression ON users (lower(note));
			CREATE INDEX of_both ON users (email, (note || 'x'));
			CREATE UNIQUE INDEX of_field ON users (((home).city));
			CREATE INDEX of_element ON users ((attrs -> 'k'));
			CREATE UNIQUE INDEX of_time ON users (email, coalesce(deleted_at, 'infinity'));
			CREATE UNIQUE INDEX of_quoted ON users (email) WHERE "from" > 3;
			CREATE INDEX of_apostrophe ON users (email) WHERE "it's" IS NULL AND city = 'x';
			CREATE INDEX of_letters ON users (abs("Größe"));
			CREATE INDEX of_further ON users (email) INCLUDE (note);
			CREATE INDEX of_method ON users USING gin (attrs);
			ALTER TABLE users
			    ADD CONSTRAINT c_check CHECK ("from" > 3),
			    ADD CONSTRAINT c_unique UNIQUE (email) INCLUDE (note),
			    ADD CONSTRAINT c_rows EXCLUDE (email WITH =) WHERE (deleted_at IS NULL),
			    ADD CONSTRAINT c_expression EXCLUDE (lower(note) WITH =),
			    ADD CONSTRAINT c_further EXCLUDE USING gist (email WITH =) INCLUDE ("from");
			""";

	private static final int OBJECTS = 16;

	private Path path;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.path = path;
	}

	private static void users(SchemaBuilder schema) {
		schema.table("users", (
				users) -> users.column("id", bigint()).column("email", text()).column("city", text()).primaryKey("id"));
	}

	private InheritedProject project() {
		InheritedProject project = new InheritedProject(this.path, TABLE, UnmappedColumnTests::users);
		project.database()
			.execute("INSERT INTO users (id, email, city, deleted_at, note, home, attrs, \"from\") VALUES "
					+ "(1, 'a', 'x', NULL, 'n', ROW('s', 'c'), '{\"k\": 1}', 5)");
		return project;
	}

	@Test
	void whatIsAboutItIsACommentAsItIs() {
		InheritedProject project = project();
		List<String> before = project.objects();
		AutogenerateResult result = project.write(false);
		assertThat(InheritedProject.upgrade(result).lines()).noneMatch((line) -> line.matches("(DROP|ALTER).*"))
			.filteredOn((line) -> line.matches("-- (DROP INDEX of_|ALTER TABLE users DROP CONSTRAINT c_).*"))
			.hasSize(OBJECTS);
		assertThat(result.differences()).allMatch(ModelDifference::destructive);
		project.migrations().upgrade("heads");
		assertThat(project.objects()).isEqualTo(before);
	}

	@Test
	void whatIsAboutItIsDroppedWithItAndCreatedAgain() {
		InheritedProject project = project();
		List<String> before = project.objects();
		project.write(true);
		project.migrations().upgrade("heads");
		assertThat(project.objects()).noneMatch((line) -> line.contains(" of_") || line.contains(" c_"));
		project.migrations().downgrade("-1");
		assertThat(project.objects()).isEqualTo(before);
	}

	@Test
	void whatOnlySoundsLikeItIsKept() {
		InheritedProject project = new InheritedProject(this.path, """
				CREATE TYPE place AS (street text, note text);
				CREATE TABLE users (id bigint PRIMARY KEY, email text, home place, note text, upper text, int4 text,
				    users text);
				CREATE INDEX of_field ON users (((home).note));
				CREATE INDEX of_function ON users (upper(email));
				CREATE INDEX of_literal ON users (email) WHERE email <> 'it''s note';
				CREATE INDEX of_type ON users ((email::pg_catalog.int4));
				ALTER TABLE users ADD CONSTRAINT of_row CHECK (num_nonnulls(users.*) > 0);
				""",
				(schema) -> schema.table("users",
						(users) -> users.column("id", bigint())
							.column("email", text())
							.column("home", named("place"))
							.primaryKey("id")));
		AutogenerateResult result = project.write(false);
		assertThat(result.differences()).extracting(ModelDifference::description)
			.allMatch((line) -> line.startsWith("removed column users."));
	}

	@Test
	void mappedKeyLosesTheFurtherColumnWhenThatIsDropped() {
		InheritedProject project = new InheritedProject(this.path, """
				CREATE TABLE users (id bigint, email text, name text, note text, PRIMARY KEY (id) INCLUDE (note),
				    CONSTRAINT users_email UNIQUE (email) INCLUDE (note));
				CREATE UNIQUE INDEX users_name ON users (name) INCLUDE (note);
				""",
				(schema) -> schema.table("users",
						(users) -> users.column("id", bigint())
							.column("email", text())
							.column("name", text())
							.primaryKey("id")
							.unique("email")
							.index((index) -> index.name("users_name").columns("name").unique())));
		project.database().execute("INSERT INTO users VALUES (1, 'a', 'b', 'c')");
		List<String> before = project.objects();
		AutogenerateResult result = project.write(true);
		assertThat(result.differences()).hasSize(4).allMatch(ModelDifference::destructive);
		project.migrations().upgrade("heads");
		assertThat(project.objects()).filteredOn((line) -> line.startsWith("index")).hasSize(3);
		project.migrations().downgrade("-1");
		assertThat(project.objects()).isEqualTo(before);
	}

}
