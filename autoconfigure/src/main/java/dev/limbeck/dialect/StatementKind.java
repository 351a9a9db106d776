package dev.limbeck.dialect;

/**
 * How a statement gets along with a transaction block.
 *
 * @since 0.1.0
 */
public enum StatementKind {

	/**
	 * May run inside a transaction block.
	 */
	TRANSACTIONAL,

	/**
	 * Is refused inside a transaction block.
	 */
	NON_TRANSACTIONAL,

	/**
	 * Starts or ends a transaction itself.
	 */
	TRANSACTION_CONTROL,

	/**
	 * Runs code that may or may not commit, which only running it can tell.
	 */
	UNKNOWN_UNTIL_RUN

}
