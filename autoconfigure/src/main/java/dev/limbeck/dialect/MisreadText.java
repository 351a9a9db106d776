package dev.limbeck.dialect;

/**
 * Knows which characters of a string or a name the reader of a file would take for
 * something else.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface MisreadText {

	/**
	 * Return whether a character must not stand in a file as it is.
	 * @param text the text of a string or a name
	 * @param offset where the character is
	 * @return whether it has to be escaped
	 */
	boolean isMisread(String text, int offset);

}
