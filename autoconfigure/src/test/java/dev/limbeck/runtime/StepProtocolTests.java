package dev.limbeck.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.ScriptSyntax;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.operation.Operations;
import dev.limbeck.revision.MigrationPlan;
import dev.limbeck.revision.MigrationStep;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.script.MigrationScript;
import dev.limbeck.script.Revision;
import dev.limbeck.script.RevisionScripts;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StepProtocol}: a database, a script and an output that only records
 * what it receives are given the same sequence.
 */
class StepProtocolTests {

	private final Dialect dialect = new PostgresqlDialect();

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private RevisionDirectory directory;

	private Runs runs;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.directory = new RevisionDirectory(path).write("a1", "",
				"CREATE TABLE t (id int); INSERT INTO t VALUES (1);", "DROP TABLE t;");
		this.runs = new Runs(this.database, this.directory);
	}

	@Test
	void stepThatIsOneTransactionIsGuardedRecordedAndCommitted() {
		this.directory.write("b2", "a1", "SET ROLE pg_monitor;");
		assertSequence(heads(), "enter a1", "begin", "guard []", "execute CREATE TABLE t (id int)",
				"execute INSERT INTO t VALUES (1)", "record a1", "commit", "enter b2", "begin", "guard [a1]",
				"execute SET ROLE pg_monitor", "restore", "record b2", "commit");
		assertThat(this.runs.heads()).containsExactly("b2");
	}

	@Test
	void statementOutsideATransactionIsAloneAndAllOthersAreCommittedWithTheirCheckpoint() {
		this.runs.start();
		this.directory.write("b2", "a1", """
				INSERT INTO t VALUES (2);
				INSERT INTO t VALUES (3);
				-- migrate:autocommit
				CREATE INDEX CONCURRENTLY i ON t (id);
				INSERT INTO t VALUES (4);
				-- migrate:end
				INSERT INTO t VALUES (5);
				""");
		assertSequence(heads(), "enter b2", "begin", "guard [a1]", "start b2 0", "commit", "part",
				"execute INSERT INTO t VALUES (2)", "execute INSERT INTO t VALUES (3)", "checkpoint 2 behind 0",
				"commit", "alone CREATE INDEX CONCURRENTLY i ON t (id), checkpoint 3 behind 2", "part",
				"execute INSERT INTO t VALUES (4)", "checkpoint 4 behind 3", "commit", "part",
				"execute INSERT INTO t VALUES (5)", "checkpoint 5 behind 4", "commit", "begin", "restore", "guard [a1]",
				"finish b2", "commit");
		assertThat(this.runs.history()).containsExactly("a1 upgrade [a1] success", "b2 upgrade [b2] success 5");
		assertThat(this.database.query("SELECT count(*) FROM t")).containsExactly("5");
	}

	@Test
	void runOfOneTransactionIsGuardedOnceAndCommittedBeforeAStepThatIsNone() {
		this.runs.in(TransactionMode.PER_RUN);
		this.directory.write("b2", "a1", "INSERT INTO t VALUES (2);").writeFile("c3.sql", """
				-- make c3
				--
				-- revision: c3
				-- down_revision: b2

				-- migrate:upgrade transaction=off
				VACUUM t;
				""").write("d4", "c3", "INSERT INTO t VALUES (3);");
		assertSequence(heads(), "enter a1", "begin", "guard []", "execute CREATE TABLE t (id int)",
				"execute INSERT INTO t VALUES (1)", "record a1", "enter b2", "limit",
				"execute INSERT INTO t VALUES (2)", "record b2", "commit", "enter c3", "begin", "guard [b2]",
				"start c3 0", "commit", "alone VACUUM t, checkpoint 1 behind 0", "begin", "restore", "guard [b2]",
				"finish c3", "commit", "enter d4", "begin", "guard [c3]", "execute INSERT INTO t VALUES (3)",
				"record d4", "commit");
	}

	@Test
	void downgradeHasTheSequenceOfAnUpgrade() {
		this.directory.write("b2", "a1", "CREATE INDEX i ON t (id);", """
				-- migrate:autocommit
				DROP INDEX CONCURRENTLY i;
				-- migrate:end
				""");
		this.runs.start();
		assertSequence((graph, heads) -> graph.planDowngrade(heads, "base"), "enter b2", "begin", "guard [b2]",
				"start b2 0", "commit", "alone DROP INDEX CONCURRENTLY i, checkpoint 1 behind 0", "begin", "restore",
				"guard [b2]", "finish b2", "commit", "enter a1", "begin", "guard [a1]", "execute DROP TABLE t",
				"record a1", "commit");
		assertThat(this.runs.heads()).isEmpty();
	}

	@Test
	void stampRecordsAndRunsNothing() {
		this.directory.write("b2", "a1", "SELECT nothing;");
		assertSequence((graph, heads) -> graph.planStamp(heads, List.of("b2"), false), "enter b2", "begin", "guard []",
				"record b2", "commit");
		assertThat(this.runs.heads()).containsExactly("b2");
	}

	@Test
	void javaRevisionWithinATransactionIsOneTransaction() {
		this.runs.start();
		this.runs.revisions(new Within());
		assertSequence(heads(), "enter b2", "begin", "guard [a1]", "execute INSERT INTO t VALUES (2)",
				"execute SELECT set_config('search_path', 'pg_catalog', false)", "restore", "record b2", "commit");
	}

	@Test
	void javaRevisionWithoutATransactionIsStartedAndFinished() {
		this.runs.start();
		this.runs.revisions(new Without());
		assertSequence(heads(), "enter b2", "begin", "guard [a1]", "start b2 0", "commit", "part",
				"execute INSERT INTO t VALUES (2)", "checkpoint 1 behind 0", "commit",
				"alone VACUUM t, checkpoint 2 behind 1", "begin", "restore", "guard [a1]", "finish b2", "commit");
	}

	// What the code does next is known only when it is printed
	@Test
	void javaRevisionThatLeavesItsTransactionIsStartedThereOnline() throws SQLException {
		this.runs.start();
		this.runs.revisions(new Leaving());
		List<String> end = List.of("alone VACUUM t, checkpoint 2 behind 1", "part", "execute INSERT INTO t VALUES (3)",
				"checkpoint 3 behind 2", "commit", "begin", "restore", "guard [a1]", "finish b2", "commit");
		List<String> printed = List.of("enter b2", "begin", "guard [a1]", "start b2 0", "commit", "part",
				"execute INSERT INTO t VALUES (2)", "checkpoint 1 behind 0", "commit");
		assertThat(recorded(heads())).isEqualTo(Stream.concat(printed.stream(), end.stream()).toList());
		List<String> run = List.of("enter b2", "begin", "guard [a1]", "execute INSERT INTO t VALUES (2)", "start b2 1",
				"commit");
		assertThat(run(heads())).isEqualTo(Stream.concat(run.stream(), end.stream()).toList());
	}

	private static Planner heads() {
		return (graph, heads) -> graph.planUpgrade(heads, "heads");
	}

	private void assertSequence(Planner plan, String... expected) {
		try {
			assertThat(recorded(plan)).as("recorded").containsExactly(expected);
			assertThat(printed(plan)).as("printed").containsExactly(expected);
			assertThat(run(plan)).as("run").containsExactly(expected);
		}
		catch (SQLException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private List<String> recorded(Planner plan) {
		RecordingOutput<RuntimeException> output = new RecordingOutput<>(null);
		run(output, offline(plan), perStep());
		return output.received;
	}

	private List<String> printed(Planner plan) throws IOException {
		MigrationSettings settings = this.runs.settings();
		StateTables tables = StateTables.of(this.dialect, settings);
		ScriptSyntax syntax = this.dialect.scriptSyntax(null,
				List.of(tables.guardedVersions(), tables.guardedHistory()), StandardCharsets.UTF_8);
		RecordingOutput<IOException> output = new RecordingOutput<>(
				new ScriptStepOutput(new ScriptPrinter(new StringBuilder()), syntax,
						new ScriptJournal(tables, syntax, List.of(), perStep()), settings.timeouts()));
		run(output, offline(plan), perStep());
		return output.received;
	}

	private List<String> run(Planner plan) throws SQLException {
		ScriptCompiler compiler = new ScriptCompiler(this.dialect, Map.of());
		List<RunningStep> steps = steps(plan, compiler);
		this.runs.runner().ensureVersion(this.runs.connections());
		try (Connection connection = this.database.connect()) {
			return new MigrationLock(this.dialect, this.runs.settings(), List.of()).hold(connection,
					this.runs.connections(), new RecordedRun(steps, perStep()));
		}
	}

	private List<RunningStep> offline(Planner plan) {
		return steps(plan, new ScriptCompiler(this.dialect, Map.of(),
				new OfflineRevisionCompiler(this.dialect, this.runs.settings().operations(), RunArguments.none())));
	}

	private List<RunningStep> steps(Planner plan, ScriptCompiler compiler) {
		RevisionScripts revisions = this.runs.scripts().load();
		List<String> heads = this.runs.heads();
		List<CompiledStep> steps = new PlanCompilation(compiler, revisions)
			.compile(plan.plan(revisions.graph(), heads).steps(), (step) -> {
			});
		return RunningStep.of(steps, heads, RunArguments.none(), Map.of(), null);
	}

	private boolean perStep() {
		return this.runs.settings().transactionMode() == TransactionMode.PER_REVISION;
	}

	private static <X extends Exception> void run(RecordingOutput<X> output, List<RunningStep> steps, boolean perStep)
			throws X {
		StepProtocol<X> protocol = new StepProtocol<>(output, perStep);
		for (RunningStep step : steps) {
			protocol.run(step);
		}
		protocol.complete();
	}

	private record RecordedRun(List<RunningStep> steps, boolean perStep) implements LockedWork<List<String>> {

		@Override
		public List<String> run(RunContext context) throws SQLException {
			JdbcStepOutput jdbc = new JdbcStepOutput(context);
			RecordingOutput<SQLException> output = new RecordingOutput<>(jdbc);
			StepProtocolTests.run(output, this.steps, this.perStep);
			jdbc.settle();
			return output.received;
		}

		@Override
		public boolean isReached(DatabaseState state) {
			return false;
		}

		@Override
		public List<String> reached(DatabaseState state) {
			return List.of();
		}

		@Override
		public @Nullable List<String> confirm(LossReport report) {
			return null;
		}

		@Override
		public boolean isAtomic() {
			return false;
		}

		@Override
		public RunArguments arguments() {
			return RunArguments.none();
		}

	}

	/**
	 * Records what it receives, and may hand it on.
	 */
	private static final class RecordingOutput<X extends Exception> implements StepOutput<X> {

		private final List<String> received = new ArrayList<>();

		private final @Nullable StepOutput<X> output;

		RecordingOutput(@Nullable StepOutput<X> output) {
			this.output = output;
		}

		private void receive(String what, Call<X> call) throws X {
			this.received.add(what);
			if (this.output != null) {
				call.on(this.output);
			}
		}

		@Override
		public void enter(JournalEntry entry) throws X {
			receive("enter " + revision(entry), (output) -> output.enter(entry));
		}

		@Override
		public void begin(JournalEntry entry) throws X {
			receive("begin", (output) -> output.begin(entry));
		}

		@Override
		public void limit(JournalEntry entry) throws X {
			receive("limit", (output) -> output.limit(entry));
		}

		@Override
		public void guard(List<String> heads) throws X {
			receive("guard " + heads, (output) -> output.guard(heads));
		}

		@Override
		public void beginPart(JournalEntry entry) throws X {
			receive("part", (output) -> output.beginPart(entry));
		}

		@Override
		public void write(JournalEntry entry, StatementSink.Resumable<X> sink) throws X {
			if (this.output != null) {
				this.output.write(entry, sink);
			}
			else {
				StepOutput.super.write(entry, sink);
			}
		}

		@Override
		public void execute(JournalEntry entry, CompiledStatement statement) throws X {
			receive("execute " + statement.sql(), (output) -> output.execute(entry, statement));
		}

		@Override
		public void executeAlone(JournalEntry entry, CompiledStatement statement, Checkpoint checkpoint) throws X {
			receive("alone " + statement.sql() + ", " + describe(checkpoint),
					(output) -> output.executeAlone(entry, statement, checkpoint));
		}

		@Override
		public void restoreSession() throws X {
			receive("restore", StepOutput::restoreSession);
		}

		@Override
		public void record(JournalEntry entry) throws X {
			receive("record " + revision(entry), (output) -> output.record(entry));
		}

		@Override
		public void start(JournalEntry entry, Checkpoint checkpoint) throws X {
			receive("start " + revision(entry) + " " + checkpoint.finished(),
					(output) -> output.start(entry, checkpoint));
		}

		@Override
		public void checkpoint(JournalEntry entry, Checkpoint checkpoint) throws X {
			receive(describe(checkpoint), (output) -> output.checkpoint(entry, checkpoint));
		}

		@Override
		public void finish(JournalEntry entry) throws X {
			receive("finish " + revision(entry), (output) -> output.finish(entry));
		}

		@Override
		public void commit() throws X {
			receive("commit", StepOutput::commit);
		}

		private static String revision(JournalEntry entry) {
			return entry.compiled().revision();
		}

		private static String describe(Checkpoint checkpoint) {
			return "checkpoint " + checkpoint.finished() + " behind " + checkpoint.before();
		}

	}

	/**
	 * Makes a plan.
	 */
	@FunctionalInterface
	private interface Planner {

		MigrationPlan<? extends MigrationStep> plan(RevisionGraph graph, Collection<String> heads);

	}

	/**
	 * A call of an output.
	 */
	@FunctionalInterface
	private interface Call<X extends Exception> {

		void on(StepOutput<X> output) throws X;

	}

	@Revision(id = "b2", downRevision = "a1", message = "within")
	static class Within implements MigrationScript {

		@Override
		public void upgrade(Operations op) {
			op.execute("INSERT INTO t VALUES (2)");
			op.execute("SELECT set_config('search_path', 'pg_catalog', false)");
		}

	}

	@Revision(id = "b2", downRevision = "a1", message = "without", transactional = false)
	static class Without implements MigrationScript {

		@Override
		public void upgrade(Operations op) {
			op.execute("INSERT INTO t VALUES (2)");
			op.execute("VACUUM t");
		}

	}

	@Revision(id = "b2", downRevision = "a1", message = "leaving")
	static class Leaving implements MigrationScript {

		@Override
		public void upgrade(Operations op) {
			op.execute("INSERT INTO t VALUES (2)");
			op.autocommit((outside) -> outside.execute("VACUUM t"));
			op.execute("INSERT INTO t VALUES (3)");
		}

	}

}
