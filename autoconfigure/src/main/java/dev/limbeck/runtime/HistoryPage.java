package dev.limbeck.runtime;

import java.util.List;

import dev.limbeck.runtime.MigrationStatus.HistoryEntry;

/**
 * The newest steps of a history, of which there may be many.
 *
 * @param entries the steps, newest first
 * @param total how many steps there are
 * @since 0.1.0
 */
public record HistoryPage(List<HistoryEntry> entries, long total) {

	/**
	 * How many steps are read if nobody asks for another number.
	 */
	public static final int DEFAULT_LIMIT = 100;

	static final HistoryPage EMPTY = new HistoryPage(List.of(), 0);

	/**
	 * Create a page.
	 * @param entries the steps
	 * @param total how many there are
	 */
	public HistoryPage {
		entries = List.copyOf(entries);
	}

	/**
	 * Return the beginning of this page.
	 * @param limit how many entries at most
	 * @return a page with as many entries or fewer, and the same total
	 */
	public HistoryPage first(int limit) {
		return (this.entries.size() <= limit) ? this : new HistoryPage(this.entries.subList(0, limit), this.total);
	}

}
