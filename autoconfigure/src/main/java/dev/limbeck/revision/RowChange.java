package dev.limbeck.revision;

/**
 * A change of one row of the version table.
 *
 * @since 0.1.0
 */
public sealed interface RowChange {

	/**
	 * A row is added.
	 *
	 * @param id the new row
	 */
	record Insert(String id) implements RowChange {

	}

	/**
	 * A row is removed.
	 *
	 * @param id the old row
	 */
	record Delete(String id) implements RowChange {

	}

	/**
	 * A row is replaced.
	 *
	 * @param from the old row
	 * @param to the new row
	 */
	record Update(String from, String to) implements RowChange {

	}

}
