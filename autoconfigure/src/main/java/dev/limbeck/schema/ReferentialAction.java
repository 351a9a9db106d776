package dev.limbeck.schema;

/**
 * What becomes of a row when the row it refers to is deleted, or its key updated.
 *
 * @since 0.1.0
 */
public enum ReferentialAction {

	/**
	 * It is an error once the constraint is checked.
	 */
	NO_ACTION,

	/**
	 * It is an error at once.
	 */
	RESTRICT,

	/**
	 * The same happens to it.
	 */
	CASCADE,

	/**
	 * Its reference becomes null.
	 */
	SET_NULL,

	/**
	 * Its reference becomes the default.
	 */
	SET_DEFAULT

}
