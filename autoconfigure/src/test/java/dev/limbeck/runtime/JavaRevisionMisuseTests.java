package dev.limbeck.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.operation.Operations;
import dev.limbeck.script.MigrationScript;
import dev.limbeck.script.Revision;
import dev.limbeck.script.RevisionScripts;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for revisions in Java that fail in unusual ways, or use what they are given in
 * ways it is not meant for.
 */
class JavaRevisionMisuseTests {

	private static final String TOO_LONG = "x".repeat(64);

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private RevisionDirectory directory;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.directory = new RevisionDirectory(path).write("a1", "", "CREATE TABLE t (id int);");
	}

	@Test
	void errorsOfAllKindsAreFailuresOfTheRevision() {
		for (MigrationScript script : List.<MigrationScript>of((op) -> overflow(), (op) -> {
			throw new OutOfMemoryError("too many rows");
		}, (op) -> {
			throw new Error("not yet");
		})) {
			assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(run(script)::start)
				.withMessageContaining("The upgrade of revision b2")
				.withMessageContaining("Nothing of this revision remains")
				.withCauseInstanceOf(Error.class);
		}
	}

	@Test
	void errorOutsideATransactionIsRecorded() {
		Runs runs = run((op) -> op.autocommit((outside) -> {
			outside.execute("INSERT INTO t VALUES (1)");
			overflow();
		}));
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(runs::start)
			.withMessageContaining("1 statements have run and stay");
		assertThat(runs.history()).containsExactly("a1 upgrade [a1] success", "b2 upgrade [a1] failed 1");
	}

	@Test
	void threadThatWasInterruptedStaysSo() {
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(run((op) -> {
			throw new InterruptedException();
		})::start);
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void exceptionOfOurFamilyIsToldWithTheRevision() {
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(run((op) -> {
			throw new OwnException();
		})::start)
			.withMessageContaining("The upgrade of revision b2")
			.withMessageContaining("no such tenant")
			.withMessageContaining("Nothing of this revision remains")
			.satisfies((failure) -> assertThat(failure.getAction()).isEqualTo("Name another one."));
	}

	@Test
	void operationThatCannotBeWrittenIsToldWithItsNameAndLine() {
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(run((op) -> op.dropTable(TOO_LONG))::start)
			.withMessageContaining("The upgrade of revision b2 (" + Lambda.class.getName())
			.withMessageContaining("JavaRevisionMisuseTests.java:")
			.withMessageContaining("has 64 bytes")
			.withMessageContaining("Operation: DropTable")
			.withMessageContaining("Nothing of this revision remains; the database is at revision a1.")
			.satisfies((failure) -> assertThat(failure.getAction()).isEqualTo("Choose a shorter one."));
	}

	@Test
	void operationThatCannotBeWrittenIsAFailureEvenIfItIsCaught() {
		assertThatExceptionOfType(RevisionFailedException.class)
			.isThrownBy(run((op) -> ignore(() -> op.dropTable(TOO_LONG)))::start)
			.withMessageContaining("has 64 bytes");
		assertThatExceptionOfType(RevisionFailedException.class)
			.isThrownBy(() -> print((op) -> ignore(() -> op.dropTable(TOO_LONG))))
			.withMessageContaining("has 64 bytes")
			.withMessageContaining("Nothing was printed.");
	}

	@Test
	void ownStatementThatFailedAndWasCaughtIsNamedAsTheReason() {
		for (MigrationScript script : List.<MigrationScript>of((op) -> failItself(op), (op) -> {
			failItself(op);
			op.autocommit((outside) -> outside.execute("VACUUM t"));
		}, (op) -> {
			op.autocommit((outside) -> outside.execute("VACUUM t"));
			failItself(op);
		})) {
			assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(run(script)::start)
				.withMessageContaining("went on behind a statement of its own that had failed")
				.satisfies((failure) -> assertThat(failure).message()
					.containsIgnoringCase("the database is at revision a1"))
				.satisfies((failure) -> assertThat(failure.getAction()).contains("savepoint"));
			this.database.execute("DELETE FROM migrations_history WHERE revision = 'b2'");
		}
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(run((op) -> {
			failItself(op);
			op.execute("SELECT 1");
		})::start).satisfies((failure) -> assertThat(failure.getAction()).contains("savepoint"));
	}

	@Test
	void blockEndsWithItsException() {
		MigrationScript script = (op) -> {
			ignore(() -> op.autocommit((outside) -> {
				throw new IllegalStateException();
			}));
			op.execute("VACUUM t");
		};
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(run(script)::start)
			.withMessageContaining("refuses inside a transaction");
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> print(script))
			.withMessageContaining("refuses inside a transaction");
	}

	@Test
	void operationsEndWithTheRevision() {
		List<Operations> kept = new ArrayList<>();
		run(kept::add).start();
		Operations op = kept.get(0);
		for (Runnable late : List.<Runnable>of(() -> op.execute("SELECT 1"), () -> op.autocommit((outside) -> {
		}))) {
			assertThatIllegalStateException().isThrownBy(late::run).withMessageContaining("upgrade of revision b2");
		}
	}

	@Test
	void operationsOfOneRevisionAreNotThoseOfTheNext() {
		List<Operations> kept = new ArrayList<>();
		assertThatExceptionOfType(RevisionFailedException.class)
			.isThrownBy(new Runs(this.database, this.directory).revisions(new Lambda(kept::add),
					new Next((op) -> kept.get(0).execute("INSERT INTO t VALUES (1)")))::start)
			.withMessageContaining("The upgrade of revision c3")
			.withMessageContaining("upgrade of revision b2 has ended");
		assertThat(this.database.query("SELECT id FROM t")).isEmpty();
	}

	@Test
	void statementsOfSeveralThreadsAreAllCounted() {
		Runs runs = run((op) -> {
			IntStream.range(0, 200).parallel().forEach((id) -> op.execute("INSERT INTO t VALUES (?)", id));
			op.autocommit((outside) -> outside.execute("VACUUM t"));
		});
		runs.start();
		assertThat(runs.history()).containsExactly("a1 upgrade [a1] success", "b2 upgrade [b2] success 201");
	}

	private Runs run(MigrationScript script) {
		return new Runs(this.database, this.directory).revisions(new Lambda(script));
	}

	private void print(MigrationScript script) throws IOException {
		Runs runs = run(script);
		RevisionScripts scripts = runs.scripts().load();
		new OfflineScript(new PostgresqlDialect(), scripts, runs.settings(), RunArguments.none(),
				StandardCharsets.UTF_8)
			.print(scripts.graph().planOfflineUpgrade("heads"), new StringBuilder());
	}

	private static void failItself(Operations op) {
		ignore(() -> op.context().jdbcClient().sql("SELECT nothing").query().listOfRows());
	}

	private static void ignore(Runnable work) {
		try {
			work.run();
		}
		catch (RuntimeException ex) {
			assertThat(ex).isNotNull();
		}
	}

	@SuppressWarnings("InfiniteRecursion")
	private static int overflow() {
		return overflow() + 1;
	}

	private static final class OwnException extends MigrationException {

		private static final long serialVersionUID = 1L;

		OwnException() {
			super("no such tenant", "Name another one.");
		}

	}

	@Revision(id = "b2", downRevision = "a1", message = "do something")
	private record Lambda(MigrationScript script) implements MigrationScript {

		@Override
		public void upgrade(Operations op) throws Exception {
			this.script.upgrade(op);
		}

	}

	@Revision(id = "c3", downRevision = "b2", message = "do something else")
	private record Next(MigrationScript script) implements MigrationScript {

		@Override
		public void upgrade(Operations op) throws Exception {
			this.script.upgrade(op);
		}

	}

}
