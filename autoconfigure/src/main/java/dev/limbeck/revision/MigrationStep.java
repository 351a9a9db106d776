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
