package dev.limbeck.test;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a statement says, however it is spelled: its tokens, with strings and names as the
 * server reads them.
 */
public final class SqlTokens {

	private static final Pattern TOKEN = Pattern.compile("(?s)(?<comment>--[^\n\r]*|/\\*.*?\\*/)"
			+ "|[eE]'(?<escaped>(?:[^'\\\\]|\\\\.|'')*+)'|'(?<string>(?:[^']|'')*+)'"
			+ "|[uU]&\"(?<unicode>(?:[^\"]|\"\")*+)\"|\"(?<name>(?:[^\"]|\"\")*+)\""
			+ "|(?<tag>\\$(?:[A-Za-z_]\\w*)?\\$)(?<body>.*?)\\k<tag>|(?<word>[\\w$]+)|(?<space>\\s+)|(?<other>.)");

	private static final Pattern ESCAPE = Pattern
		.compile("(?s)\\\\(?:x(\\p{XDigit}{1,2})|u(\\p{XDigit}{4})|U(\\p{XDigit}{8})|(.))");

	private SqlTokens() {
	}

	/**
	 * Return the tokens of a statement.
	 * @param sql the statement
	 * @return its tokens, without whitespace and comments
	 */
	public static List<String> of(String sql) {
		List<String> tokens = new ArrayList<>();
		Matcher matcher = TOKEN.matcher(sql);
		while (matcher.find()) {
			String token = token(matcher);
			if (token != null) {
				tokens.add(token);
			}
		}
		return tokens;
	}

	private static String token(Matcher matcher) {
		if (matcher.group("escaped") != null) {
			return "string " + unescape(matcher.group("escaped").replace("''", "'"));
		}
		if (matcher.group("string") != null) {
			return "string " + matcher.group("string").replace("''", "'");
		}
		if (matcher.group("body") != null) {
			return "string " + matcher.group("body");
		}
		if (matcher.group("name") != null) {
			return "name " + matcher.group("name").replace("\"\"", "\"");
		}
		if (matcher.group("unicode") != null) {
			return "name " + unicode(matcher.group("unicode").replace("\"\"", "\""));
		}
		return (matcher.group("comment") != null || matcher.group("space") != null) ? null : matcher.group();
	}

	private static String unescape(String text) {
		return ESCAPE.matcher(text).replaceAll((escape) -> Matcher.quoteReplacement(character(escape)));
	}

	private static String character(MatchResult escape) {
		for (int i = 1; i <= 3; i++) {
			if (escape.group(i) != null) {
				return Character.toString(Integer.parseInt(escape.group(i), 16));
			}
		}
		return switch (escape.group(4)) {
			case "n" -> "\n";
			case "r" -> "\r";
			case "t" -> "\t";
			case "b" -> "\b";
			case "f" -> "\f";
			default -> escape.group(4);
		};
	}

	private static String unicode(String text) {
		return Pattern.compile("\\\\(?:(\\p{XDigit}{4})|\\+(\\p{XDigit}{6})|(\\\\))")
			.matcher(text)
			.replaceAll((escape) -> Matcher.quoteReplacement((escape.group(3) != null) ? "\\" : Character
				.toString(Integer.parseInt((escape.group(1) != null) ? escape.group(1) : escape.group(2), 16))));
	}

}
