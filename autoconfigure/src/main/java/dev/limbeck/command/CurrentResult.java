package dev.limbeck.command;

import java.util.List;

/**
 * Where a database is.
 *
 * @param entries the applied revisions without an applied child by down revision, rows or
 * not, in load order: what Alembic's {@code current} lists
 * @param rows the rows of the version table, sorted
 * @param atHeads whether the rows are the heads by down revision: what Alembic's
 * {@code --check-heads} asks
 * @param database the URL of the database, without parameters and credentials
 * @since 0.1.0
 */
public record CurrentResult(List<RevisionEntry> entries, List<String> rows, boolean atHeads, String database) {

	/**
	 * Create a result.
	 * @param entries the revisions
	 * @param rows the rows of the version table
	 * @param atHeads whether the rows are the heads
	 * @param database the database
	 */
	public CurrentResult {
		entries = List.copyOf(entries);
		rows = List.copyOf(rows);
	}

}
