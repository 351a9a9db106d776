package dev.limbeck.schema;

/**
 * What a foreign key of several columns makes of nulls.
 *
 * @since 0.1.0
 */
public enum MatchType {

	/**
	 * One null is enough to refer to nothing.
	 */
	SIMPLE,

	/**
	 * All columns are null, or none.
	 */
	FULL

}
