package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.postgresql.Token.Kind;

/**
 * Finds the tokens of a script, skipping whitespace and comments, by the rules of
 * PostgreSQL's {@code src/backend/parser/scan.l} with {@code standard_conforming_strings}
 * on. Numbers and operators are not put together, since where a statement ends does not
 * depend on them; so {@code --} and {@code /*} start a comment wherever they meet, even
 * in the middle of an operator, which is what the server makes of them.
 * <p>
 * Every character is looked at a fixed number of times, and nesting needs no stack.
 */
final class PostgresqlLexer {

	private final String script;

	private int position;

	PostgresqlLexer(String script) {
		this.script = script;
	}

	/**
	 * Return the next token.
	 * @return the token, of kind {@code END} from the end of the script on
	 * @throws dev.limbeck.dialect.SqlSyntaxException if a token or comment has no end, or
	 * for a backslash, which no token starts with
	 */
	Token next() {
		skipWhitespaceAndComments();
		int start = this.position;
		Kind kind = (start < this.script.length()) ? scan(this.script.charAt(start)) : Kind.END;
		return new Token(kind, this.script, start, this.position);
	}

	/**
	 * Return the first token of a statement. Lines before it by which {@code pg_dump}
	 * restricts psql ({@code \\restrict}, {@code \\unrestrict}) are skipped: they keep
	 * what is in a dump from being taken for a command of psql, which is never done here.
	 * @return the token
	 */
	Token first() {
		skipWhitespaceAndComments();
		while (isRestriction()) {
			skipLine();
			skipWhitespaceAndComments();
		}
		return next();
	}

	private boolean isRestriction() {
		if (this.position > 0 && !isNewline(charAt(this.position - 1))) {
			return false;
		}
		return isCommand("\\restrict") || isCommand("\\unrestrict");
	}

	private boolean isCommand(String name) {
		char next = peek(name.length());
		return lookingAt(name) && (isWhitespace(next) || next == '\0');
	}

	private void skipWhitespaceAndComments() {
		while (true) {
			if (isWhitespace(peek(0))) {
				this.position++;
			}
			else if (lookingAt("--")) {
				skipLine();
			}
			else if (lookingAt("/*")) {
				skipComment();
			}
			else {
				return;
			}
		}
	}

	private void skipLine() {
		while (this.position < this.script.length() && !isNewline(peek(0))) {
			this.position++;
		}
	}

	private void skipComment() {
		int start = this.position;
		int depth = 0;
		do {
			if (this.position >= this.script.length()) {
				throw SyntaxProblem.UNTERMINATED_COMMENT.at(start);
			}
			if (lookingAt("/*")) {
				depth++;
				this.position += 2;
			}
			else if (lookingAt("*/")) {
				depth--;
				this.position += 2;
			}
			else {
				this.position++;
			}
		}
		while (depth > 0);
	}

	private Kind scan(char first) {
		if (isIdentifierStart(first)) {
			return scanWord();
		}
		if (isDigit(first)) {
			skipDigits();
			return Kind.DIGITS;
		}
		return switch (first) {
			case '\'' -> scanString(0, QuoteStyle.STANDARD);
			case '"' -> scanQuotedIdentifier(0);
			case '$' -> scanDollar();
			case '\\' -> throw SyntaxProblem.META_COMMAND.at(this.position);
			default -> {
				this.position++;
				yield Kind.SYMBOL;
			}
		};
	}

	// One letter that touches a quote is the prefix of a string. N needs no such care:
	// the server, too, reads it as a word before an ordinary string
	private Kind scanWord() {
		char next = peek(1);
		switch (peek(0)) {
			case 'e', 'E' -> {
				if (next == '\'') {
					return scanString(1, QuoteStyle.ESCAPE);
				}
			}
			case 'b', 'B', 'x', 'X' -> {
				if (next == '\'') {
					return scanString(1, QuoteStyle.BITS);
				}
			}
			case 'u', 'U' -> {
				if (next == '&' && peek(2) == '\'') {
					return scanString(2, QuoteStyle.STANDARD);
				}
				if (next == '&' && peek(2) == '"') {
					return scanQuotedIdentifier(2);
				}
			}
			default -> {
			}
		}
		do {
			this.position++;
		}
		while (isIdentifierPart(peek(0)));
		return Kind.WORD;
	}

