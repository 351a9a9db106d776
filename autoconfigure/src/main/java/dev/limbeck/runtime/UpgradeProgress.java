package dev.limbeck.runtime;

import java.time.Duration;

import dev.limbeck.revision.RevisionStep;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Logs the steps of an upgrade: each one, unless they are so many and so short that the
 * log would cost more than they do.
 */
final class UpgradeProgress {

	private static final Log logger = LogFactory.getLog(MigrationRunner.class);

	private static final int FEW = 100;

	private static final Duration INTERVAL = Duration.ofMillis(100);

	private final int steps;

	private int started;

	private long lastLogged;

	UpgradeProgress(int steps) {
		this.steps = steps;
	}

	void start(RevisionStep step) {
		this.started++;
		if (this.steps <= FEW || this.started == 1 || System.nanoTime() - this.lastLogged >= INTERVAL.toNanos()) {
			logger.info(describe(step));
			this.lastLogged = System.nanoTime();
		}
		else if (logger.isDebugEnabled()) {
			logger.debug(describe(step));
		}
	}

	private String describe(RevisionStep step) {
		String message = step.revision().message();
		return "Running upgrade " + String.join(", ", step.revision().downRevisions()) + " -> " + step.revision().id()
				+ (message.isEmpty() ? "" : ", " + message) + " (" + this.started + " of " + this.steps + ")";
	}

}
