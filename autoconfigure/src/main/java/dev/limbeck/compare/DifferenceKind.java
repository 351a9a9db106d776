package dev.limbeck.compare;

/**
 * What a difference consists of, seen from the database.
 *
 * @since 0.1.0
 */
public enum DifferenceKind {

	/** The target has it, and the database has not. */
	ADDED,

	/** The database has it, and the target has not. */
	REMOVED,

	/** Both have it, and not alike. */
	CHANGED,

	/** Both have it, under different names. */
	RENAMED

}
