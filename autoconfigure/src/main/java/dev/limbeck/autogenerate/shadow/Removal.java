package dev.limbeck.autogenerate.shadow;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;

/**
 * Removes a shadow database once: when it is closed, or when the process is told to end,
 * which may be while it is still being made.
 */
final class Removal {

	private static final Log logger = HarmlessLog.of(Removal.class);

	private static final Duration PAUSE = Duration.ofMillis(250);

	private static final Duration MAKING = Duration.ofSeconds(2);

	// Orchestrators kill soon after, and a run takes five seconds at most
	private static final Duration LIMIT = Duration.ofSeconds(4);

	private static final Duration REPORTING = Duration.ofSeconds(1);

	private final String description;

	private final String leftover;

	private final Runnable interruption;

	private final Runnable action;

	private final Thread hook = new Thread(this::end, "limbeck-shadow");

	private final Thread maker = Thread.currentThread();

	private final CountDownLatch made = new CountDownLatch(1);

	private volatile boolean ending;

	private boolean done;

	/**
	 * Create a removal that has not been asked for yet.
	 * @param description what is removed
	 * @param leftover what becomes of it if there is no time to remove it
	 * @param interruption ends what is making it; called until that has ended
	 * @param action removes what is there, and logs what fails
	 */
	Removal(String description, String leftover, Runnable interruption, Runnable action) {
		this.description = description;
		this.leftover = leftover;
		this.interruption = interruption;
		this.action = action;
	}

	/**
	 * Make what is to be removed. It is removed if that fails, and with the process from
	 * now on.
	 * @param <T> what is made
	 * @param <E> what it may fail with
	 * @param making makes it
	 * @return what was made
	 * @throws E if it cannot be made
	 */
	<T, E extends Exception> T of(Making<T, E> making) throws E {
		try {
			register();
			return making.make();
		}
		catch (Exception ex) {
			run();
			if (this.ending) {
				throw ShadowDatabaseException.toldToEnd(this.description, ex);
			}
			throw ex;
		}
		finally {
			this.made.countDown();
		}
	}

	private void register() {
		try {
			Runtime.getRuntime().addShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			this.ending = true;
			throw ex;
		}
	}

	boolean isEnding() {
		return this.ending;
	}

	/**
	 * Remove it, if that is not done yet.
	 */
	void run() {
		try {
			Runtime.getRuntime().removeShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			// The JVM ends, and the hook does the same as this
		}
		remove();
	}

	// Who comes second waits until it is gone
	private synchronized void remove() {
		if (!this.done) {
			this.done = true;
			this.action.run();
		}
	}

	private void end() {
		this.ending = true;
		try {
			removeInTime();
			// Who works in it has failed by now, and is about to say so
			this.maker.join(REPORTING.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	// In a thread of its own, since a server need not answer
	private void removeInTime() throws InterruptedException {
		Thread removing = new Thread(this::interruptAndRemove, "limbeck-shadow-removal");
		removing.setDaemon(true);
		removing.start();
		removing.join(LIMIT.toMillis());
		if (removing.isAlive()) {
			logger.warn("The process was told to end, and there was no time to remove the " + this.description
					+ ". Your database was not changed. " + this.leftover);
		}
	}

	private void interruptAndRemove() {
		long start = System.nanoTime();
		try {
			while (!this.made.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)
					&& System.nanoTime() - start < MAKING.toNanos()) {
				this.interruption.run();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		remove();
	}

	/**
	 * Makes what is to be removed.
	 *
	 * @param <T> what is made
	 * @param <E> what it may fail with
	 */
	@FunctionalInterface
	interface Making<T, E extends Exception> {

		T make() throws E;

	}

}
