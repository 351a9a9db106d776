package dev.limbeck.runtime;

/**
 * What became of the step that was under way when a run ended early.
 *
 * @since 0.1.0
 */
public enum StepState {

	/** It was carried out and is committed. */
	APPLIED,

	/** Nothing of it remains. */
	NOT_APPLIED,

	/**
	 * It does not run in one transaction, and a part of it was carried out. The next run
	 * goes on behind it.
	 */
	UNFINISHED,

	/** The database could not be asked. */
	UNKNOWN;

	/**
	 * Return the word for it in a result that a program reads.
	 * @return such as {@code not-applied}
	 */
	public String word() {
		return switch (this) {
			case APPLIED -> "applied";
			case NOT_APPLIED -> "not-applied";
			case UNFINISHED -> "unfinished";
			case UNKNOWN -> "unknown";
		};
	}

}
