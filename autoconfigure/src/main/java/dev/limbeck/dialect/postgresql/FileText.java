package dev.limbeck.dialect.postgresql;

import java.util.function.IntFunction;

import dev.limbeck.dialect.MisreadText;
import dev.limbeck.dialect.postgresql.Token.Kind;
import dev.limbeck.text.HarmlessText;

/**
 * A statement as it stands in a file, which means the same however the line ends of the
 * file are written, and of which everything can be seen. A string with characters that
 * are lost or cannot be seen becomes an escape string, a name becomes one with escapes of
 * Unicode. Other strings stay, but for those between {@code $$} in which a dollar sign
 * comes before a brace: they get a tag, so that it can be doubled.
 */
final class FileText {

	private static final String PLACEHOLDER = "${";

	private final String statement;

	private final MisreadText misread;

	private final StringBuilder text = new StringBuilder();

	private int copied;

	private FileText(String statement, MisreadText misread) {
		this.statement = statement;
		this.misread = misread;
	}

	static String of(String statement, MisreadText misread) {
		FileText text = new FileText(statement, misread);
		text.rewrite();
		return (text.copied == 0) ? statement : text.text.append(statement, text.copied, statement.length()).toString();
	}

	private void rewrite() {
		PostgresqlLexer lexer = new PostgresqlLexer(this.statement);
		Token previous = lexer.next();
		for (Token token = previous; token.kind() != Kind.END; token = lexer.next()) {
			if (token.kind() == Kind.QUOTED_IDENTIFIER && this.statement.charAt(token.start()) == '"') {
				rewriteName(token);
			}
			else if (token.kind() == Kind.STRING && !isNational(token, previous)) {
				rewriteString(token);
			}
			previous = token;
		}
	}

	// N is a word of its own to the server, but stands before ordinary strings only
	private static boolean isNational(Token token, Token previous) {
		return previous.is("n") && previous.end() == token.start();
	}

	private void rewriteName(Token token) {
		String name = this.statement.substring(token.start() + 1, token.end() - 1).replace("\"\"", "\"");
		if (hasHidden(name)) {
			replace(token, "U&\"" + escaped(name, '"', FileText::unicode) + '"');
		}
	}

	private void rewriteString(Token token) {
		switch (this.statement.charAt(token.start())) {
			case '\'' -> rewriteValue(token, value(token));
			case '$' -> rewriteBody(token);
			case 'e', 'E' -> rewriteEscapes(token);
			default -> {
			}
		}
	}

	private void rewriteValue(Token token, String value) {
		if (hasHidden(value)) {
			replace(token, "E'" + escaped(value, '\'', FileText::escape) + "'");
		}
	}

	private void rewriteBody(Token token) {
		int length = this.statement.indexOf('$', token.start() + 1) + 1 - token.start();
		String body = this.statement.substring(token.start() + length, token.end() - length);
		if (hasHidden(body)) {
			rewriteValue(token, body);
		}
		else if (length == 2 && body.contains(PLACEHOLDER)) {
			replace(token, PostgresqlText.dollarQuoted(body, "$body$"));
		}
	}

	// The parts of a string that continues on another line are one string
	private String value(Token token) {
		StringBuilder value = new StringBuilder();
		int position = token.start() + 1;
		while (position < token.end() - 1) {
			char character = this.statement.charAt(position);
			if (character != '\'') {
				value.append(character);
				position++;
			}
			else if (this.statement.charAt(position + 1) == '\'') {
				value.append(character);
				position += 2;
			}
			else {
				position = DriverText.skipToContinuation(this.statement, position + 1);
			}
		}
		return value.toString();
	}

	// A backslash takes the character behind it along, escaped or not
	private void rewriteEscapes(Token token) {
		int position = token.start() + 2;
		while (position < token.end() - 1) {
			int start = position;
			if (this.statement.charAt(position) == '\'' && this.statement.charAt(position + 1) != '\'') {
				position = DriverText.skipToContinuation(this.statement, position + 1);
				continue;
			}
			if (this.statement.charAt(position) == '\'' || this.statement.charAt(position) == '\\') {
				position++;
			}
			int codePoint = this.statement.codePointAt(position);
			if (isHidden(this.statement, position, codePoint)) {
				replace(start, position + Character.charCount(codePoint), escape(codePoint));
			}
			position += Character.charCount(codePoint);
		}
	}

	private boolean hasHidden(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (isHidden(text, i, text.codePointAt(i))) {
				return true;
			}
			i += Character.charCount(text.codePointAt(i)) - 1;
		}
		return false;
	}

	private boolean isHidden(String text, int offset, int codePoint) {
		boolean space = codePoint == '\n' || codePoint == '\t';
		return (!space && !HarmlessText.isHarmless(codePoint)) || this.misread.isMisread(text, offset);
	}

	private String escaped(String text, char quote, IntFunction<String> escape) {
		StringBuilder escaped = new StringBuilder(text.length() + 16);
		int codePoint;
		for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
			codePoint = text.codePointAt(i);
			if (codePoint == quote) {
				escaped.append(quote).append(quote);
			}
			else if (codePoint == '\\') {
				escaped.append("\\\\");
			}
			else {
				escaped.append(isHidden(text, i, codePoint) ? escape.apply(codePoint) : Character.toString(codePoint));
			}
		}
		return escaped.toString();
	}

	private static String escape(int codePoint) {
		if (codePoint == '\n') {
			return "\\n";
		}
		if (codePoint == '\r') {
			return "\\r";
		}
		String hexadecimal = Integer.toHexString(codePoint);
		if (codePoint <= 0x7F) {
			return "\\x" + padded(hexadecimal, 2);
		}
		return (codePoint <= 0xFFFF) ? "\\u" + padded(hexadecimal, 4) : "\\U" + padded(hexadecimal, 8);
	}

	private static String unicode(int codePoint) {
		String hexadecimal = Integer.toHexString(codePoint);
		return (codePoint <= 0xFFFF) ? "\\" + padded(hexadecimal, 4) : "\\+" + padded(hexadecimal, 6);
	}

	private static String padded(String digits, int length) {
		return "0".repeat(length - digits.length()) + digits;
	}

	// A letter before it would be read together with the first one of the replacement
	private void replace(Token token, String replacement) {
		boolean touches = token.start() > 0 && Character.isJavaIdentifierPart(this.statement.charAt(token.start() - 1));
		replace(token.start(), token.end(), (touches ? " " : "") + replacement);
	}

	private void replace(int start, int end, String replacement) {
		this.text.append(this.statement, this.copied, start).append(replacement);
		this.copied = end;
	}

}
