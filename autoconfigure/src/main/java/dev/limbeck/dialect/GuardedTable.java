package dev.limbeck.dialect;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A table that the migrations keep for themselves, and what they read of it at first. It
 * is read only if it is what it should be, so that a table which somebody else has put in
 * its place does nothing.
 *
 * @param name its name, unquoted
 * @param columns the columns that it has, at least
 * @param read the columns that are read, all of them texts
 * @param newestBy the column by which only the newest row is read, or {@code null} for
 * all rows
 * @since 0.1.0
 */
public record GuardedTable(String name, List<Column> columns, List<String> read, @Nullable String newestBy) {

	/**
	 * Create a table.
	 * @param name its name, unquoted
	 * @param columns the columns that it has, at least
	 * @param read the columns that are read, all of them texts
	 * @param newestBy the column by which only the newest row is read, or {@code null}
	 * for all rows
	 */
	public GuardedTable {
		columns = List.copyOf(columns);
		read = List.copyOf(read);
	}

	/**
	 * A column.
	 *
	 * @param name its name
	 * @param kind what it holds
	 */
	public record Column(String name, Kind kind) {
	}

	/**
	 * What a column holds.
	 */
	public enum Kind {

		/** Text, limited or not. */
		TEXT,

		/** An integer of four bytes. */
		INTEGER,

		/** An integer of eight bytes. */
		BIG_INTEGER,

		/** A point in time. */
		TIMESTAMP

	}

}
