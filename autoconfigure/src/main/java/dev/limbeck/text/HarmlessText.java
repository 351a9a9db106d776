package dev.limbeck.text;

/**
 * Text of others, such as the message of a revision or of a server, made harmless for
 * what shows it: a terminal, a log.
 *
 * @since 0.1.0
 */
public final class HarmlessText {

	private HarmlessText() {
	}

	/**
	 * Replace what would act on a terminal or break the line by a visible escape.
	 * @param text the text
	 * @return one line
	 */
	public static String line(String text) {
		return isPlain(text, false) ? text : escape(text, false);
	}

	/**
	 * Replace what would act on a terminal, but leave line ends and tabs as they are.
	 * @param text the text
	 * @return the lines
	 */
	public static String lines(String text) {
		return isPlain(text, true) ? text : escape(text, true);
	}

	// Most texts are, and a start is to be fast
	private static boolean isPlain(String text, boolean lines) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if ((c < ' ' || c > '~') && !(lines && (c == '\n' || c == '\t'))) {
				return false;
			}
		}
		return true;
	}

	private static String escape(String text, boolean lines) {
		StringBuilder escaped = new StringBuilder(text.length() + 16);
		int c;
		for (int i = 0; i < text.length(); i += Character.charCount(c)) {
			c = text.codePointAt(i);
			if (lines && (c == '\n' || c == '\t')) {
				escaped.append((char) c);
			}
			else {
				append(escaped, c);
			}
		}
		return escaped.toString();
	}

	private static void append(StringBuilder text, int c) {
		switch (c) {
			case '\n' -> text.append("\\n");
			case '\r' -> text.append("\\r");
			case '\t' -> text.append("\\t");
			default -> {
				if (isHarmless(c)) {
					text.appendCodePoint(c);
				}
				else {
					text.append("\\u%04x".formatted(c));
				}
			}
		}
	}

	/**
	 * Return whether a character only shows itself. Format characters can turn the
	 * direction in which a line is read.
	 * @param c the code point
	 * @return whether it may be printed
	 */
	public static boolean isHarmless(int c) {
		return switch (Character.getType(c)) {
			case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				false;
			case Character.FORMAT -> c == '\u200d' || c == '\u200c';
			default -> true;
		};
	}

}
