package dev.limbeck.runtime;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Pauses that grow, and vary so that processes which began together do not go on
 * together.
 */
final class Backoff {

	private final Duration longest;

	private Duration pause;

	Backoff(Duration first, Duration longest) {
		this.pause = first;
		this.longest = longest;
	}

	/**
	 * Return how long to pause now.
	 * @param remaining how much time there is
	 * @return the pause, at least a millisecond
	 */
	Duration next(Duration remaining) {
		double spread = ThreadLocalRandom.current().nextDouble(0.5, 1.5);
		long millis = Math.min((long) (this.pause.toMillis() * spread), remaining.toMillis());
		Duration doubled = this.pause.multipliedBy(2);
		this.pause = (doubled.compareTo(this.longest) < 0) ? doubled : this.longest;
		return Duration.ofMillis(Math.max(1, millis));
	}

}
