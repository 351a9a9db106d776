package dev.limbeck.runtime;

import java.sql.SQLException;
import java.time.Duration;

import dev.limbeck.dialect.MigrationSession;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Wait for the lock: ask, pause, ask again. The pauses grow, and vary so that replicas
 * that started together do not ask together.
 */
final class LockWait {

	private static final Log logger = HarmlessLog.of(LockWait.class);

	private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

	private static final Duration REPORT_INTERVAL = Duration.ofSeconds(10);

	private final MigrationSession session;

	private final Duration timeout;

	private final ShutdownSignal shutdown;

	private final long start = System.nanoTime();

	private final Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);

	private Duration nextReport = Duration.ZERO;

	LockWait(MigrationSession session, Duration timeout, ShutdownSignal shutdown) {
		this.session = session;
		this.timeout = timeout;
		this.shutdown = shutdown;
	}

	/**
	 * Wait until this process holds the lock.
	 * @param reached tells whether another process has done the work meanwhile
	 * @return whether the lock is held; not if the work is done
	 * @throws LockWaitTimeoutException if it takes too long
	 * @throws SQLException if the database cannot be asked
	 */
	boolean acquire(Condition reached) throws SQLException {
		while (!this.session.tryLock()) {
			if (this.shutdown.isGiven()) {
				throw InterruptedRunException.ofWait("The process was told to end while it waited for another one that "
						+ "migrates this database. It has run nothing.");
			}
			Duration waited = Duration.ofNanos(System.nanoTime() - this.start);
			if (waited.compareTo(this.timeout) >= 0) {
				throw timedOut(this.session.lockHolder());
			}
			if (waited.compareTo(this.nextReport) >= 0) {
				if (reached.holds()) {
					return false;
				}
				report(waited, this.session.lockHolder());
			}
			this.session.releaseSnapshot();
			sleep(this.timeout.minus(waited));
		}
		return true;
	}

	private void report(Duration waited, @Nullable String holder) {
		this.nextReport = waited.plus(REPORT_INTERVAL);
		logger.info("Waiting for another process that migrates this database (" + waited.toSeconds() + " s of at most "
				+ this.timeout.toSeconds() + " s); the lock is held by "
				+ ((holder != null) ? holder : "nobody any more"));
	}

	private LockWaitTimeoutException timedOut(@Nullable String holder) {
		return new LockWaitTimeoutException(
				"Another process has been migrating this database for longer than " + DurationText.of(this.timeout)
						+ "; the lock is held by " + ((holder != null) ? holder : "nobody any more")
						+ ". This process has run nothing.",
				"If that process is at work, wait for it or allow more time with migrations.lock-wait-timeout. If it "
						+ "hangs, end it, or its session with SELECT pg_terminate_backend(<server process>); the lock "
						+ "goes with it.");
	}

	private void sleep(Duration remaining) {
		try {
			Thread.sleep(this.backoff.next(remaining).toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw InterruptedRunException.ofWait("The wait for another process that migrates this database was "
					+ "interrupted. This process has run nothing.");
		}
	}

	/**
	 * A condition that the database can answer.
	 */
	@FunctionalInterface
	interface Condition {

		boolean holds() throws SQLException;

	}

}
