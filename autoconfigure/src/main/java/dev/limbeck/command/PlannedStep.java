package dev.limbeck.command;

import java.util.List;

import dev.limbeck.revision.Direction;
import org.jspecify.annotations.Nullable;

/**
 * A step that would be run.
 *
 * @param direction where it leads
 * @param from the ids of the revisions from which it leads, none from below base
 * @param to the ids of the revisions to which it leads, none to below base
 * @param headsAfter the rows of the version table after it, sorted
 * @param transactional whether all of it runs in a transaction
 * @param revision the revision whose script runs, or {@code null} for a stamp
 * @since 0.1.0
 */
public record PlannedStep(Direction direction, List<String> from, List<String> to, List<String> headsAfter,
		boolean transactional, @Nullable RevisionEntry revision) {

	/**
	 * Create a step.
	 * @param direction where it leads
	 * @param from the revisions from which it leads
	 * @param to the revisions to which it leads
	 * @param headsAfter the rows after it
	 * @param transactional whether all of it runs in a transaction
	 * @param revision the revision whose script runs
	 */
	public PlannedStep {
		from = List.copyOf(from);
		to = List.copyOf(to);
		headsAfter = List.copyOf(headsAfter);
	}

}
