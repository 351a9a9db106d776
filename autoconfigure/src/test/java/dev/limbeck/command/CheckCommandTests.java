package dev.limbeck.command;

import java.nio.file.Path;
import java.time.Duration;

import dev.limbeck.command.CheckResult.Kind;
import dev.limbeck.command.CheckResult.Problem;
import dev.limbeck.runtime.MigrationSettings;
import dev.limbeck.runtime.StatementFailedException;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CheckCommand} on a real server.
 */
class CheckCommandTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	@TempDir
	private Path path;

	@Test
	void databaseWithEverythingPasses() {
		Migrations migrations = Project.withBranches(this.path).on(this.database);
		migrations.upgrade();
		CheckResult result = migrations.check();
		assertThat(result.problems()).isEmpty();
		assertThat(result.passed()).isTrue();
		assertThat(result.revisions()).isEqualTo(7);
		assertThat(result.heads()).containsExactly("e1", "x2");
		assertThat(result.database()).isEqualTo(this.database.url());
	}

	@Test
	void withoutADatabaseTheRevisionsAreChecked() {
		CheckResult result = Project.withBranches(this.path).offline().check();
		assertThat(result.passed()).isTrue();
		assertThat(result.database()).isNull();
		assertThat(result.notes()).contains("No database was asked, because none is configured.");
	}

	@Test
	void severalHeadsAreAProblemOnlyIfAsked() {
		Migrations migrations = Project.withBranches(this.path).offline();
		assertThat(migrations.check().notes()).contains("There are 2 heads: e1, x2.");
		CheckResult result = migrations.check(CheckRequest.all().withSingleHead());
		assertThat(result.passed()).isFalse();
		assertThat(result.problems()).extracting(Problem::kind).containsExactly(Kind.MULTIPLE_HEADS);
	}

	@Test
	void brokenGraphIsReportedNotThrown() {
		CheckResult result = new Project(this.path).revision("b1", "a1", "").on(this.database).check();
		assertThat(result.problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.kind()).isEqualTo(Kind.REVISIONS);
			assertThat(problem.message()).contains("a1", "b1.sql");
			assertThat(problem.action()).isNotBlank();
		});
	}

	@Test
	void everyScriptThatCannotRunIsReported() {
		Project project = new Project(this.path).revision("a1", "", "");
		project.file("b1.sql", "-- b1\n-- revision: b1\n-- down_revision: a1\n-- migrate:upgrade\nSELECT 'open;\n");
		project.file("c1.sql", "-- c1\n-- revision: c1\n-- down_revision: b1\n-- migrate:upgrade\nVACUUM;\n");
		assertThat(project.offline().check().problems()).extracting(Problem::kind)
			.containsExactly(Kind.SCRIPT, Kind.SCRIPT);
	}

	@Test
	void pendingRevisionsAreAProblemAndNothingIsCreated() {
		CheckResult result = Project.withBranches(this.path).on(this.database).check();
		assertThat(result.problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.kind()).isEqualTo(Kind.PENDING);
			assertThat(problem.message()).contains("lacks 7 revisions", "a1");
		});
		assertThat(this.database.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).isEmpty();
	}

	@Test
	void databaseIsLeftAloneIfAsked() {
		CheckResult result = Project.withBranches(this.path)
			.on(this.database)
			.check(CheckRequest.all().withoutDatabase());
		assertThat(result.passed()).isTrue();
		assertThat(result.database()).isNull();
	}

	@Test
	void editedRevisionAndPendingRevisionsAreBothReported() {
		Project project = new Project(this.path).revision("a1", "", "");
		project.on(this.database).upgrade();
		project.file("a1.sql", "-- make a1\n-- revision: a1\n-- migrate:upgrade\nSELECT 1;\n").revision("b1", "a1", "");
		assertThat(project.on(this.database).check().problems()).extracting(Problem::kind)
			.containsExactly(Kind.PENDING, Kind.CHECKSUM);
	}

	@Test
	void unknownRevisionInTheDatabaseIsReported() {
		Migrations migrations = Project.withBranches(this.path).on(this.database);
		migrations.upgrade();
		this.database.execute("UPDATE migrations_version SET version_num = 'other' WHERE version_num = 'e1'");
		assertThat(migrations.check().problems()).extracting(Problem::kind).containsExactly(Kind.VERSION_TABLE);
	}

	@Test
	void lostRowsAreReported() {
		Migrations migrations = Project.withBranches(this.path).on(this.database);
		migrations.upgrade();
		this.database.execute("DELETE FROM migrations_version");
		assertThat(migrations.check().problems()).extracting(Problem::kind).containsExactly(Kind.VERSION_TABLE);
	}

	@Test
	void stepThatFailedHalfWayIsReported() {
		Project project = new Project(this.path).file("a1.sql", """
				-- make a1
				-- revision: a1
				-- migrate:upgrade transaction=off
				CREATE TABLE t ();
				SELECT 1 / 0;
				""");
		Migrations migrations = project.on(this.database);
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(migrations::upgrade);
		assertThat(migrations.check().problems()).extracting(Problem::kind)
			.containsExactly(Kind.PENDING, Kind.UNFINISHED);
	}

	@Test
	void downgradeThatFailedHalfWayIsToBeRunAgain() {
		Project project = new Project(this.path).file("a1.sql", """
				-- make a1
				-- revision: a1
				-- migrate:upgrade
				CREATE TABLE t ();
				-- migrate:downgrade transaction=off
				DROP TABLE t;
				SELECT 1 / 0;
				""");
		Migrations migrations = project.on(this.database);
		migrations.upgrade();
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(() -> migrations.downgrade("base"));
		assertThat(migrations.check().problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.kind()).isEqualTo(Kind.UNFINISHED);
			assertThat(problem.action()).contains("run the downgrade again");
		});
	}

	@Test
	void databaseThatIsAwayIsReported() {
		PGSimpleDataSource nowhere = new PGSimpleDataSource();
		nowhere.setUrl("jdbc:postgresql://localhost:1/nowhere");
		Migrations migrations = Migrations.builder()
			.scripts(Project.withBranches(this.path).scripts())
			.dataSource(nowhere)
			.build();
		assertThat(migrations.check().problems()).extracting(Problem::kind).containsExactly(Kind.DATABASE);
	}

	@Test
	void targetThatNamesNothingIsReported() {
		Migrations migrations = Migrations.builder()
			.scripts(Project.withBranches(this.path).scripts())
			.dataSource(this.database.dataSource())
			.settings(MigrationSettings.builder().target("nowhere").lockWaitTimeout(Duration.ofMinutes(1)).build())
			.build();
		assertThat(migrations.check().problems()).extracting(Problem::kind).containsExactly(Kind.TARGET);
	}

	@Test
	void notesNameTenRevisionsAtMost() {
		Project project = new Project(this.path);
		for (int i = 10; i < 25; i++) {
			project.revision("r" + i, "", "");
		}
		assertThat(project.offline().check().notes()).anySatisfy((note) -> assertThat(note)
			.isEqualTo("There are 15 heads: r10, r11, r12, r13, r14, r15, r16, r17, r18, r19 and 5 more."));
	}

	@Test
	void irreversibleRevisionsAreNoted() {
		Project project = new Project(this.path).file("a1.sql", "-- a1\n-- revision: a1\n-- migrate:upgrade\n");
		assertThat(project.offline().check().notes())
			.contains("No downgrade leads through 1 revision without a downgrade section: a1.");
	}

}
