package dev.limbeck.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.limbeck.revision.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The state of a database beside the revisions of the application.
 *
 * @param state the summary
 * @param problem why the state is not known or not well, or {@code null}; without SQL,
 * URLs or credentials
 * @param current the rows of the version table, sorted
 * @param heads the ids of the heads among the revisions
 * @param pending the ids of the revisions that an upgrade would run, in its order
 * @param revisions all revisions, each after those that it follows or depends on
 * @param applied the ids of the revisions that the rows stand for
 * @param history the newest of the steps that were run
 * @since 0.1.0
 */
public record MigrationStatus(State state, @Nullable String problem, List<String> current, List<String> heads,
		List<String> pending, List<RevisionEntry> revisions, List<String> applied, HistoryPage history) {

	/**
	 * Create a status.
	 * @param state the summary
	 * @param problem why the state is not known or not well
	 * @param current the rows of the version table
	 * @param heads the heads
	 * @param pending the pending revisions
	 * @param revisions all revisions
	 * @param applied the applied revisions
	 * @param history the newest steps
	 */
	public MigrationStatus {
		current = List.copyOf(current);
		heads = List.copyOf(heads);
		pending = List.copyOf(pending);
		revisions = List.copyOf(revisions);
		applied = List.copyOf(applied);
	}

	/**
	 * The summary of a status.
	 */
	public enum State {

		/** The database has everything that the target needs. */
		UP_TO_DATE,

		/** Revisions are to be run. */
		PENDING,

		/** The version table names a revision that the application does not have. */
		UNKNOWN_REVISION,

		/** A revision was interrupted, or the revisions themselves are not in order. */
		FAILED,

		/** The database did not answer. */
		UNREACHABLE

	}

	/**
	 * A revision of the application.
	 *
	 * @param revision its place in the graph
	 * @param type what it is written in: {@code sql}, or {@code java} for every class
	 */
	public record RevisionEntry(Revision revision, String type) {
	}

	/**
	 * One row of the history.
	 *
	 * @param revision the revision
	 * @param direction {@code upgrade}, {@code downgrade} or {@code stamp}
	 * @param message the message of the revision
	 * @param appliedAt when the step began
	 * @param duration how long it took, or {@code null} if it has not ended
	 * @param appliedBy the database user
	 * @param checksum the checksum of the upgrade, or {@code null}
	 * @param outcome {@code success}, {@code started}, {@code failed}, or {@code stamped}
	 * if somebody settled it by hand and said so by a stamp
	 */
	public record HistoryEntry(String revision, String direction, String message, Instant appliedAt,
			@Nullable Duration duration, String appliedBy, @Nullable String checksum, String outcome) {
	}

}
