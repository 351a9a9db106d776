package dev.limbeck.schema;

/**
 * When a constraint is checked.
 *
 * @since 0.1.0
 */
public enum Deferrability {

	/**
	 * After each statement, always.
	 */
	NOT_DEFERRABLE,

	/**
	 * After each statement, unless the transaction defers it.
	 */
	INITIALLY_IMMEDIATE,

	/**
	 * At the end of the transaction, unless the transaction wants it earlier.
	 */
	INITIALLY_DEFERRED

}
