package dev.limbeck.dialect.postgresql;

import org.jspecify.annotations.Nullable;

/**
 * An expression as the server prints it, without the parentheses around all of it.
 */
final class ExpressionText {

	private ExpressionText() {
	}

	static @Nullable String ofNullable(@Nullable String printed) {
		return (printed != null) ? of(printed) : null;
	}

	static String of(String printed) {
		String text = printed.strip();
		while (isEnclosed(text)) {
			text = text.substring(1, text.length() - 1).strip();
		}
		return text;
	}

	private static boolean isEnclosed(String text) {
		if (!text.startsWith("(")) {
			return false;
		}
		int depth = 0;
		char quote = 0;
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (quote != 0) {
				quote = (character == quote) ? 0 : quote;
			}
			else if (character == '\'' || character == '"') {
				quote = character;
			}
			else if (character == '(') {
				depth++;
			}
			else if (character == ')' && --depth == 0) {
				return i == text.length() - 1;
			}
		}
		return false;
	}

}
