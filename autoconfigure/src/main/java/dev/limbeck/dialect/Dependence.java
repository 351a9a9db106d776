package dev.limbeck.dialect;

/**
 * What the server does about something that depends on something else.
 *
 * @since 0.1.0
 */
public enum Dependence {

	/**
	 * It uses it: the server refuses to drop that, and to give it another type.
	 */
	USES,
	/**
	 * It needs it to be there: the server refuses to drop that.
	 */
	NEEDS,
	/**
	 * It is part of it: the server drops it along, without a word.
	 */
	GOES_ALONG

}
