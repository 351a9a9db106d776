package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

import dev.limbeck.dialect.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * What a new connection shows after one was lost.
 *
 * @param state the state of the database, or {@code null} if it could not be asked
 * @param outcome how the history says that the steps under way went, or {@code null} if
 * it has no row of them
 * @param progress how many statements of a step outside a transaction are finished
 * @param obstacle why the database could not be asked
 */
record ReconnectedState(@Nullable DatabaseState state, @Nullable String outcome, int progress, String obstacle) {

	static ReconnectedState nothing(String obstacle) {
		return new ReconnectedState(null, null, 0, obstacle);
	}

	/**
	 * Read on a connection that holds the lock.
	 */
	static ReconnectedState read(Connection connection, Dialect dialect, StateTables tables,
			RunTrail.@Nullable HistoryKey row) throws SQLException {
		DatabaseState state = DatabaseState.read(connection, dialect, tables);
		if (row == null || !state.hasTables()) {
			return new ReconnectedState(state, null, 0, "");
		}
		try (PreparedStatement query = connection.prepareStatement(tables.selectOutcome())) {
			query.setLong(1, row.id());
			query.setObject(2, OffsetDateTime.ofInstant(row.startedAt(), ZoneOffset.UTC));
			try (ResultSet found = query.executeQuery()) {
				return found.next() ? new ReconnectedState(state, found.getString(1), found.getInt(2), "")
						: new ReconnectedState(state, null, 0, "");
			}
		}
	}

	boolean isKnown() {
		return this.state != null;
	}

	boolean isApplied() {
		return StateTables.SUCCESS.equals(this.outcome);
	}

	// Finished by hand, or taken back, after the connection was lost
	boolean isUnfinished() {
		return this.outcome != null && !isApplied();
	}

	boolean isRefused() {
		return StateTables.FAILED.equals(this.outcome);
	}

	Collection<String> heads() {
		return (this.state != null) ? this.state.heads() : List.of();
	}

}
