package dev.limbeck.script;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The words and symbols of a Java source, without its comments.
 */
final class JavaTokens {

	private static final Pattern TOKEN = Pattern.compile("(?<comment>//[^\\n]*|/\\*[\\s\\S]*?(?:\\*/|\\z))"
			+ "|(?<block>\"\"\"(?:[^\"\\\\]|\\\\[\\s\\S]|\"(?!\"\"))*+\"\"\")"
			+ "|(?<string>\"(?:[^\"\\\\\\n]|\\\\.)*+\")|'(?:[^'\\\\\\n]|\\\\.)*+'"
			+ "|[\\p{L}_$][\\p{L}\\p{N}_$]*|\\S");

	// Behind an even number of backslashes; behind an odd one it is an escaped backslash
	private static final Pattern UNICODE = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u+([0-9a-fA-F]{4})");

	private final String text;

	private final Matcher matcher;

	private @Nullable MatchResult current;

	JavaTokens(String text) {
		this.text = text;
		this.matcher = TOKEN.matcher(text);
		advance();
	}

	private void advance() {
		do {
			this.current = this.matcher.find() ? this.matcher.toMatchResult() : null;
		}
		while (this.current != null && this.matcher.group("comment") != null);
	}

	boolean isAtEnd() {
		return this.current == null;
	}

	boolean isAt(String token) {
		return peek().equals(token);
	}

	String peek() {
		return (this.current != null) ? this.current.group() : "";
	}

	String take() {
		String token = peek();
		advance();
		return token;
	}

	boolean accept(String token) {
		boolean accepted = !isAtEnd() && isAt(token);
		if (accepted) {
			advance();
		}
		return accepted;
	}

	/**
	 * Take a string.
	 * @return what it stands for, {@code null} if there is none here
	 */
	@Nullable String takeString() {
		if (isAtEnd()) {
			return null;
		}
		boolean block = this.matcher.group("block") != null;
		if (!block && this.matcher.group("string") == null) {
			return null;
		}
		String token = UNICODE.matcher(take()).replaceAll(JavaTokens::decode);
		if (block) {
			return token.substring(token.indexOf('\n') + 1, token.length() - 3).stripIndent().translateEscapes();
		}
		return token.substring(1, token.length() - 1).translateEscapes();
	}

	private static String decode(MatchResult escape) {
		char character = (char) Integer.parseInt(escape.group(2), 16);
		return Matcher.quoteReplacement(escape.group(1) + character);
	}

	/**
	 * Return the line of the next token.
	 * @return the line, counted from 1
	 */
	int line() {
		int position = (this.current != null) ? this.current.start() : this.text.length();
		return 1 + (int) this.text.substring(0, position).chars().filter((character) -> character == '\n').count();
	}

}
