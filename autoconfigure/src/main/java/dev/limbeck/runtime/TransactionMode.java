package dev.limbeck.runtime;

/**
 * What is run in one transaction. Parts that a revision marks as not transactional run
 * outside in either mode.
 *
 * @since 0.1.0
 */
public enum TransactionMode {

	/** Each revision in a transaction of its own. */
	PER_REVISION,

	/** All revisions of a run in one transaction. */
	PER_RUN

}
