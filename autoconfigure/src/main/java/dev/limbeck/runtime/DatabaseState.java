package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.limbeck.dialect.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * What a database says about itself.
 *
 * @param rows the rows of the version table, in the order in which the database returned
 * them
 * @param last where the last step of the history left off, or {@code null} if there is
 * none
 * @param hasTables whether both tables exist
 */
record DatabaseState(List<String> rows, @Nullable LastStep last, boolean hasTables) {

	/**
	 * Read the state: one statement, unless a table is missing.
	 */
	static DatabaseState read(Connection connection, Dialect dialect, StateTables tables) throws SQLException {
		return read(connection, dialect, tables, Duration.ZERO);
	}

	/**
	 * Read the state. No statement takes longer than the timeout; zero is for ever.
	 */
	static DatabaseState read(Connection connection, Dialect dialect, StateTables tables, Duration timeout)
			throws SQLException {
		DatabaseState state = queryIfThere(connection, dialect, tables.selectState(), timeout);
		return (state != null) ? state : readWhatIsThere(connection, dialect, tables, timeout);
	}

	// Before the first run there is no table; a database that Alembic looked after has a
	// version table and no history; and somebody may have dropped one
	private static DatabaseState readWhatIsThere(Connection connection, Dialect dialect, StateTables tables,
			Duration timeout) throws SQLException {
		DatabaseState versions = queryIfThere(connection, dialect, tables.selectVersionsOnly(), timeout);
		DatabaseState history = queryIfThere(connection, dialect, tables.selectLastStepOnly(), timeout);
		return new DatabaseState((versions != null) ? versions.rows() : List.of(),
				(history != null) ? history.last() : null, false);
	}

	// An error would be the end of a transaction of the caller
	private static @Nullable DatabaseState queryIfThere(Connection connection, Dialect dialect, String sql,
			Duration timeout) throws SQLException {
		Savepoint savepoint = connection.getAutoCommit() ? null : connection.setSavepoint();
		try {
			DatabaseState state = query(connection, sql, timeout);
			if (savepoint != null) {
				connection.releaseSavepoint(savepoint);
			}
			return state;
		}
		catch (SQLException ex) {
			if (!dialect.isMissingTable(ex)) {
				throw ex;
			}
			if (savepoint != null) {
				connection.rollback(savepoint);
			}
			return null;
		}
	}

	private static DatabaseState query(Connection connection, String sql, Duration timeout) throws SQLException {
		try (Statement statement = createStatement(connection, timeout); ResultSet rows = statement.executeQuery(sql)) {
			List<String> versions = new ArrayList<>();
			LastStep last = null;
			while (rows.next()) {
				String version = rows.getString(1);
				if (version != null) {
					versions.add(version);
				}
				else {
					last = new LastStep(rows.getString(2), rows.getString(3), rows.getString(4));
				}
			}
			return new DatabaseState(versions, last, true);
		}
	}

	private static Statement createStatement(Connection connection, Duration timeout) throws SQLException {
		Statement statement = connection.createStatement();
		statement.setQueryTimeout(Math.toIntExact(timeout.toSeconds()));
		return statement;
	}

	/**
	 * Return the rows of the version table.
	 * @return the rows, sorted
	 */
	Set<String> heads() {
		return new TreeSet<>(this.rows);
	}

	/**
	 * Return whether nothing was changed since a run with these files reached this
	 * target.
	 */
	boolean isLeftBy(String fingerprint) {
		return this.last != null && fingerprint.equals(this.last.fingerprint())
				&& this.last.headsAfter().equals(String.join(",", heads())) && !isUnfinished();
	}

	/**
	 * Refuse a version table that has lost its rows: with it, all revisions would be
	 * pending.
	 */
	void requireVersions(StateTables tables) {
		if (this.rows.isEmpty() && this.last != null && !this.last.headsAfter().isEmpty()) {
			throw new LostVersionsException(tables, this.last.headsAfter());
		}
	}

	boolean isUnfinished() {
		return this.last != null
				&& (StateTables.STARTED.equals(this.last.outcome()) || StateTables.FAILED.equals(this.last.outcome()));
	}

	/**
	 * The last row of the history.
	 *
	 * @param headsAfter the rows of the version table after it, sorted and joined by
	 * commas
	 * @param fingerprint the files and the target of the run that it completed, or
	 * {@code null} if it did not complete one
	 * @param outcome how it went
	 */
	record LastStep(String headsAfter, @Nullable String fingerprint, String outcome) {
	}

}
