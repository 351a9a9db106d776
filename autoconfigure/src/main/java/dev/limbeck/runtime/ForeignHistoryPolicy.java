package dev.limbeck.runtime;

/**
 * What to do if a database has no version table, but the history of another tool.
 *
 * @since 0.1.0
 */
public enum ForeignHistoryPolicy {

	/** Refuse to run revisions beside it. */
	FAIL,

	/** Run them: the other tool looks after other tables. */
	IGNORE

}
