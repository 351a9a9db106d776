package dev.limbeck.runtime;

import java.time.Duration;

import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;

/**
 * Logs the steps of a run: each one, unless they are so many and so short that the log
 * would cost more than they do.
 */
final class StepLog implements MigrationListener {

	private static final Log logger = HarmlessLog.of(MigrationRunner.class);

	private static final int FEW = 100;

	private static final Duration INTERVAL = Duration.ofMillis(100);

	private long lastLogged;

	@Override
	public void stepStarted(StepProgress progress) {
		if (progress.total() <= FEW || progress.number() == 1
				|| System.nanoTime() - this.lastLogged >= INTERVAL.toNanos()) {
			logger.info(describe(progress));
			this.lastLogged = System.nanoTime();
		}
		else if (logger.isDebugEnabled()) {
			logger.debug(describe(progress));
		}
	}

	private static String describe(StepProgress progress) {
		return progress.step().logLine() + " (" + progress.number() + " of " + progress.total() + ")";
	}

	@Override
	public boolean isTransactional() {
		return false;
	}

}
