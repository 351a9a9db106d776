package dev.limbeck.runtime;

import java.nio.file.Path;

import dev.limbeck.operation.Operations;
import dev.limbeck.script.MigrationScript;
import dev.limbeck.script.Revision;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the server says while revisions run reaches the log, and does not fill the memory.
 */
@ExtendWith(OutputCaptureExtension.class)
class ServerMessagesTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private Path path;

	private RevisionDirectory directory;

	private Runs runs;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.path = path;
		this.directory = new RevisionDirectory(path.resolve("versions"));
		this.runs = new Runs(this.database, this.directory);
		LoggingSystem.get(getClass().getClassLoader()).setLogLevel(ServerMessages.class.getName(), LogLevel.INFO);
	}

	@Test
	void warningIsLoggedAsOneWithRevisionAndLine(CapturedOutput output) {
		this.directory.write("a1", "",
				"SELECT 1;\n\nDO $$ BEGIN RAISE WARNING '17 rows were skipped' USING HINT = 'look at them'; END $$;");
		this.runs.start();
		assertThat(output.toString().lines().filter((line) -> line.contains("17 rows"))).singleElement()
			.asString()
			.contains("WARN")
			.contains("Revision a1, ")
			.contains("a1.sql:9:1: WARNING: 17 rows were skipped look at them");
	}

	@Test
	void noticeIsForTheLogOfACommand(CapturedOutput output) {
		this.directory.write("a1", "", "DROP TABLE IF EXISTS nowhere;");
		this.runs.messages(new MessageSettings(true, false)).start();
		assertThat(output.toString().lines().filter((line) -> line.contains("nowhere"))).singleElement()
			.asString()
			.contains("INFO")
			.contains("NOTICE: table \"nowhere\" does not exist, skipping");
	}

	@Test
	void noticeIsForTheLogOfAnApplicationThatLooksForFaults(CapturedOutput output) {
		this.directory.write("a1", "", "DROP TABLE IF EXISTS nowhere;");
		this.runs.start();
		assertThat(output).doesNotContain("nowhere");
		this.directory.write("b2", "a1", "DROP TABLE IF EXISTS nobody;");
		LoggingSystem.get(getClass().getClassLoader()).setLogLevel(ServerMessages.class.getName(), LogLevel.DEBUG);
		this.runs.start();
		assertThat(output.toString().lines().filter((line) -> line.contains("nobody"))).singleElement()
			.asString()
			.contains("DEBUG");
	}

	@Test
	void noticeBeforeAFailureIsLogged(CapturedOutput output) {
		this.directory.write("a1", "",
				"DO $$ BEGIN RAISE NOTICE 'row 5 is odd'; RAISE EXCEPTION 'cannot go on'; END $$;");
		this.runs.messages(new MessageSettings(true, false));
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(this.runs::start);
		assertThat(output).contains("NOTICE: row 5 is odd");
	}

	@Test
	void messagesWhileRowsAreReadAreLogged(CapturedOutput output) {
		this.directory
			.write("a1", "", "CREATE FUNCTION f(i int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN IF i IN (5, 777) THEN "
					+ "RAISE WARNING 'row %', i; END IF; RETURN i; END $$;\nSELECT f(g) FROM generate_series(1, 1000) g;");
		this.runs.start();
		assertThat(output).contains("WARNING: row 5").containsOnlyOnce("WARNING: row 777");
	}

	@Test
	void javaRevisionIsHeard(CapturedOutput output) {
		this.directory.write("a1", "", "");
		this.runs.revisions(new Warning()).start();
		assertThat(output).contains("WARNING: said from Java");
	}

	@Test
	void messagesOfARevisionAreLimitedByKind(CapturedOutput output) {
		this.directory.write("a1", "", "DO $$ BEGIN FOR i IN 1..250 LOOP RAISE NOTICE 'n %', i; END LOOP; END $$;\n"
				+ "DO $$ BEGIN RAISE WARNING 'heard nevertheless'; END $$;");
		this.runs.messages(new MessageSettings(true, false)).start();
		assertThat(output.toString().lines().filter((line) -> line.contains("NOTICE: n "))).hasSize(100);
		assertThat(output).contains("heard nevertheless",
				"… and 150 more messages of this kind of the upgrade of revision a1");
	}

	@Test
	void messagesDoNotFillTheMemory() throws Exception {
		this.directory.write("a1", "", "DO $$ BEGIN FOR i IN 1..300000 LOOP RAISE NOTICE 'row % of %', i, "
				+ "repeat('x', 200); END LOOP; RAISE WARNING 'last'; END $$;");
		Path output = this.path.resolve("output");
		assertThat(RunnerProcess.runWithLittleMemory(this.database, this.directory, output)).isZero();
		assertThat(output).content().contains("WARNING: last");
		assertThat(this.runs.heads()).containsExactly("a1");
	}

	@Test
	void rowsThatNobodyReadsDoNotFillTheMemory() throws Exception {
		this.directory.write("a1", "",
				"CREATE SEQUENCE calls;\nCREATE FUNCTION f(i int) RETURNS text LANGUAGE sql AS $$ "
						+ "SELECT nextval('calls') || repeat('x', 100) $$;\n"
						+ "SELECT f(g) FROM generate_series(1, 3000000) g;");
		this.directory.writeFile("b2.sql", "-- b\n-- revision: b2\n-- down_revision: a1\n\n"
				+ "-- migrate:upgrade transaction=off\nSELECT f(g) FROM generate_series(1, 1000000) g;\n");
		assertThat(RunnerProcess.runWithLittleMemory(this.database, this.directory, this.path.resolve("output")))
			.isZero();
		assertThat(this.database.query("SELECT last_value FROM calls")).containsExactly("4000000");
	}

	@Revision(id = "j1", downRevision = "a1")
	static class Warning implements MigrationScript {

		@Override
		public void upgrade(Operations op) {
			op.execute("DO $$ BEGIN RAISE WARNING 'said from Java'; END $$");
		}

	}

}