	private Kind scanString(int prefix, QuoteStyle style) {
		int start = this.position;
		this.position += prefix + 1;
		while (this.position < this.script.length()) {
			char character = peek(0);
			if (character == '\\' && style == QuoteStyle.ESCAPE) {
				this.position += 2;
			}
			else if (character != '\'') {
				this.position++;
			}
			else if (peek(1) == '\'' && style != QuoteStyle.BITS) {
				this.position += 2;
			}
			else if (!skipToContinuation()) {
				return Kind.STRING;
			}
		}
		throw SyntaxProblem.UNTERMINATED_STRING.at(start);
	}

	// A string goes on, in the same style, behind whitespace with at least one newline.
	// A line comment counts as whitespace here, the other kind does not
	private boolean skipToContinuation() {
		this.position++;
		int end = this.position;
		boolean newline = false;
		while (isWhitespace(peek(0)) || lookingAt("--")) {
			if (isWhitespace(peek(0))) {
				newline |= isNewline(peek(0));
				this.position++;
			}
			else {
				skipLine();
			}
		}
		boolean continued = newline && peek(0) == '\'';
		this.position = continued ? this.position + 1 : end;
		return continued;
	}

	private Kind scanQuotedIdentifier(int prefix) {
		int start = this.position;
		this.position += prefix + 1;
		while (this.position < this.script.length()) {
			if (peek(0) != '"') {
				this.position++;
			}
			else if (peek(1) == '"') {
				this.position += 2;
			}
			else {
				this.position++;
				return Kind.QUOTED_IDENTIFIER;
			}
		}
		throw SyntaxProblem.UNTERMINATED_IDENTIFIER.at(start);
	}

	private Kind scanDollar() {
		int start = this.position;
		this.position++;
		if (isDigit(peek(0))) {
			skipDigits();
			return Kind.PARAMETER;
		}
		int tagEnd = tagEnd(this.position);
		if (charAt(tagEnd) != '$') {
			return Kind.SYMBOL;
		}
		String tag = this.script.substring(start, tagEnd + 1);
		int close = this.script.indexOf(tag, tagEnd + 1);
		if (close < 0) {
			throw SyntaxProblem.UNTERMINATED_DOLLAR_STRING.at(start);
		}
		this.position = close + tag.length();
		return Kind.STRING;
	}

	private int tagEnd(int start) {
		int end = start;
		while (isIdentifierStart(charAt(end)) || (end > start && isDigit(charAt(end)))) {
			end++;
		}
		return end;
	}

	private void skipDigits() {
		while (isDigit(peek(0))) {
			this.position++;
		}
	}

	private boolean lookingAt(String text) {
		return this.script.startsWith(text, this.position);
	}

	private char peek(int distance) {
		return charAt(this.position + distance);
	}

	// Beyond the end there is NUL, which no token contains
	private char charAt(int index) {
		return (index < this.script.length()) ? this.script.charAt(index) : '\0';
	}

	private static boolean isWhitespace(char character) {
		return switch (character) {
			// The server knows the vertical tab since 16, older ones call it an error
			case ' ', '\t', '\n', '\r', '\f', '\u000B' -> true;
			default -> false;
		};
	}

	private static boolean isNewline(char character) {
		return character == '\n' || character == '\r';
	}

	private static boolean isDigit(char character) {
		return character >= '0' && character <= '9';
	}

	private static boolean isIdentifierStart(char character) {
		return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || character == '_'
				|| character >= '\u0080';
	}

	private static boolean isIdentifierPart(char character) {
		return isIdentifierStart(character) || isDigit(character) || character == '$';
	}

	/**
	 * How a quoted string reads a backslash and a doubled quote.
	 */
	private enum QuoteStyle {

		/**
		 * A backslash is a backslash, a doubled quote is a quote.
		 */
		STANDARD,

		/**
		 * A backslash takes the character after it along.
		 */
		ESCAPE,

		/**
		 * A second quote starts another string.
		 */
		BITS

	}

}
