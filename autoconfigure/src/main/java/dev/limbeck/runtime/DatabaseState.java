package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.GuardedRows;
import dev.limbeck.dialect.GuardedTable;
import org.jspecify.annotations.Nullable;

/**
 * What a database says about itself.
 *
 * @param rows the rows of the version table, in the order in which the database returned
 * them
 * @param last where the last step of the history left off, or {@code null} if there is
 * none
 * @param hasVersions whether there is a version table
 * @param hasHistory whether there is a history
 * @param tables the tables in the schema where they were found, or would be created
 */
record DatabaseState(List<String> rows, @Nullable LastStep last, boolean hasVersions, boolean hasHistory,
		StateTables tables) {

	/**
	 * Read the state, in one statement.
	 */
	static DatabaseState read(Connection connection, Dialect dialect, StateTables tables) throws SQLException {
		return read(connection, dialect, tables, Duration.ZERO);
	}

	/**
	 * Read the state. No statement takes longer than the timeout; zero is for ever.
	 */
	static DatabaseState read(Connection connection, Dialect dialect, StateTables tables, Duration timeout)
			throws SQLException {
		GuardedTable versions = tables.guardedVersions();
		GuardedTable history = tables.guardedHistory();
		GuardedRows read = dialect.readGuarded(connection, tables.schema(), List.of(versions, history),
				Math.toIntExact(timeout.toSeconds()));
		List<List<@Nullable String>> rows = read.rows().get(versions.name());
		List<List<@Nullable String>> steps = read.rows().get(history.name());
		return new DatabaseState(texts(rows), LastStep.of(steps), rows != null, steps != null,
				(read.schema() != null) ? tables.in(read.schema()) : tables);
	}

	private static List<String> texts(@Nullable List<List<@Nullable String>> rows) {
		if (rows == null) {
			return List.of();
		}
		List<String> texts = new ArrayList<>(rows.size());
		for (List<@Nullable String> row : rows) {
			texts.add(String.valueOf(row.get(0)));
		}
		return texts;
	}

	/**
	 * Return whether both tables exist.
	 */
	boolean hasTables() {
		return this.hasVersions && this.hasHistory;
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

		private static @Nullable LastStep of(@Nullable List<List<@Nullable String>> rows) {
			if (rows == null || rows.isEmpty()) {
				return null;
			}
			List<@Nullable String> row = rows.get(0);
			return new LastStep(String.valueOf(row.get(0)), row.get(1), String.valueOf(row.get(2)));
		}

	}

}
