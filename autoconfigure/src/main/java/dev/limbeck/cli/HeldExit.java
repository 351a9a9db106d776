package dev.limbeck.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a JVM that is told to end from ending before a command that changes a database
 * has said what became of it. The run itself sees to it that it ends soon.
 */
final class HeldExit {

	private static final Duration LIMIT = Duration.ofSeconds(5);

	private final CountDownLatch reported = new CountDownLatch(1);

	private final Thread hook = new Thread(this::await, "limbeck-exit");

	private HeldExit() {
	}

	/**
	 * Begin.
	 * @return what lets go again
	 */
	static HeldExit hold() {
		HeldExit exit = new HeldExit();
		try {
			Runtime.getRuntime().addShutdownHook(exit.hook);
		}
		catch (IllegalStateException ex) {
			// It ends already
		}
		return exit;
	}

	private void await() {
		try {
			this.reported.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	void release() {
		this.reported.countDown();
		try {
			Runtime.getRuntime().removeShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			// It ends now
		}
	}

}
