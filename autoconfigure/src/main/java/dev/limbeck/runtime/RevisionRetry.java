package dev.limbeck.runtime;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.limbeck.dialect.ServerError;
import dev.limbeck.dialect.ServerError.Kind;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Lets a revision run again that other transactions have stopped: by a lock that was not
 * to be had in time, a deadlock, or what they have committed. The revision is run as a
 * whole, since its transaction is rolled back. Without the pauses between, the sessions
 * that queue behind it would not get their turn.
 */
final class RevisionRetry {

	private static final Log logger = HarmlessLog.of(MigrationRunner.class);

	private static final Set<Kind> TRANSIENT = Set.of(Kind.LOCK_TIMEOUT, Kind.DEADLOCK, Kind.SERIALIZATION_FAILURE);

	private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

	private static final Duration REPORT_INTERVAL = Duration.ofSeconds(10);

	private final RunContext context;

	/** The steps of this attempt. */
	private final List<RunningStep> begun = new ArrayList<>();

	/** How many steps were committed when the present one failed first. */
	private int committed = -1;

	private int attempts;

	private long start;

	private Duration nextReport = Duration.ZERO;

	private Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);

	RevisionRetry(RunContext context) {
		this.context = context;
	}

	/**
	 * A step begins.
	 * @param step the step
	 */
	void begins(RunningStep step) {
		this.begun.add(step);
	}

	/**
	 * Wait before what was rolled back is run again.
	 * @param failure what has stopped it
	 * @return whether it may be run again; otherwise the failure stands
	 */
	boolean waitsAfter(Exception failure) {
		return isTransient(failure) && this.context.scope() != TransactionScope.CALLER && isRetryable(failure)
				&& isTimeLeft(failure);
	}

	private boolean isTimeLeft(Exception failure) {
		count();
		Duration tried = Duration.ofNanos(System.nanoTime() - this.start);
		Duration left = this.context.settings().lockRetryTimeout().minus(tried);
		if (left.isNegative() || left.isZero()) {
			giveUp(failure);
			return false;
		}
		report(failure, tried);
		this.context.trail().rollBack();
		return pause(this.backoff.next(left));
	}

	// A process that is told to end says so before the next step
	private boolean pause(Duration pause) {
		ShutdownSignal shutdown = this.context.shutdown();
		return !shutdown.isGivenWithin(pause) || shutdown.isGiven();
	}

	// Each step has the whole time
	private void count() {
		int now = this.context.trail().committed();
		if (now != this.committed) {
			this.committed = now;
			this.attempts = 0;
			this.start = System.nanoTime();
			this.nextReport = Duration.ZERO;
			this.backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
		}
		this.attempts++;
	}

	private boolean isRetryable(Exception failure) {
		List<RunningStep> again = this.begun.stream()
			.filter((step) -> step.progress().number() > this.context.trail().committed())
			.toList();
		this.begun.clear();
		String refused = again.stream()
			.filter((step) -> !step.step().isRetryable())
			.map((step) -> step.step().name())
			.collect(Collectors.joining(", "));
		if (!refused.isEmpty() && failure instanceof MigrationException known) {
			known.addAdvice("It was not run again by itself, since what a class does outside of the database is not "
					+ "rolled back. If it can be run again, say so: @Revision(retryable = true) on " + refused + ".");
		}
		return refused.isEmpty();
	}

	// What runs outside of a transaction may have had an effect before it was stopped
	private boolean isTransient(Exception failure) {
		if (failure instanceof StatementFailedException statement && !statement.isTransactional()) {
			return false;
		}
		return TRANSIENT.contains(kind(failure));
	}

	private Kind kind(Exception failure) {
		for (@Nullable
		Throwable each = failure; each != null; each = each.getCause()) {
			if (TRANSIENT.contains(kindOf(each))) {
				return kindOf(each);
			}
		}
		return Kind.OTHER;
	}

	private Kind kindOf(Throwable failure) {
		if (failure instanceof SQLException database) {
			return this.context.dialect().describe(database).kind();
		}
		ServerError error = (failure instanceof RefusedByServer refused) ? refused.getServerError() : null;
		return (error != null) ? error.kind() : Kind.OTHER;
	}

	private void report(Exception failure, Duration tried) {
		if (tried.compareTo(this.nextReport) >= 0) {
			this.nextReport = tried.plus(REPORT_INTERVAL);
			logger.warn(describe(failure) + describeBlockers(failure) + "\nWhat was rolled back is run again, for "
					+ DurationText.of(this.context.settings().lockRetryTimeout())
					+ " at most (migrations.lock-retry-timeout); so far it was run "
					+ ((this.attempts == 1) ? "once" : this.attempts + " times"));
		}
	}

	private String describe(Exception failure) {
		return (failure instanceof SQLException database) ? this.context.dialect().describe(database).describe(false)
				: String.valueOf(failure.getMessage());
	}

	// A deadlock is over, and its sessions go on
	private String describeBlockers(Exception failure) {
		boolean watched = failure instanceof StatementFailedException && kind(failure) == Kind.LOCK_TIMEOUT;
		return watched ? "\n" + BlockerWatch.describe(this.context.blockers().seen()) : "";
	}

	private void giveUp(Exception failure) {
		if (failure instanceof StatementFailedException statement) {
			String limit = "migrations.lock-retry-timeout";
			statement.addAttempts(((this.attempts == 1) ? "It was not run again (" + limit + " is 0)."
					: "It was run " + this.attempts + " times within "
							+ DurationText.of(this.context.settings().lockRetryTimeout()) + " (" + limit + ").")
					+ describeBlockers(failure));
		}
	}

}
