package dev.limbeck.dialect;

import java.time.Duration;

/**
 * How long the statements of a transaction may wait and work, and how long it may wait
 * for the next one. Zero means without end.
 *
 * @param lock how long a statement waits for a lock
 * @param statement how long a statement takes
 * @param idleInTransaction how long the transaction waits for its next statement
 * @since 0.1.0
 */
public record Timeouts(Duration lock, Duration statement, Duration idleInTransaction) {

	private static final Timeouts DEFAULTS = new Timeouts(Duration.ofSeconds(3), Duration.ofHours(1),
			Duration.ofMinutes(1));

	/**
	 * Return the timeouts of an application that sets nothing.
	 * @return the defaults
	 */
	public static Timeouts defaults() {
		return DEFAULTS;
	}

	/**
	 * Change how long a statement waits for a lock.
	 * @param lock the time
	 * @return timeouts that differ in this
	 */
	public Timeouts withLock(Duration lock) {
		return new Timeouts(lock, this.statement, this.idleInTransaction);
	}

	/**
	 * Change how long a statement takes.
	 * @param statement the time
	 * @return timeouts that differ in this
	 */
	public Timeouts withStatement(Duration statement) {
		return new Timeouts(this.lock, statement, this.idleInTransaction);
	}

}
