package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import dev.limbeck.dialect.Blocker;
import dev.limbeck.dialect.MigrationSession;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Looks who blocks the statement that a run carries out. Only another session can see
 * that, and only while the statement waits: when it has failed, its request for the lock
 * is gone. So there is a second connection, which is opened when a statement takes long.
 */
final class BlockerWatch implements AutoCloseable {

	private static final Log logger = HarmlessLog.of(MigrationRunner.class);

	private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(2);

	private static final Duration REPORT_INTERVAL = Duration.ofSeconds(10);

	private final MigrationSession session;

	private final @Nullable ConnectionSource connections;

	private final Duration interval;

	private @Nullable Thread thread;

	private volatile @Nullable WatchedStatement statement;

	private volatile List<Blocker> seen = List.of();

	/**
	 * Create a watch.
	 * @param session the session whose statements are watched
	 * @param connections where the second connection comes from, or {@code null} if there
	 * can be none
	 * @param lockTimeout how long a statement waits for a lock
	 */
	BlockerWatch(MigrationSession session, @Nullable ConnectionSource connections, Duration lockTimeout) {
		this.session = session;
		this.connections = connections;
		this.interval = lockTimeout.isZero() ? LONGEST_INTERVAL
				: Duration.ofMillis(Math.max(10, Math.min(LONGEST_INTERVAL.toMillis(), lockTimeout.toMillis() / 4)));
	}

	/**
	 * A statement begins.
	 * @param compiled the statement
	 */
	void begins(CompiledStatement compiled) {
		this.seen = List.of();
		this.statement = new WatchedStatement(compiled, System.nanoTime());
		if (this.thread == null && this.connections != null) {
			this.thread = start(this.connections);
		}
	}

	/**
	 * The statement has ended.
	 */
	void ends() {
		this.statement = null;
	}

	/**
	 * Return who blocked the last statement when it was last seen to wait.
	 * @return the sessions; none if it did not wait, or no connection could look
	 */
	List<Blocker> seen() {
		return this.seen;
	}

	private Thread start(ConnectionSource source) {
		Thread watching = new Thread(() -> watch(source), "limbeck-blockers");
		watching.setDaemon(true);
		watching.start();
		return watching;
	}

	private void watch(ConnectionSource source) {
		try {
			while (!isLong(this.statement)) {
				Thread.sleep(this.interval.toMillis());
			}
			try (Connection connection = source.open()) {
				watch(connection);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (SQLException | RuntimeException ex) {
			logger.debug("Who blocks the statements of the migrations cannot be seen", ForeignFailure.masked(ex));
		}
	}

	private boolean isLong(@Nullable WatchedStatement running) {
		return running != null && running.age().compareTo(this.interval) >= 0;
	}

	private void watch(Connection connection) throws SQLException, InterruptedException {
		boolean autoCommit = connection.getAutoCommit();
		connection.setAutoCommit(true);
		try {
			while (!Thread.currentThread().isInterrupted()) {
				WatchedStatement running = this.statement;
				if (running != null && isLong(running)) {
					look(running, connection);
				}
				Thread.sleep(this.interval.toMillis());
			}
		}
		finally {
			connection.setAutoCommit(autoCommit);
		}
	}

	private void look(WatchedStatement running, Connection connection) throws SQLException {
		List<Blocker> blockers = this.session.blockers(connection);
		if (!blockers.isEmpty() && this.statement == running) {
			this.seen = blockers;
			running.waits();
		}
	}

	@Override
	public void close() {
		Thread watching = this.thread;
		if (watching != null) {
			watching.interrupt();
		}
	}

	/**
	 * Say who the blockers are, and at the level DEBUG what they run.
	 * @param blockers the sessions
	 * @return a sentence for each
	 */
	static String describe(List<Blocker> blockers) {
		if (blockers.isEmpty()) {
			return "Which session blocks it could not be seen.";
		}
		StringBuilder text = new StringBuilder("It is blocked by:");
		for (Blocker blocker : blockers) {
			text.append("\n  ").append(blocker.description());
			logger.debug(blocker.description() + ": " + blocker.query());
		}
		return text.toString();
	}

	/**
	 * A statement that is carried out.
	 */
	private final class WatchedStatement {

		private final CompiledStatement compiled;

		private final long start;

		private Duration nextReport = REPORT_INTERVAL;

		WatchedStatement(CompiledStatement compiled, long start) {
			this.compiled = compiled;
			this.start = start;
		}

		Duration age() {
			return Duration.ofNanos(System.nanoTime() - this.start);
		}

		void waits() {
			Duration age = age();
			if (age.compareTo(this.nextReport) >= 0) {
				this.nextReport = age.plus(REPORT_INTERVAL);
				logger.warn("The statement at " + this.compiled.position(0) + " runs for " + age.toSeconds()
						+ " s and waits. " + describe(BlockerWatch.this.seen));
			}
		}

	}

}
