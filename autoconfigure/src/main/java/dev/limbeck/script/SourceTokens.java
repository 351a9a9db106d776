package dev.limbeck.script;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The words and symbols of a source in Java or Kotlin, without its comments.
 */
final class SourceTokens {

	private static final String STRING_OR_WORD = "(?<string>\"(?:[^\"\\\\\\n]|\\\\.)*+\")|'(?:[^'\\\\\\n]|\\\\.)*+'"
			+ "|[\\p{L}_$][\\p{L}\\p{N}_$]*|\\S";

	private static final Pattern JAVA = Pattern.compile("(?<comment>//[^\\n]*|/\\*[\\s\\S]*?(?:\\*/|\\z))"
			+ "|(?<block>\"\"\"(?:[^\"\\\\]|\\\\[\\s\\S]|\"(?!\"\"))*+\"\"\")|" + STRING_OR_WORD);

	// Comments have comments in them, and the last three quotes end a raw string
	private static final Pattern KOTLIN = Pattern
		.compile("(?<comment>//[^\\n]*|/\\*(?:[^/*]|/(?!\\*)|\\*(?!/)|/\\*[\\s\\S]*?\\*/)*+(?:\\*/|\\z))"
				+ "|(?<block>\"\"\"(?:[^\"]|\"(?!\"\"))*+\"{3,})|`[^`\\n]+`|" + STRING_OR_WORD);

	// Behind an even number of backslashes; behind an odd one it is an escaped backslash
	private static final Pattern UNICODE = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u+([0-9a-fA-F]{4})");

	private static final Pattern ESCAPED_DOLLAR = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\\\$");

	private static final Pattern TEMPLATE = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\$[\\p{L}_{`]");

	private final SourceLanguage language;

	private final String text;

	private final Matcher matcher;

	private @Nullable MatchResult current;

	SourceTokens(SourceLanguage language, String text) {
		this.language = language;
		this.text = text;
		this.matcher = ((language == SourceLanguage.KOTLIN) ? KOTLIN : JAVA).matcher(text);
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

	/**
	 * Take a name, which may be quoted.
	 * @return the name itself
	 */
	String takeName() {
		String token = take();
		return (token.length() > 2 && token.startsWith("`")) ? token.substring(1, token.length() - 1) : token;
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
	 * @return what it stands for, {@code null} if there is none here or it is more than a
	 * literal
	 */
	@Nullable String takeString() {
		if (isAtEnd()) {
			return null;
		}
		boolean block = this.matcher.group("block") != null;
		if (!block && this.matcher.group("string") == null) {
			return null;
		}
		String token = take();
		return (this.language == SourceLanguage.KOTLIN) ? kotlin(token, block) : java(token, block);
	}

	private static String java(String token, boolean block) {
		String decoded = decode(token);
		if (block) {
			return decoded.substring(decoded.indexOf('\n') + 1, decoded.length() - 3).stripIndent().translateEscapes();
		}
		return decoded.substring(1, decoded.length() - 1).translateEscapes();
	}

	private static @Nullable String kotlin(String token, boolean block) {
		if (TEMPLATE.matcher(token).find()) {
			return null;
		}
		return block ? token.substring(3, token.length() - 3)
				: ESCAPED_DOLLAR.matcher(decode(token.substring(1, token.length() - 1)))
					.replaceAll("$1\\$")
					.translateEscapes();
	}

	private static String decode(String token) {
		return UNICODE.matcher(token).replaceAll(SourceTokens::decode);
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
