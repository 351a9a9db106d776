package dev.limbeck.runtime;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;

import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import dev.limbeck.text.HarmlessText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Nothing that others wrote acts on a terminal that shows the log, nor on what reads it
 * line by line.
 */
@ExtendWith(OutputCaptureExtension.class)
class HarmlessOutputTests {

	private static final String HARM = "\u001b]0;owned\u0007 \u202etxt \u009b1m";

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private RevisionDirectory directory;

	private Runs runs;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.directory = new RevisionDirectory(path);
		this.runs = new Runs(this.database, this.directory);
	}

	private static void assertHarmless(CharSequence text) {
		assertThat(text.toString().codePoints().filter((c) -> c != '\n' && c != '\t' && !HarmlessText.isHarmless(c)))
			.isEmpty();
	}

	private void fails(CapturedOutput output, String... contained) {
		assertThatExceptionOfType(MigrationException.class).isThrownBy(this.runs::start).satisfies((failure) -> {
			assertThat(failure.getMessage()).contains(contained);
			assertHarmless(failure.getMessage() + failure.getAction());
		});
		assertHarmless(output);
	}

	@Test
	void messageOfARevision(CapturedOutput output) {
		this.directory.writeFile("a1.sql", "-- " + HARM + "\n-- revision: a1\n\n-- migrate:upgrade\n");
		this.runs.start();
		assertThat(output).contains("Running upgrade  -> a1, \\u001b]0;owned\\u0007 \\u202etxt");
		assertHarmless(output);
	}

	@Test
	void rowOfTheVersionTable(CapturedOutput output) {
		this.directory.write("a1", "", "");
		this.runs.start();
		this.database.execute("UPDATE migrations_version SET version_num = E'x\\x1b[31m\\n2026 INFO forged'");
		fails(output, "\\u001b[31m");
	}

	@Test
	void textOfTheServer(CapturedOutput output) {
		this.directory.write("a1", "",
				"DO $$ BEGIN RAISE EXCEPTION E'\\x1b]0;owned\\x07 \\u202e' USING HINT = E'\\x1b[2J'; END $$;");
		fails(output, "\\u001b]0;owned\\u0007 \\u202e", "\\u001b[2J");
	}

	@Test
	void nameOfAFile(CapturedOutput output) {
		this.directory.writeFile("a\u001b[31m\u202e.sql", "no header");
		fails(output, "\\u001b[31m\\u202e");
	}

	@Test
	void nameOfTheApplicationThatHoldsTheLock(CapturedOutput output) throws Exception {
		this.directory.write("a1", "", "");
		try (Connection holder = this.database.connect(); Statement statement = holder.createStatement()) {
			statement.execute("SET application_name = E'x\\x1b[31m'");
			new PostgresqlDialect().openSession(holder, null, "migrations_version").tryLock();
			this.runs.lockWait(Duration.ofMillis(300));
			fails(output, "application x");
		}
	}

	@Test
	void exceptionThatIsLogged(CapturedOutput output) {
		this.directory.write("a1", "", "");
		this.runs.tell(new MigrationListener() {

			@Override
			public void stepStarted(StepProgress progress) {
				throw new IllegalStateException(HARM);
			}

		});
		this.runs.start();
		assertThat(output).contains("java.lang.IllegalStateException: \\u001b]0;owned");
		assertHarmless(output);
	}

}
