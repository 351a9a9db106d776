package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.limbeck.connection.CredentialMask;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.MigrationSession;
import dev.limbeck.dialect.UnsuitableDatabaseException;

/**
 * Finds out what became of a run whose connection was lost. Having the lock again proves
 * that the server is done with the session that was lost, so what the tables say then is
 * the truth.
 * <p>
 * It happens in a thread of its own, since neither a pool nor a driver promises to come
 * back in time.
 */
final class LostRunInspection {

	/** Who does not wait for a lock waits for an answer all the same. */
	private static final Duration SHORTEST = Duration.ofSeconds(5);

	private static final Duration LONGEST = Duration.ofSeconds(30);

	private static final Duration PAUSE = Duration.ofMillis(250);

	private static final int LOOK_AROUND_MILLIS = 100;

	private final ConnectionSource connections;

	private final Dialect dialect;

	private final MigrationSettings settings;

	private final RunTrail trail;

	private final Duration limit;

	private final long start = System.nanoTime();

	private volatile String obstacle = "it does not answer";

	LostRunInspection(ConnectionSource connections, Dialect dialect, MigrationSettings settings, RunTrail trail) {
		this.connections = connections;
		this.dialect = dialect;
		this.settings = settings;
		this.trail = trail;
		this.limit = limit(settings.lockWaitTimeout());
	}

	private static Duration limit(Duration lockWait) {
		if (lockWait.compareTo(SHORTEST) < 0) {
			return SHORTEST;
		}
		return (lockWait.compareTo(LONGEST) < 0) ? lockWait : LONGEST;
	}

	/**
	 * Ask the database.
	 * @param shutdown whether the process is told to end meanwhile
	 * @return what it says
	 */
	ReconnectedState find(ShutdownSignal shutdown) {
		FutureTask<ReconnectedState> question = new FutureTask<>(this::ask);
		Thread thread = new Thread(question, "limbeck-aftermath");
		thread.setDaemon(true);
		thread.start();
		while (!shutdown.isGiven() && !isOver()) {
			try {
				return question.get(LOOK_AROUND_MILLIS, TimeUnit.MILLISECONDS);
			}
			catch (TimeoutException ex) {
				// Look whether to go on
			}
			catch (ExecutionException ex) {
				return ReconnectedState.nothing(ForeignFailure.describe(Objects.requireNonNullElse(ex.getCause(), ex)));
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				break;
			}
		}
		question.cancel(true);
		return ReconnectedState.nothing(
				isOver() ? "after " + this.limit.toSeconds() + " s, " + this.obstacle : "this process was told to end");
	}

	private boolean isOver() {
		return System.nanoTime() - this.start >= this.limit.toNanos();
	}

	private ReconnectedState ask() throws InterruptedException {
		while (true) {
			try {
				return askOnce();
			}
			catch (SQLException ex) {
				this.obstacle = CredentialMask.apply(this.dialect.describe(ex).message());
			}
			catch (UnsuitableDatabaseException ex) {
				this.obstacle = String.valueOf(ex.getMessage());
			}
			Thread.sleep(PAUSE.toMillis());
		}
	}

	private ReconnectedState askOnce() throws SQLException, InterruptedException {
		Connection connection = this.connections.open();
		try {
			connection.setAutoCommit(true);
			MigrationSession session = this.dialect.openSession(connection, this.trail.schema(),
					this.settings.versionTable());
			while (!session.tryLock()) {
				this.obstacle = "the lock of the migrations is held by " + session.lockHolder();
				Thread.sleep(PAUSE.toMillis());
			}
			ReconnectedState finding = ReconnectedState.read(connection, this.dialect,
					StateTables.of(this.dialect, this.settings).in(session.schema()), this.trail.row());
			session.unlock();
			return finding;
		}
		finally {
			giveUp(connection, this.connections);
		}
	}

	/**
	 * Give a connection up and close it, whatever state it is in, so that a pool has room
	 * for another one.
	 * @param connection the connection
	 * @param connections where it came from
	 */
	static void giveUp(Connection connection, ConnectionSource connections) {
		try (connection) {
			connections.discard(connection);
		}
		catch (SQLException ex) {
			// It is of no use in any case
		}
	}

}
