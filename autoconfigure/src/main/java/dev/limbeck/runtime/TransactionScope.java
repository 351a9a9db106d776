package dev.limbeck.runtime;

/**
 * Whose transaction the steps of a run are in.
 */
enum TransactionScope {

	/** Each step has its own. */
	STEP,

	/** The run has one. */
	RUN,

	/** The caller has begun it and will end it; the run does neither. */
	CALLER

}
