package dev.limbeck.runtime;

import java.nio.file.Path;
import java.util.List;

import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.revision.MigrationPlan;
import dev.limbeck.revision.MigrationResult;
import dev.limbeck.revision.RevisionStep;
import dev.limbeck.revision.UpgradeRequest;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for revisions that were put below what is applied.
 */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class MissingRevisionTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private RevisionDirectory directory;

	private Runs runs;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.directory = new RevisionDirectory(path);
		this.runs = new Runs(this.database, this.directory);
	}

	private void write(String id, String downRevision) {
		this.directory.write(id, downRevision, "CREATE TABLE t_" + id + " (id int);", "DROP TABLE t_" + id + ";");
	}

	// a1 and c3 are applied, and b2 is put between them
	private void insert() {
		write("a1", "");
		write("c3", "a1");
		this.runs.start();
		write("b2", "a1");
		write("c3", "b2");
	}

	@Test
	void startWarnsEachTimeAndRunsNothing(CapturedOutput output) {
		insert();
		for (int i = 0; i < 2; i++) {
			int before = output.getAll().length();
			assertThat(this.runs.start().revisions()).isEmpty();
			assertThat(output.getAll().substring(before)).contains("WARN")
				.contains("1 revision was never run, although it lies below what is applied: b2 (")
				.contains("upgrade --missing b2")
				.contains("accept b2");
		}
		write("d4", "c3");
		this.runs.start();
		int before = output.getAll().length();
		this.runs.start();
		assertThat(output.getAll().substring(before)).contains("b2 (");
	}

	@Test
	void checkReportsIt() {
		insert();
		assertThat(check()).singleElement()
			.isInstanceOfSatisfying(MissingRevisionsException.class,
					(problem) -> assertThat(problem.getRevisions()).containsExactly("b2"));
	}

	@Test
	void downgradeOfWhatWasNeverAppliedIsRefusedBeforeAnythingRuns() {
		insert();
		MissingRevisionsException failure = catchThrowableOfType(MissingRevisionsException.class,
				() -> this.runs.downgrade("a1"));
		assertThat(failure).hasMessageContaining("b2 (")
			.hasMessageContaining("Nothing was run; the database is at revision c3");
		assertThat(failure.getAction()).contains("upgrade --missing b2").contains("accept b2");
		assertThat(this.runs.heads()).containsExactly("c3");
		assertThat(this.runs.downgrade("b2").revisions()).containsExactly("c3");
		assertThatExceptionOfType(MissingRevisionsException.class).isThrownBy(() -> this.runs.downgrade("base"));
	}

	@Test
	void missingRevisionIsRunBelatedlyAndThenTakenBack() {
		insert();
		MigrationResult result = missing("b2");
		assertThat(result.revisions()).containsExactly("b2");
		assertThat(result.heads()).containsExactly("c3");
		assertThat(this.runs.history()).last().isEqualTo("b2 upgrade [c3] success");
		assertThat(check()).isEmpty();
		assertThat(missing("heads").revisions()).isEmpty();
		assertThat(this.runs.downgrade("a1").revisions()).containsExactly("c3", "b2");
		assertThat(this.runs.start().revisions()).containsExactly("b2", "c3");
	}

	@Test
	void missingRevisionsAreRunInTheirOrderAndAsFarAsAskedFor() {
		write("a1", "");
		write("e5", "a1");
		this.runs.start();
		write("b2", "a1");
		write("c3", "b2");
		write("d4", "c3");
		write("e5", "d4");
		assertThat(plan("heads").steps()).extracting((step) -> step.revision().id()).containsExactly("b2", "c3", "d4");
		assertThat(missing("c3").revisions()).containsExactly("b2", "c3");
		assertThat(missing("heads").revisions()).containsExactly("d4");
		assertThat(this.runs.heads()).containsExactly("e5");
	}

	@Test
	void missingRevisionOutsideATransactionIsGoneOnWith() {
		write("a1", "");
		write("c3", "a1");
		this.runs.start();
		this.directory.writeFile("b2.sql", """
				-- index
				-- revision: b2
				-- down_revision: a1

				-- migrate:upgrade transaction=off
				CREATE INDEX CONCURRENTLY i1 ON t_a1 (id);
				CREATE INDEX CONCURRENTLY i2 ON t_a1 (nothing);
				""");
		write("c3", "b2");
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(() -> missing("b2"));
		MigrationException failure = catchThrowableOfType(MigrationException.class, this.runs::start);
		assertThat(failure.getAction()).contains("upgrade --missing b2");
		this.directory.writeFile("b2.sql", """
				-- index
				-- revision: b2
				-- down_revision: a1

				-- migrate:upgrade transaction=off
				CREATE INDEX CONCURRENTLY i1 ON t_a1 (id);
				CREATE INDEX CONCURRENTLY i2 ON t_a1 (id, id);
				""");
		assertThat(missing("b2").revisions()).containsExactly("b2");
		assertThat(check()).isEmpty();
	}

	@Test
	void stampVouchesForWhatItImplies() {
		write("a1", "");
		write("b2", "a1");
		this.runs.stamp("b2");
		write("c3", "b2");
		this.runs.start();
		assertThat(check()).isEmpty();
		assertThat(this.runs.stamp("a1").heads()).containsExactly("a1");
		assertThat(this.runs.stamp("c3").heads()).containsExactly("c3");
		assertThat(check()).isEmpty();
	}

	@Test
	void stampOfAnotherBranchSaysNothingOfThisOne() {
		insert();
		write("x1", "");
		this.runs.stamp("c3", "x1");
		assertThat(check()).hasSize(1);
		this.runs.purge("c3", "x1");
		assertThat(check()).isEmpty();
	}

	@Test
	void whatAnotherToolHasRunIsNotMissing() {
		write("a1", "");
		write("b2", "a1");
		write("c3", "b2");
		this.database.execute("CREATE TABLE migrations_version (version_num varchar(32) NOT NULL, "
				+ "CONSTRAINT migrations_version_pkc PRIMARY KEY (version_num)); CREATE TABLE t_a1 (id int);"
				+ "CREATE TABLE t_b2 (id int); INSERT INTO migrations_version VALUES ('b2')");
		this.runs.start();
		assertThat(check()).isEmpty();
		assertThat(this.runs.downgrade("base").revisions()).containsExactly("c3", "b2", "a1");
	}

	@Test
	void historyThatWasCutSaysNothingOfWhatWasBefore() {
		write("a1", "");
		write("b2", "a1");
		write("c3", "b2");
		this.runs.start();
		this.database.execute("DELETE FROM migrations_history WHERE revision <> 'c3'");
		assertThat(check()).isEmpty();
		this.database.execute("DELETE FROM migrations_history");
		assertThat(check()).isEmpty();
		assertThat(this.runs.downgrade("base").revisions()).containsExactly("c3", "b2", "a1");
	}

	@Test
	void mergesAndCyclesOfDowngradesAreAccountedFor() {
		write("a1", "");
		write("b1", "a1");
		write("b2", "a1");
		write("m1", "b1, b2");
		this.runs.start();
		this.runs.downgrade("a1");
		this.runs.start();
		assertThat(check()).isEmpty();
		write("b3", "a1");
		write("m1", "b1, b2, b3");
		assertThat(check()).hasSize(1);
		assertThat(missing("b3").revisions()).containsExactly("b3");
		assertThat(this.runs.downgrade("a1").revisions()).containsExactlyInAnyOrder("m1", "b1", "b2", "b3");
	}

	@Test
	void acceptedRevisionCountsAsRun() {
		insert();
		this.database.execute("CREATE TABLE t_b2 (id int)");
		assertThat(this.runs.runner().accept(this.runs.connections(), List.of("b2"))).singleElement()
			.satisfies((accepted) -> assertThat(accepted.changed()).isTrue());
		assertThat(check()).isEmpty();
		assertThat(this.runs.downgrade("a1").revisions()).containsExactly("c3", "b2");
	}

	private MigrationResult missing(String target) {
		return this.runs.runner().upgrade(this.runs.connections(), UpgradeRequest.to(target).withMissing());
	}

	private MigrationPlan<RevisionStep> plan(String target) {
		return this.runs.runner().planUpgrade(this.runs.connections(), UpgradeRequest.to(target).withMissing());
	}

	private List<MigrationException> check() {
		return new MigrationCheck(new PostgresqlDialect(), this.runs.settings(), this.runs.scripts().load())
			.database(this.runs.connections());
	}

}
