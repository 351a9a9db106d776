package dev.limbeck.boot.actuate;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import dev.limbeck.command.Migrations;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.runtime.HistoryPage;
import dev.limbeck.runtime.MigrationStatus;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Reads a database for the endpoint: one read at a time, with one connection, however
 * many callers there are and however long the connection or a lock takes.
 */
final class DatabaseReads {

	static final int MAX_LIMIT = 1000;

	private static final Log logger = HarmlessLog.of(DatabaseReads.class);

	private static final int MAX_WAITING = 100;

	private final Migrations migrations;

	private final SharedReads<Integer, MigrationStatus> statuses;

	private final SharedReads<String, HistoryPage> steps;

	DatabaseReads(Migrations migrations) {
		this.migrations = migrations;
		Executor executor = executor();
		this.statuses = new SharedReads<>(executor, migrations::status);
		this.steps = new SharedReads<>(executor, (revision) -> migrations.steps(revision, MAX_LIMIT));
	}

	// The thread ends if there is nothing to read
	private static Executor executor() {
		CustomizableThreadFactory threads = new CustomizableThreadFactory("migrations-endpoint-");
		threads.setDaemon(true);
		return new ThreadPoolExecutor(0, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MAX_WAITING), threads);
	}

	/**
	 * Return the state.
	 * @param limit how many steps of the history are wanted
	 * @return the state with as many steps or more, if there are as many
	 */
	MigrationStatus status(int limit) {
		// Whoever asks for few shares the read of those who do not say how many
		MigrationStatus status = this.statuses
			.get((limit <= HistoryPage.DEFAULT_LIMIT) ? HistoryPage.DEFAULT_LIMIT : MAX_LIMIT);
		return (status != null) ? status : this.migrations.unreachable("The database did not answer in time");
	}

	/**
	 * Return the steps that a revision was run in.
	 * @param revision its id
	 * @return the steps, or {@code null} if they cannot be read, or not in time
	 */
	@Nullable HistoryPage steps(String revision) {
		try {
			return this.steps.get(revision);
		}
		catch (MigrationException ex) {
			logger.debug("The history cannot be read", ex);
			return null;
		}
	}

}
