package dev.limbeck.cli;

/**
 * Text of others, such as the message of a revision, made harmless for a terminal.
 */
final class Text {

	private Text() {
	}

	/**
	 * Replace what would act on a terminal or break the line by a visible escape.
	 * @param text the text
	 * @return one line
	 */
	static String line(String text) {
		StringBuilder line = new StringBuilder(text.length());
		text.codePoints().forEach((c) -> append(line, c));
		return line.toString();
	}

	/**
	 * Replace what would act on a terminal, but leave line ends and tabs as they are.
	 * @param text the text
	 * @return the lines
	 */
	static String lines(String text) {
		StringBuilder lines = new StringBuilder(text.length());
		text.codePoints().forEach((c) -> {
			if (c == '\n' || c == '\t') {
				lines.append((char) c);
			}
			else {
				append(lines, c);
			}
		});
		return lines.toString();
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

	// format characters can turn the direction in which a line is read
	static boolean isHarmless(int c) {
		return switch (Character.getType(c)) {
			case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				false;
			case Character.FORMAT -> c == '\u200d' || c == '\u200c';
			default -> true;
		};
	}

}
