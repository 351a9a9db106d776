package dev.limbeck.command;

import java.nio.file.Path;
import java.util.List;

import dev.limbeck.revision.RevisionNotFoundException;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ShowCommand}.
 */
class ShowCommandTests {

	@TempDir
	private Path path;

	@Test
	void revisionIsShownWithBothSections() {
		RevisionDetails details = Project.withBranches(this.path).offline().show("left").get(0);
		assertThat(details.entry().revision()).isEqualTo("c1");
		assertThat(details.upgradeSql()).isEqualTo("CREATE TABLE t_c1 (id integer);\n");
		assertThat(details.downgradeSql()).isEqualTo("DROP TABLE t_c1;\n");
		assertThat(details.irreversible()).isFalse();
	}

	@Test
	void partsOutsideATransactionAreMarked() {
		Project project = new Project(this.path).file("a1.sql", """
				-- make a1
				-- revision: a1

				-- migrate:upgrade

				CREATE TABLE t (id integer);

				-- migrate:autocommit
				CREATE INDEX CONCURRENTLY i ON t (id);
				-- migrate:end

				SELECT 1;
				""");
		RevisionDetails details = project.offline().show("a1").get(0);
		assertThat(details.upgradeSql()).isEqualTo("""
				CREATE TABLE t (id integer);
				-- migrate:autocommit
				CREATE INDEX CONCURRENTLY i ON t (id);
				-- migrate:end
				SELECT 1;
				""");
		assertThat(details.downgradeSql()).isNull();
		assertThat(details.irreversible()).isTrue();
	}

	@Test
	void headsAreShownOneAfterTheOther() {
		List<RevisionDetails> details = Project.withBranches(this.path).offline().show("heads");
		assertThat(details).extracting((each) -> each.entry().revision()).containsExactly("e1", "x2");
	}

	@Test
	void currentIsWhatTheDatabaseHas() {
		TestDatabase database = PostgresServer.shared().createDatabase();
		Project project = Project.withBranches(this.path);
		project.on(database).upgrade("b1");
		assertThat(project.on(database).show("current")).singleElement().satisfies((details) -> {
			assertThat(details.entry().revision()).isEqualTo("b1");
			assertThat(details.entry().current()).isTrue();
		});
	}

	@Test
	void unknownRevisionIsRefused() {
		Migrations migrations = Project.withBranches(this.path).offline();
		assertThatExceptionOfType(RevisionNotFoundException.class).isThrownBy(() -> migrations.show("nowhere"));
	}

}
