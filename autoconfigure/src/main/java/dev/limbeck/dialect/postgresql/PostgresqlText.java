package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.UnwritableOperationException;

/**
 * Sees that text is text to the server, and quotes it.
 */
final class PostgresqlText {

	private PostgresqlText() {
	}

	static void check(String what, String text) {
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (character == '\0') {
				throw illegal(what, i, "a NUL character, which PostgreSQL cannot store");
			}
			if (Character.isSurrogate(character)) {
				if (i + 1 >= text.length() || !Character.isSurrogatePair(character, text.charAt(i + 1))) {
					throw illegal(what, i, "half of a surrogate pair, which is no character");
				}
				i++;
			}
		}
	}

	private static UnwritableOperationException illegal(String what, int position, String character) {
		return new UnwritableOperationException(
				"A %s has, at position %s, %s.".formatted(what, position + 1, character), "Remove it.");
	}

	/**
	 * Quote text. With a backslash in it, it is written as an escape string, which means
	 * the same whatever {@code standard_conforming_strings} is.
	 * @param text the text
	 * @return the literal
	 */
	static String quote(String text) {
		check("value", text);
		String quoted = "'" + text.replace("'", "''") + "'";
		return (text.indexOf('\\') >= 0) ? "E" + quoted.replace("\\", "\\\\") : quoted;
	}

	/**
	 * Quote text between dollar signs, so that quotes and backslashes stand as they are.
	 * @param text the text
	 * @return the literal
	 */
	static String dollarQuoted(String text) {
		return dollarQuoted(text, "$$");
	}

	/**
	 * Quote text between dollar signs.
	 * @param text the text
	 * @param preferred what delimits it if the text allows that
	 * @return the literal
	 */
	static String dollarQuoted(String text, String preferred) {
		check("body", text);
		String tag = preferred;
		for (int i = 1; (text + tag).indexOf(tag) != text.length(); i++) {
			tag = "$body" + i + "$";
		}
		return tag + text + tag;
	}

}
