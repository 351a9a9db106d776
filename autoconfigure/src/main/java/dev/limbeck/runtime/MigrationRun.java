package dev.limbeck.runtime;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.limbeck.revision.Direction;
import dev.limbeck.revision.MigrationResult;
import dev.limbeck.revision.MigrationStep;
import dev.limbeck.runtime.RunPreparation.PreparedRun;
import dev.limbeck.script.RevisionScripts;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * One run: under the lock, read the state, plan, and run step by step.
 */
final class MigrationRun implements LockedWork<MigrationResult> {

	private static final Log logger = HarmlessLog.of(MigrationRunner.class);

	private final RevisionScripts revisions;

	private final RunRequest request;

	private final @Nullable String fingerprint;

	private final long start;

	/**
	 * Create a run.
	 * @param revisions the revisions
	 * @param request what is asked for
	 * @param fingerprint what to record with the last step, or {@code null}
	 * @param start when the caller asked for it, as {@link System#nanoTime()}
	 */
	MigrationRun(RevisionScripts revisions, RunRequest request, @Nullable String fingerprint, long start) {
		this.revisions = revisions;
		this.request = request;
		this.fingerprint = fingerprint;
		this.start = start;
	}

	@Override
	public boolean isReached(DatabaseState state) {
		return this.request.isReached(this.revisions.graph(), state);
	}

	@Override
	public MigrationResult reached(DatabaseState state) {
		return result(List.of(), state.heads(), List.of());
	}

	@Override
	public @Nullable MigrationResult confirm(LossReport report) {
		if (!report.isComplete()) {
			return null;
		}
		logger.warn(report.warning());
		List<String> warnings = new ArrayList<>(report.trail().warnings());
		warnings.add(report.warning());
		return result(report.trail().steps().stream().map((running) -> running.step().step()).toList(), report.heads(),
				warnings);
	}

	@Override
	public boolean isAtomic() {
		return this.request.direction() == Direction.STAMP;
	}

	@Override
	public RunArguments arguments() {
		return this.request.arguments();
	}

	@Override
	public MigrationResult run(RunContext context) throws SQLException {
		DatabaseState state = DatabaseState.read(context.connection(), context.dialect(), context.tables());
		PreparedRun prepared = new RunPreparation(context.connection(), context.dialect(), context.tables(),
				context.settings(), this.revisions, this.request)
			.prepare(state);
		prepared.plan().warnings().forEach(logger::warn);
		if (prepared.plan().isEmpty() && !this.request.purge()) {
			return result(List.of(), state.heads(), prepared.plan().warnings());
		}
		List<RunningStep> steps = compile(prepared, state, context);
		requireOwnTransactions(context.scope(), steps);
		context.trail().begin(this.request, steps, state.heads(), prepared.plan().warnings());
		if (!state.hasTables()) {
			requireFirst(new FirstRunGuard(context));
			new TableSetup().create(context, state);
		}
		runSteps(steps, state, context);
		if (context.scope() != TransactionScope.CALLER && leavesTransactions(steps)) {
			warnOfInvalidIndexes(context);
		}
		return result(prepared.steps(), headsAfter(steps, state), prepared.plan().warnings());
	}

	private Collection<String> headsBefore(DatabaseState state) {
		return this.request.purge() ? List.of() : state.heads();
	}

	private Collection<String> headsAfter(List<RunningStep> steps, DatabaseState state) {
		return steps.isEmpty() ? headsBefore(state) : steps.get(steps.size() - 1).step().step().headsAfter();
	}

	private void requireFirst(FirstRunGuard guard) throws SQLException {
		if (this.request.direction() == Direction.UPGRADE) {
			guard.requireNotMigrated();
		}
		else {
			guard.requireNoOtherVersionTable();
		}
	}

	private List<RunningStep> compile(PreparedRun prepared, DatabaseState state, RunContext context) {
		ScriptCompiler compiler = new ScriptCompiler(context.dialect(),
				this.request.arguments().addTo(context.settings().placeholders()));
		List<CompiledStep> steps = new PlanCompilation(compiler, this.revisions).compile(prepared.steps(), (any) -> {
		});
		return RunningStep.of(steps, headsBefore(state), context.listeners().arguments(), prepared.unfinished(),
				prepared.verified() ? this.fingerprint : null);
	}

	// Everything is committed by now, so that nothing of this makes the run a failure
	private static void warnOfInvalidIndexes(RunContext context) {
		try {
			InvalidIndexes.find(context.connection(), context.dialect()).warnings().forEach(logger::warn);
		}
		catch (SQLException ex) {
			logger.warn("Everything is done, but the database could not be searched for invalid indexes: "
					+ context.dialect().describe(ex).message());
		}
	}

