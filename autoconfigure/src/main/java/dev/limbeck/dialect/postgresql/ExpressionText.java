package dev.limbeck.dialect.postgresql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * An expression as the server prints it, without the parentheses around all of it. A list
 * of values the server prints differently when it has read what it printed before; it is
 * brought into the later form:
 *
 * <pre>
 *   (ARRAY['x'::character varying])::text[]    ARRAY[('x'::character varying)::text]
 * </pre>
 */
final class ExpressionText {

	private static final Pattern CAST_ARRAY = Pattern
		.compile("\\(ARRAY\\[((?:'(?:[^']|'')*'|[^'\\[\\]])*)\\]\\)::([a-z ]+)\\[\\]");

	private static final Pattern ELEMENT = Pattern.compile("(?:'(?:[^']|'')*'|[^',])+");

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
		return CAST_ARRAY.matcher(text)
			.replaceAll((match) -> Matcher.quoteReplacement(castElements(match.group(1), match.group(2))));
	}

	private static String castElements(String elements, String type) {
		return ELEMENT.matcher(elements)
			.results()
			.map((element) -> "(" + element.group().strip() + ")::" + type)
			.collect(Collectors.joining(", ", "ARRAY[", "]"));
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
