package dev.limbeck.command;

import java.nio.file.Path;
import java.util.List;

import dev.limbeck.revision.RevisionException;
import dev.limbeck.revision.UnknownCurrentRevisionException;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link HistoryCommand}.
 */
class HistoryCommandTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	@TempDir
	private Path path;

	@Test
	void allRevisionsAreListedNewestFirstWithoutADatabase() {
		List<RevisionEntry> history = Project.withBranches(this.path).offline().history();
		assertThat(Project.ids(history)).hasSize(7)
			.startsWith("e1")
			.endsWith("a1")
			.containsSubsequence("x2", "c1", "b1");
		assertThat(history).allMatch((entry) -> entry.current() == null && entry.applied() == null);
	}

	@Test
	void rangeIsFromItsEndToItsStart() {
		Migrations migrations = Project.withBranches(this.path).offline();
		assertThat(Project.ids(migrations.history(HistoryRequest.all().withRange("b1:c1")))).containsExactly("c1",
				"b1");
	}

	@Test
	void currentIsWhatTheDatabaseSays() {
		Project project = Project.withBranches(this.path);
		project.on(this.database).upgrade("c1");
		List<RevisionEntry> history = project.on(this.database).history(HistoryRequest.all().withCurrent());
		assertThat(history).filteredOn((entry) -> Boolean.TRUE.equals(entry.current()))
			.extracting(RevisionEntry::revision)
			.containsExactly("c1");
		assertThat(history).filteredOn((entry) -> Boolean.TRUE.equals(entry.applied()))
			.extracting(RevisionEntry::revision)
			.containsExactly("c1", "b1", "a1");
	}

	@Test
	void rangeMaySpeakOfTheDatabase() {
		Project project = Project.withBranches(this.path);
		project.on(this.database).upgrade("b1");
		assertThat(Project.ids(project.on(this.database).history(HistoryRequest.all().withRange("current:e1"))))
			.startsWith("e1")
			.endsWith("b1")
			.hasSize(4);
	}

	@Test
	void databaseIsNeededOnlyIfItIsSpokenOf() {
		Migrations migrations = Project.withBranches(this.path).offline();
		assertThatExceptionOfType(NoDatabaseException.class)
			.isThrownBy(() -> migrations.history(HistoryRequest.all().withCurrent()));
		assertThatExceptionOfType(NoDatabaseException.class)
			.isThrownBy(() -> migrations.history(HistoryRequest.all().withRange(":current")));
	}

	@Test
	void unknownRevisionInTheDatabaseIsRefused() {
		Project project = Project.withBranches(this.path);
		project.on(this.database).upgrade("a1");
		this.database.execute("UPDATE migrations_version SET version_num = 'other'");
		assertThatExceptionOfType(UnknownCurrentRevisionException.class)
			.isThrownBy(() -> project.on(this.database).history(HistoryRequest.all().withCurrent()))
			.withMessageContaining("other");
	}

	@Test
	void malformedRangeIsRefused() {
		Migrations migrations = Project.withBranches(this.path).offline();
		assertThatExceptionOfType(RevisionException.class)
			.isThrownBy(() -> migrations.history(HistoryRequest.all().withRange("b1")))
			.satisfies((failure) -> assertThat(failure.getAction()).isNotBlank());
	}

}