	private static boolean leavesTransactions(List<RunningStep> steps) {
		return steps.stream().anyMatch((running) -> !running.isTransactional());
	}

	private static void requireOwnTransactions(TransactionScope scope, List<RunningStep> steps) {
		List<String> refused = steps.stream()
			.filter((running) -> !running.isTransactional())
			.map((running) -> running.step().name())
			.toList();
		if (scope == TransactionScope.CALLER && !refused.isEmpty()) {
			throw new OpenTransactionException(
					"A transaction is open on the connection, and these revisions have parts that must run outside of "
							+ "one: " + HeadsText.abbreviate(refused) + ". Nothing was run.",
					"End the transaction and set the connection to autocommit before the run, or run them with the "
							+ "command on a connection of its own.");
		}
	}

	private void runSteps(List<RunningStep> steps, DatabaseState state, RunContext context) throws SQLException {
		RevisionRetry retry = new RevisionRetry(context);
		while (true) {
			List<RunningStep> rest = rest(steps, context);
			try {
				runRest(rest, state, context, retry);
				return;
			}
			catch (SQLException | RuntimeException ex) {
				if (!retry.waitsAfter(ex)) {
					throw ex;
				}
			}
		}
	}

	// What an attempt has left of a step that is not one transaction is in the history
	private static List<RunningStep> rest(List<RunningStep> steps, RunContext context) throws SQLException {
		List<RunningStep> rest = new ArrayList<>(steps.subList(context.trail().committed(), steps.size()));
		if (context.trail().isOpen()) {
			RunningStep next = rest.get(0);
			rest.set(0, next
				.resumed(UnfinishedStep.readAll(context.connection(), context.tables()).get(next.step().revision())));
		}
		return rest;
	}

	private void runRest(List<RunningStep> steps, DatabaseState state, RunContext context, RevisionRetry retry)
			throws SQLException {
		Listeners listeners = context.listeners();
		JdbcStepOutput output = new JdbcStepOutput(context);
		StepProtocol<SQLException> protocol = new StepProtocol<>(output, context.scope() == TransactionScope.STEP);
		if (this.request.purge()) {
			output.purge(state.heads());
		}
		for (RunningStep running : steps) {
			requireGoingOn(output, running, context);
			retry.begins(running);
			listeners.started(running.progress());
			long started = System.nanoTime();
			protocol.run(running);
			listeners.finished(running.progress(), Duration.ofNanos(System.nanoTime() - started));
		}
		protocol.complete();
		output.settle();
	}

	private void requireGoingOn(JdbcStepOutput output, RunningStep next, RunContext context) throws SQLException {
		if (!context.shutdown().isGiven() || isAtomic()) {
			return;
		}
		boolean kept = context.scope() == TransactionScope.STEP;
		if (kept) {
			output.settle();
		}
		RunTrail trail = context.trail();
		InterruptedRunException told = new InterruptedRunException(
				"The process was told to end after " + (next.progress().number() - 1) + " of " + next.progress().total()
						+ " revisions. "
						+ (kept ? "The database is at " + HeadsText.describe(next.heads()) + "."
								: trail.describeRolledBack()),
				trail.next(), StepState.NOT_APPLIED, trail.headsAfter(trail.committed()), null);
		if (context.scope() == TransactionScope.RUN) {
			Transaction.rollback(context.connection(), told);
		}
		throw told;
	}

	private MigrationResult result(List<? extends MigrationStep> steps, Collection<String> heads,
			List<String> warnings) {
		Duration duration = Duration.ofNanos(System.nanoTime() - this.start);
		MigrationResult result = new MigrationResult(this.request.direction(), List.copyOf(steps), List.copyOf(heads),
				warnings, duration);
		logger.info(describe(result) + " (" + duration.toMillis() + " ms)");
		return result;
	}

	private String describe(MigrationResult result) {
		String heads = HeadsText.describe(result.heads());
		String count = result.steps().size() + " revision" + ((result.steps().size() == 1) ? "" : "s");
		if (result.steps().isEmpty() && !this.request.purge()) {
			return (this.request.direction() == Direction.UPGRADE)
					? "Database is up to date at " + heads + " by the work of another process"
					: "Database is at " + heads + "; nothing to do";
		}
		return switch (this.request.direction()) {
			case UPGRADE -> "Database was upgraded to " + heads + ": " + count + " applied";
			case DOWNGRADE -> "Database was downgraded to " + heads + ": " + count + " taken back";
			case STAMP -> "Database was stamped and is at " + heads + "; no revision was run";
		};
	}

}
