package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A step outside a transaction that was interrupted, as the history recorded it.
 *
 * @param id the row of the history
 * @param revision the revision
 * @param progress how many of its statements have been finished
 * @param checksum the checksum of those statements
 * @param failed whether the server refused the next one; otherwise the process died, and
 * whether the next one took effect is not known
 */
record UnfinishedStep(long id, String revision, int progress, String checksum, boolean failed) {

	// A run stops at a step that fails, but the next may run another branch first, and
	// fail
	// there, too
	static Map<String, UnfinishedStep> readAll(Connection connection, StateTables tables) throws SQLException {
		Map<String, UnfinishedStep> unfinished = new LinkedHashMap<>();
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(tables.selectUnfinished())) {
			while (row.next()) {
				unfinished.put(row.getString(2), new UnfinishedStep(row.getLong(1), row.getString(2), row.getInt(3),
						row.getString(4), StateTables.FAILED.equals(row.getString(5))));
			}
		}
		return unfinished;
	}

}
