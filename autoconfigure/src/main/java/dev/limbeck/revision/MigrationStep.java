package dev.limbeck.revision;

import java.util.List;

/**
 * One step of a plan, with what it does to the version table.
 *
 * @since 0.1.0
 */
public sealed interface MigrationStep permits RevisionStep, StampStep {

	/**
	 * Return where the step leads.
	 * @return the direction
	 */
	Direction direction();

	/**
	 * Return the revisions from which the step leads, as in Alembic's log line
	 * {@code Running upgrade a, b -> c}: of an upgrade the down revisions, of a downgrade
	 * the revision itself, of a stamp the rows that are replaced.
	 * @return the ids in written order, none from below base
	 */
	List<String> from();

	/**
	 * Return the revisions to which the step leads: of an upgrade the revision itself, of
	 * a downgrade its down revisions, of a stamp the new row.
	 * @return the ids in written order, none to below base
	 */
	List<String> to();

	/**
	 * Return the revisions that the step runs, or that a stamp writes.
	 * @return the ids; none of a stamp to base
	 */
	List<String> revisions();

	/**
	 * Return the id under which the history has the step.
	 * @return the revision, or the new row of a stamp, which is {@code base} if there is
	 * none
	 */
	String historyId();

	/**
	 * Return the message under which the history has the step.
	 * @return the message of the revision, or the {@linkplain #arrow() arrow} of a stamp
	 */
	String message();

	/**
	 * Return where the step leads in the words of Alembic.
	 * @return such as {@code a1, b1 -> c1}; a side at base is empty
	 */
	default String arrow() {
		return String.join(", ", from()) + " -> " + String.join(", ", to());
	}

	/**
	 * Return the line that Alembic logs for the step.
	 * @return such as {@code Running upgrade a1 -> b2, message}
	 */
	String logLine();

	/**
	 * Return the changes of the version table that belong to this step, in order: a row
	 * is never changed twice in a step.
	 * @return the row changes
	 */
	List<RowChange> rowChanges();

	/**
	 * Return the rows of the version table after this step, sorted by id. The list is
	 * computed on every call.
	 * @return the heads after this step
	 */
	List<String> headsAfter();

}
