package dev.limbeck.dialect;

/**
 * What became of a statement whose end nobody saw.
 *
 * @since 0.1.0
 */
public enum StatementOutcome {

	/** It took effect. */
	DONE,

	/** It had no effect, or running it again is harmless. */
	NOT_DONE,

	/** The database cannot tell. */
	UNKNOWN

}
