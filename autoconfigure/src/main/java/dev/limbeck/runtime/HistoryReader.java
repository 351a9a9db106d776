package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import dev.limbeck.runtime.MigrationStatus.HistoryEntry;

/**
 * Reads the newest steps of the history, and those that did not end. Nothing of it grows
 * with the length of the history.
 */
final class HistoryReader {

	// More than one is rare already
	private static final int UNFINISHED_LIMIT = 100;

	private final Connection connection;

	private final StateTables tables;

	private final Duration timeout;

	HistoryReader(Connection connection, StateTables tables, Duration timeout) {
		this.connection = connection;
		this.tables = tables;
		this.timeout = timeout;
	}

	HistoryPage newest(int limit) throws SQLException {
		try (PreparedStatement statement = prepare(this.tables.selectNewest())) {
			statement.setInt(1, limit);
			return read(statement);
		}
	}

	HistoryPage newestOf(String revision, int limit) throws SQLException {
		try (PreparedStatement statement = prepare(this.tables.selectNewestOf())) {
			statement.setString(1, revision);
			statement.setString(2, revision);
			statement.setInt(3, limit);
			return read(statement);
		}
	}

	private static HistoryPage read(PreparedStatement statement) throws SQLException {
		List<HistoryEntry> entries = new ArrayList<>();
		long total = 0;
		try (ResultSet rows = statement.executeQuery()) {
			while (rows.next()) {
				entries.add(entry(rows));
				total = rows.getLong("total");
			}
		}
		return new HistoryPage(entries, total);
	}

	private static HistoryEntry entry(ResultSet rows) throws SQLException {
		long millis = rows.getLong("duration_ms");
		Duration duration = rows.wasNull() ? null : Duration.ofMillis(millis);
		return new HistoryEntry(rows.getString("revision"), rows.getString("direction"), rows.getString("message"),
				rows.getObject("started_at", OffsetDateTime.class).toInstant(), duration,
				rows.getString("database_user"), rows.getString("checksum"), rows.getString("outcome"));
	}

	// Oldest first
	List<Unfinished> unfinished() throws SQLException {
		List<Unfinished> unfinished = new ArrayList<>();
		try (PreparedStatement statement = prepare(this.tables.selectUnfinished())) {
			statement.setMaxRows(UNFINISHED_LIMIT);
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					unfinished.add(new Unfinished(rows.getString("revision"), rows.getString("direction"),
							rows.getString("outcome").equals(StateTables.FAILED)));
				}
			}
		}
		return unfinished;
	}

	private PreparedStatement prepare(String sql) throws SQLException {
		PreparedStatement statement = this.connection.prepareStatement(sql);
		statement.setQueryTimeout(Math.toIntExact(this.timeout.toSeconds()));
		return statement;
	}

	/**
	 * A step that did not end.
	 *
	 * @param revision the revision
	 * @param direction the direction
	 * @param failed whether it is known that it failed
	 */
	record Unfinished(String revision, String direction, boolean failed) {
	}

}
