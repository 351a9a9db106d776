package dev.limbeck.runtime;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.limbeck.revision.DowngradeRequest;
import dev.limbeck.revision.MigrationStep;
import dev.limbeck.revision.UpgradeRequest;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link MigrationListener}: what it is told and when, and what it can stop.
 */
@ExtendWith(OutputCaptureExtension.class)
class MigrationListenerTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private RevisionDirectory directory;

	private Runs runs;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.directory = new RevisionDirectory(path);
		this.runs = new Runs(this.database, this.directory);
		this.directory.write("a1", "", "CREATE TABLE a ();", "DROP TABLE a;")
			.write("b2", "a1", "CREATE TABLE b ();", "DROP TABLE b;");
	}

	@Test
	void eachStepIsToldInOrder() {
		Recorder recorder = new Recorder();
		this.runs.tell(recorder).start();
		assertThat(recorder.events()).containsExactly("started upgrade -> a1 1/2", "applied -> a1 [a1], committed []",
				"committed -> a1 [a1]", "finished 1/2", "started upgrade a1 -> b2 2/2",
				"applied a1 -> b2 [b2], committed [a1]", "committed a1 -> b2 [b2]", "finished 2/2");
		recorder.events().clear();
		this.runs.downgrade("a1");
		this.runs.stamp("b2");
		assertThat(recorder.events()).contains("applied b2 -> a1 [a1], committed [b2]", "committed b2 -> a1 [a1]",
				"started stamp a1 -> b2 1/1", "applied a1 -> b2 [b2], committed [a1]", "committed a1 -> b2 [b2]");
	}

	@Test
	void runInOneTransactionIsCommittedAtItsEnd() {
		Recorder recorder = new Recorder();
		this.runs.in(TransactionMode.PER_RUN).tell(recorder).start();
		assertThat(recorder.events()).containsExactly("started upgrade -> a1 1/2", "applied -> a1 [a1], committed []",
				"finished 1/2", "started upgrade a1 -> b2 2/2", "applied a1 -> b2 [b2], committed []", "finished 2/2",
				"committed -> a1 [b2]", "committed a1 -> b2 [b2]");
	}

	@Test
	void listenerWithoutPartInTransactionsIsToldTheSame() {
		List<String> events = new ArrayList<>();
		this.runs.tell(new MigrationListener() {

			@Override
			public void stepStarted(StepProgress progress) {
				events.add("started " + progress.number());
			}

			@Override
			public void stepCommitted(StepProgress committed) {
				events.add("committed " + committed.number());
			}

			@Override
			public void versionApplied(AppliedStep applied) {
				events.add("applied");
			}

			@Override
			public boolean isTransactional() {
				return false;
			}

		}).start();
		assertThat(events).containsExactly("started 1", "committed 1", "started 2", "committed 2");
	}

	@Test
	void whatAListenerWritesIsPartOfTheStep() {
		this.database.execute("CREATE TABLE log (heads text, role text)");
		this.directory.write("b2", "a1", "CREATE TABLE b ();\n-- migrate:autocommit\nSELECT 1;\n-- migrate:end");
		this.runs.tell(new MigrationListener() {

			@Override
			public void versionApplied(AppliedStep applied) throws SQLException {
				try (Statement statement = applied.connection().createStatement()) {
					statement
						.execute("INSERT INTO log VALUES ('" + String.join(",", applied.heads()) + "', current_user)");
				}
			}

		}).start();
		assertThat(this.database.query("SELECT heads FROM log")).containsExactly("a1", "b2");
	}

	@Test
	void refusalRollsTheStepBack() {
		this.runs.tell(new Refusal());
		ListenerFailedException failure = org.assertj.core.api.Assertions
			.catchThrowableOfType(ListenerFailedException.class, this.runs::start);
		assertThat(failure).hasMessageContaining("Refusal failed in the transaction of the upgrade of revision b2")
			.hasMessageContaining("division by zero")
			.hasMessageContaining("Nothing of this revision remains; the database is at revision a1");
		assertThat(this.runs.heads()).containsExactly("a1");
		assertThat(this.database.query("SELECT to_regclass('b')")).containsExactly("null");
	}

	@Test
	void refusalOfAStepOutsideOfTransactionIsARefusalOfItsRecord() {
		this.directory.write("b2", "a1", "CREATE TABLE b ();\n-- migrate:autocommit\nVACUUM b;\n-- migrate:end");
		assertThatExceptionOfType(ListenerFailedException.class).isThrownBy(this.runs.tell(new Refusal())::start)
			.withMessageContaining("2 of 2 statements have run and stay");
		assertThat(this.runs.heads()).containsExactly("a1");
		assertThat(new Runs(this.database, this.directory).start().revisions()).containsExactly("b2");
		assertThat(this.runs.history()).containsExactly("a1 upgrade [a1] success", "b2 upgrade [b2] success 2");
	}

	@Test
	void failureOutsideOfTransactionIsLoggedAndTheRunGoesOn(CapturedOutput output) {
		this.runs.tell(new MigrationListener() {

			@Override
			public void stepCommitted(StepProgress committed) {
				throw new IllegalStateException("mail server is away");
			}

		}).start();
		assertThat(this.runs.heads()).containsExactly("b2");
		assertThat(output).contains("MigrationListenerTests$", "mail server is away");
	}

	@Test
	void stepsAreLoggedInTheWordsOfAlembic(CapturedOutput output) {
		this.runs.start();
		this.runs.downgrade("base");
		this.runs.stamp("a1");
		this.runs.stamp("b2");
		assertThat(output).contains("Running upgrade  -> a1, make a1 (1 of 2)",
				"Running upgrade a1 -> b2, make b2 (2 of 2)",
				"Database was upgraded to revision b2: 2 revisions applied",
				"Running downgrade b2 -> a1, make b2 (1 of 2)", "Running downgrade a1 -> , make a1 (2 of 2)",
				"Database was downgraded to base (no revision is applied): 2 revisions taken back",
				"Running stamp_revision  -> a1 (1 of 1)", "Running stamp_revision a1 -> b2 (1 of 1)");
	}

	@Test
	void argumentsReachRevisionsAndListeners() {
		this.directory.write("a1", "", "CREATE TABLE a AS SELECT '${x.tenant} ${other}' AS v;",
				"DROP TABLE ${x.gone};");
		List<RunArguments> told = new ArrayList<>();
		this.runs.placeholders(Map.of("other", "o")).tell(new MigrationListener() {

			@Override
			public void versionApplied(AppliedStep applied) {
				told.add(applied.arguments());
			}

		});
		RunArguments arguments = new RunArguments(Map.of("tenant", "t1"), "release-7");
		this.runs.runner()
			.upgrade(this.runs.connections(),
					UpgradeRequest.to("a1").withArguments(arguments.x()).withTag(arguments.tag()));
		assertThat(this.database.query("SELECT v FROM a")).containsExactly("t1 o");
		assertThat(told).containsExactly(arguments);
		assertThat(arguments.toString()).doesNotContain("t1");
		assertThatExceptionOfType(InvalidScriptException.class).isThrownBy(() -> this.runs.downgrade("base"))
			.withMessageContaining("a1.sql:10:12")
			.satisfies((failure) -> assertThat(failure.getAction()).contains("-x gone="));
		this.runs.runner()
			.downgrade(this.runs.connections(), DowngradeRequest.to("base").withArguments(Map.of("gone", "a")));
		assertThat(this.runs.heads()).isEmpty();
	}

	@Test
	void argumentAloneSwitchesPlaceholdersOn() {
		this.directory.write("a1", "", "CREATE TABLE a AS SELECT '${x.tenant}' AS v;");
		this.runs.runner()
			.upgrade(this.runs.connections(), UpgradeRequest.to("a1").withArguments(Map.of("tenant", "t1")));
		assertThat(this.database.query("SELECT v FROM a")).containsExactly("t1");
	}

	private static final class Refusal implements MigrationListener {

		@Override
		public void versionApplied(AppliedStep applied) throws SQLException {
			if (applied.heads().contains("b2")) {
				try (Statement statement = applied.connection().createStatement()) {
					statement.execute("SELECT 1 / 0");
				}
			}
		}

	}

	/** Writes down what it is told, and what another connection sees meanwhile. */
	private final class Recorder implements MigrationListener {

		private final List<String> events = new ArrayList<>();

		@Override
		public void stepStarted(StepProgress progress) {
			this.events.add("started " + progress.step().direction().word() + " " + describe(progress.step()) + " "
					+ place(progress));
		}

		@Override
		public void versionApplied(AppliedStep applied) {
			this.events.add("applied " + describe(applied.step()) + " " + applied.heads() + ", committed "
					+ MigrationListenerTests.this.runs.heads());
		}

		@Override
		public void stepFinished(StepProgress progress, Duration elapsed) {
			assertThat(elapsed).isPositive();
			this.events.add("finished " + place(progress));
		}

		@Override
		public void stepCommitted(StepProgress committed) {
			this.events.add("committed " + describe(committed.step()) + " " + MigrationListenerTests.this.runs.heads());
		}

		private String place(StepProgress progress) {
			return progress.number() + "/" + progress.total();
		}

		private String describe(MigrationStep step) {
			return (String.join(",", step.from()) + " -> " + String.join(",", step.to())).trim();
		}

		List<String> events() {
			return this.events;
		}

	}

}
