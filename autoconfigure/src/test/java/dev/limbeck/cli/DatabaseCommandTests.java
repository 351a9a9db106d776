package dev.limbeck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import dev.limbeck.cli.CommandLineProject.Result;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.runtime.MigrationSettings;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Commands that look at a database or change it.
 */
class DatabaseCommandTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private CommandLineProject project;

	@BeforeEach
	void createProject(@TempDir Path path) {
		this.project = CommandLineProject.withLine(path).on(this.database);
	}

	@Test
	void upgradeTellsOfItsProgressOnTheErrorStream() {
		Result result = this.project.run("upgrade", "heads");
		assertThat(result.code()).isZero();
		assertThat(result.out()).isEmpty();
		assertThat(withoutTimes(result.err())).isEqualTo("""
				[1/3] Running upgrade  -> a1, make a1
				[2/3] Running upgrade a1 -> a2, make a2
				[3/3] Running upgrade a2 -> a3, make a3
				Done: 3 steps in TIME. The database is at a3.
				""");
		assertThat(this.project.run("upgrade", "heads"))
			.isEqualTo(new Result(0, "", "Nothing to do: the database is at a3.\n"));
	}

	@Test
	void upgradeTellsTheTimeOfEachStepOnATerminal() {
		this.project.onTerminal();
		assertThat(withoutTimes(this.project.run("upgrade", "a2").err())).isEqualTo("""
				[1/2] Running upgrade  -> a1, make a1  TIME
				[2/2] Running upgrade a1 -> a2, make a2  TIME
				Done: 2 steps in TIME. The database is at a2.
				""");
	}

	@Test
	void quietRunIsSilent() {
		assertThat(this.project.run("upgrade", "-q", "heads")).isEqualTo(new Result(0, "", ""));
		assertThat(this.project.run("-q", "downgrade", "base")).isEqualTo(new Result(0, "", ""));
	}

	@Test
	void upgradeIsReportedAsJson() {
		assertThat(withoutTimes(this.project.run("upgrade", "heads", "--json").out())).isEqualTo("""
				{
				  "direction": "upgrade",
				  "revisions": ["a1", "a2", "a3"],
				  "heads": ["a3"],
				  "warnings": [],
				  "duration": "TIME"
				}
				""");
	}

	@Test
	void wordsOfTheServerAreMembersOfAFailure() {
		this.project.file("a4.sql", """
				-- make a4
				-- revision: a4
				-- down_revision: a3

				-- migrate:upgrade
				CREATE TABLE customer (id int PRIMARY KEY);
				CREATE VIEW v AS SELECT id FROM customer;
				DO $$
				BEGIN
				  DROP TABLE customer;
				END $$;
				""");
		Result result = this.project.run("upgrade", "heads", "--json");
		assertThat(result.code()).isEqualTo(1);
		assertThat(result.out()).contains("\"category\": \"statement-failed\"")
			.endsWith(
					"""
							    "server": {
							      "sqlState": "2BP01",
							      "message": "cannot drop table customer because other objects depend on it",
							      "detail": "view v depends on table customer",
							      "hint": "Use DROP ... CASCADE to drop the dependent objects too.",
							      "context": "SQL statement \\"DROP TABLE customer\\"\\nPL/pgSQL function inline_code_block line 3 at SQL statement"
							    }
							  }
							}
							""");
	}

	@Test
	void rowOfAFailureIsNoMember() {
		this.project.file("a4.sql", """
				-- make a4
				-- revision: a4
				-- down_revision: a3

				-- migrate:upgrade
				INSERT INTO t_a1 VALUES (4711), (4711);
				CREATE UNIQUE INDEX u ON t_a1 (id);
				""");
		assertThat(this.project.run("upgrade", "heads", "--json").out()).contains("\"sqlState\": \"23505\"")
			.contains("\"detail\": null")
			.doesNotContain("4711)=");
	}

	@Test
	void targetsMayBeginWithAMinus() {
		this.project.run("upgrade", "+3");
		assertThat(this.project.run("downgrade", "-1").code()).isZero();
		assertThat(this.project.run("current").out()).isEqualTo("a2\n");
		assertThat(this.project.run("downgrade", "a2-1").code()).isZero();
		assertThat(this.project.run("current").out()).isEqualTo("a1\n");
	}

	@Test
	void planChangesNothing() {
		this.project.run("upgrade", "a1");
		assertThat(this.project.run("upgrade", "heads", "--plan")).isEqualTo(new Result(0, """
				upgrade a1 -> a2, make a2
				upgrade a2 -> a3, make a3
				From a1 to a3.
				""", ""));
		assertThat(this.project.run("downgrade", "base", "--plan")).isEqualTo(new Result(0, """
				downgrade a1 -> , make a1
				From a1 to base.
				""", ""));
		assertThat(this.project.run("stamp", "a3", "--plan")).isEqualTo(new Result(0, """
				stamp a1 -> a3
				From a1 to a3.
				""", ""));
		assertThat(this.project.run("upgrade", "a1", "--plan").out())
			.isEqualTo("Nothing to do: the database is at a1.\n");
		assertThat(this.project.run("current").out()).isEqualTo("a1\n");
	}

	@Test
	void planIsReportedAsJson() {
		assertThat(this.project.run("upgrade", "a1", "--plan", "--json").out()).isEqualTo("""
				{
				  "steps": [
				    {
				      "direction": "upgrade",
				      "revision": "a1",
				      "message": "make a1",
				      "from": [],
				      "to": ["a1"],
				      "headsAfter": ["a1"],
				      "transactional": true
				    }
				  ],
				  "startHeads": [],
				  "finalHeads": ["a1"],
				  "warnings": []
				}
				""");
	}

	@Test
	void downgradeAndStampAreReportedAsJson() {
		this.project.run("upgrade", "heads");
		assertThat(this.project.run("downgrade", "a1", "--json").out()).contains("\"direction\": \"downgrade\"",
				"\"revisions\": [\"a3\", \"a2\"]", "\"heads\": [\"a1\"]");
		assertThat(this.project.run("stamp", "a3", "--json").out()).contains("\"direction\": \"stamp\"",
				"\"heads\": [\"a3\"]");
	}

	@Test
	void stampSaysWhereTheDatabaseIsThen() {
		assertThat(this.project.run("stamp", "a2")).isEqualTo(new Result(0, "", """
				[1/1] Running stamp_revision  -> a2
				The database is at a2.
				"""));
		assertThat(this.project.run("stamp", "base")).isEqualTo(new Result(0, "", """
				[1/1] Running stamp_revision a2 ->
				The database is at base.
				""".replace("->\n", "-> \n")));
	}

	@Test
	void currentSaysWhereTheDatabaseIs() {
		assertThat(this.project.run("current")).isEqualTo(new Result(0, "", "No revision is applied.\n"));
		this.project.run("upgrade", "a2");
		assertThat(this.project.run("current")).isEqualTo(new Result(0, "a2\n", ""));
		this.project.run("upgrade", "heads");
		assertThat(this.project.run("current")).isEqualTo(new Result(0, "a3 (head)\n", ""));
		assertThat(this.project.run("current", "-v").out()).matches("""
				(?s)Current revision for jdbc:postgresql://.*:
				Rev: a3 \\(head\\)
				Parent: a2
				Path: DIR/versions/a3.sql

				    make a3

				    more about a3

				""");
	}

	@Test
	void currentEndsWithThreeIfTheDatabaseIsNotAtItsHeads() {
		this.project.run("upgrade", "a2");
		assertThat(this.project.run("current", "-c")).isEqualTo(new Result(3, "a2\n", """
				FAILED: Database is not on all head revisions
				What to do: Run 'migrations upgrade heads', or see 'migrations heads' for what is missing.
				"""));
		assertThat(this.project.run("current", "--check-heads", "--json").out()).contains("\"atHeads\": false");
		this.project.run("upgrade", "heads");
		assertThat(this.project.run("current", "--check-heads").code()).isZero();
	}

	@Test
	void historyMarksWhatIsCurrent() {
		this.project.run("upgrade", "a2");
		assertThat(this.project.run("history", "-i").out()).isEqualTo("""
				a2 -> a3 (head), make a3
				a1 -> a2 (current), make a2
				<base> -> a1, make a1
				""");
		assertThat(this.project.run("history", "-r:current").out()).isEqualTo("""
				a1 -> a2, make a2
				<base> -> a1, make a1
				""");
		assertThat(this.project.run("history", "-i", "--graph").out()).isEqualTo("""
				*  a3 (head), make a3
				@  a2 (current), make a2
				*  a1, make a1
				""");
	}

	@Test
	void revisionThatTheDatabaseHasAndTheFilesHaveNotFails() {
		this.project.run("upgrade", "a1");
		this.database.execute("UPDATE migrations_version SET version_num = 'gone'");
		for (String command : new String[] { "current", "history -i", "upgrade heads", "downgrade base",
				"show current" }) {
			Result result = this.project.run(command.split(" "));
			assertThat(result.code()).as(command).isEqualTo(1);
			assertThat(result.err()).as(command).contains("FAILED: ", "gone", "What to do: ");
		}
		assertThat(this.project.run("check").code()).isEqualTo(3);
		assertThat(this.project.run("stamp", "--purge", "a1").code()).isZero();
		assertThat(this.project.run("current").out()).isEqualTo("a1\n");
	}

	@Test
	void headIsAmbiguousWhereThereAreSeveral(@TempDir Path path) {
		CommandLineProject branches = CommandLineProject.withBranches(path).on(this.database);
		Result result = branches.run("upgrade", "head", "--json");
		assertThat(result.code()).isEqualTo(1);
		assertThat(result.out()).contains("\"category\": \"multiple-heads\"");
		assertThat(result.err()).contains("e1").contains("x2");
		assertThat(branches.run("upgrade", "extra@head").code()).isZero();
		assertThat(branches.run("current").out()).isEqualTo("c1\nx2 (head)\n");
	}

	@Test
	void failedStatementLeavesTheLineOfItsStep() {
		this.project.onTerminal().revision("a4", "a3", "").file("a5.sql", """
				-- fail
				-- revision: a5
				-- down_revision: a3

				-- migrate:upgrade
				SELECT 1/0;
				""");
		Result result = this.project.run("upgrade", "a5");
		assertThat(result.code()).isEqualTo(1);
		assertThat(withoutTimes(result.err())).contains("[4/4] Running upgrade a3 -> a5, fail\nFAILED: ")
			.contains("division by zero");
	}

	@Test
	void lockThatAnotherHoldsGivesFour() throws SQLException {
		this.project.with(MigrationSettings.builder().lockWaitTimeout(Duration.ofMillis(200)).build());
		try (Connection holder = this.database.connect()) {
			new PostgresqlDialect().openSession(holder, null, "migrations_version").tryLock();
			Result result = this.project.run("upgrade", "heads", "--json");
			assertThat(result.code()).isEqualTo(4);
			assertThat(result.out()).contains("\"category\": \"lock-wait-timeout\"");
		}
	}

	@Test
	void versionTableIsCreatedOnce() {
		assertThat(this.project.run("ensure-version"))
			.isEqualTo(new Result(0, "", "The table migrations_version was created.\n"));
		assertThat(this.project.run("ensure_version", "--json").out()).isEqualTo("""
				{
				  "table": "migrations_version",
				  "created": false
				}
				""");
	}

	@Test
	void checkFindsPendingRevisions() {
		Result result = this.project.run("check");
		assertThat(result.code()).isEqualTo(3);
		assertThat(result.out()).startsWith("pending: ");
		this.project.run("upgrade", "heads");
		assertThat(this.project.run("check")).isEqualTo(new Result(0, """
				note: No model was compared, because the application has none: neither JPA entities nor Spring Data \
				JDBC entities nor a Schema bean nor a file of SQL that migrations.autogenerate.schema-file names.
				No problems found.
				""", ""));
	}

	@Test
	void scriptNeedsNoDatabase(@TempDir Path path) throws IOException {
		CommandLineProject offline = CommandLineProject.withLine(path);
		Result result = offline.run("upgrade", "heads", "--sql");
		assertThat(result.code()).isZero();
		assertThat(result.out()).contains("CREATE TABLE t_a3 (id integer);");
		assertThat(offline.run("downgrade", "a3:a1", "--sql").out()).contains("DROP TABLE t_a2;");
		assertThat(offline.run("stamp", "a3", "--sql").out()).contains("a3").doesNotContain("DELETE FROM");
		assertThat(offline.run("stamp", "a3", "--sql", "--purge").out()).contains("DELETE FROM");
		assertThat(offline.run("ensure_version", "--sql").out()).contains("CREATE TABLE");
		Path file = path.resolve("upgrade.sql");
		Files.writeString(file, "old");
		assertThat(offline.run("upgrade", "heads", "--sql", "--output", file.toString()))
			.isEqualTo(new Result(0, "", "Wrote DIR/upgrade.sql\n"));
		assertThat(Files.readString(file)).isEqualTo(result.out());
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
	}

	@Test
	void stampThatPurgesCanBeAScript(@TempDir Path path) {
		Result result = CommandLineProject.withLine(path).run("stamp", "a2", "--purge", "--sql");
		assertThat(result.code()).isZero();
		assertThat(result.out()).contains("DELETE FROM \"migrations_version\"", "'a2'");
	}

	@Test
	void nameOfAScriptMayBeginWithAMinus(@TempDir Path path) {
		Result result = CommandLineProject.withLine(path).run("upgrade", "heads", "--sql", "--output", "-1/x.sql");
		assertThat(result.err()).containsPattern("The directory .*/-1 does not exist");
	}

	@Test
	void scriptThatCannotBeMadeOrWrittenLeavesNothing(@TempDir Path path) {
		CommandLineProject offline = CommandLineProject.withLine(path);
		Result result = offline.run("downgrade", "a1", "--sql");
		assertThat(result.code()).isEqualTo(1);
		assertThat(result.out()).isEmpty();
		Result unwritable = offline.run("upgrade", "heads", "--sql", "--output",
				path.resolve("no/where.sql").toString());
		assertThat(unwritable.code()).isEqualTo(1);
		assertThat(unwritable.err()).startsWith("FAILED: The directory DIR/no does not exist");
	}

	private static String withoutTimes(String text) {
		return text.replaceAll("\\b\\d+(\\.\\d+)? (ms|s)\\b", "TIME").replaceAll("PT[\\d.]+S", "TIME");
	}

}
