package dev.limbeck.revision;

import java.util.List;

/**
 * One revision of a plan, with what it does to the version table.
 *
 * @since 0.1.0
 */
public sealed interface MigrationStep permits UpgradeStep {

	/**
	 * Return the revision whose script runs.
	 * @return the revision
	 */
	Revision revision();

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
