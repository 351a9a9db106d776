package dev.limbeck.runtime;

/**
 * What to do if a revision was edited after it had been applied.
 *
 * @since 0.1.0
 */
public enum ChecksumMismatchPolicy {

	/** Refuse to go on. */
	FAIL,

	/** Log a warning and go on. */
	WARN

}
