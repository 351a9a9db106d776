package dev.limbeck.revision;

import java.util.Locale;

/**
 * Where a step leads.
 *
 * @since 0.1.0
 */
public enum Direction {

	/** A revision is applied. */
	UPGRADE,

	/** A revision is taken back. */
	DOWNGRADE,

	/** The version table is set without running a revision. */
	STAMP;

	/**
	 * Return the word for it, as the history records it.
	 * @return {@code upgrade}, {@code downgrade} or {@code stamp}
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
