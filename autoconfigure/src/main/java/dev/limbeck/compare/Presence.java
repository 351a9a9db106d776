package dev.limbeck.compare;

/**
 * Where an object is.
 *
 * @since 0.1.0
 */
public enum Presence {

	/** In the database only. */
	DATABASE,

	/** In the target only. */
	TARGET,

	/** In both. */
	BOTH

}
