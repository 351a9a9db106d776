package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.jspecify.annotations.Nullable;

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

	static @Nullable UnfinishedStep read(Connection connection, StateTables tables) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(tables.selectUnfinished())) {
			if (!row.next()) {
				return null;
			}
			return new UnfinishedStep(row.getLong(1), row.getString(2), row.getInt(3), row.getString(4),
					StateTables.FAILED.equals(row.getString(5)));
		}
	}

}
