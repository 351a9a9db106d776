package dev.limbeck.runtime;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.limbeck.dialect.MigrationSession;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Whether the JVM has been told to end. Spring's own hook cannot end a context that is
 * still starting, so without this a process that waits or works here would go on until it
 * is killed.
 * <p>
 * What is at work has a short time to finish. Then it is cancelled, for a second time if
 * what tidies up behind it hangs as well, and the JVM waits until the run has said what
 * became of it, but no longer than five seconds in all.
 */
final class ShutdownSignal {

	private static final Log logger = HarmlessLog.of(MigrationRunner.class);

	private static final Duration GRACE = Duration.ofSeconds(1);

	private static final Duration TIDYING = Duration.ofSeconds(2);

	private static final Duration REPORTING = Duration.ofMillis(1500);

	private final Thread hook = new Thread(this::end, "limbeck-shutdown");

	private final CountDownLatch told = new CountDownLatch(1);

	private final CountDownLatch ended = new CountDownLatch(1);

	private final boolean passing;

	private volatile boolean given;

	private volatile boolean timeUp;

	private volatile @Nullable MigrationSession session;

	/**
	 * Begin to wait for it.
	 * @param passing whether the database goes away with the run, so that nobody is told
	 */
	ShutdownSignal(boolean passing) {
		this.passing = passing;
		try {
			Runtime.getRuntime().addShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			give();
		}
	}

	private void give() {
		this.given = true;
		this.told.countDown();
	}

	/**
	 * Let the work of a session be cancelled.
	 * @param session the session
	 */
	void cancels(MigrationSession session) {
		this.session = session;
	}

	private void end() {
		give();
		if (happens(this.ended, GRACE)) {
			return;
		}
		this.timeUp = true;
		cancel();
		if (happens(this.ended, TIDYING)) {
			return;
		}
		cancel();
		if (!happens(this.ended, REPORTING) && !this.passing) {
			logger.warn("The process was told to end, and the run of the migrations has not ended in time. What it has "
					+ "not committed is taken back by the server; run the command 'current' before you repeat it");
		}
	}

	private static boolean happens(CountDownLatch event, Duration time) {
		try {
			return event.await(time.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return true;
		}
	}

	// The driver asks the server on a connection of its own, which may take longer than
	// there is time
	private void cancel() {
		MigrationSession working = this.session;
		if (working != null) {
			Thread thread = new Thread(() -> cancel(working), "limbeck-cancel");
			thread.setDaemon(true);
			thread.start();
		}
	}

	private static void cancel(MigrationSession session) {
		try {
			session.cancel();
		}
		catch (SQLException ex) {
			logger.debug("The statement at work could not be cancelled", ex);
		}
	}

	boolean isGiven() {
		return this.given;
	}

	/**
	 * Wait, but not longer than until it is given.
	 * @param time how long to wait
	 * @return whether it is given, or the thread was told to go on
	 */
	boolean isGivenWithin(Duration time) {
		return happens(this.told, time);
	}

	/**
	 * Return whether what is at work is cancelled.
	 * @return whether no further statement of a revision may begin
	 */
	boolean isTimeUp() {
		return this.timeUp;
	}

	void ignore() {
		this.session = null;
		this.ended.countDown();
		try {
			Runtime.getRuntime().removeShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			// The JVM ends, which is what the hook was for
			give();
		}
	}

}
