package dev.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.limbeck.dialect.postgresql.Token.Kind;

/**
 * A statement in a spelling that pgjdbc does not misread. It looks for the semicolons of
 * what it is given, but forgets behind a doubled quote, and in the continuation of a
 * string, that the string began with an E. There {@code ''} and {@code \'} mean the same,
 * so the one can stand for the other. And it takes the first three characters of a
 * comment that starts with a slash for a whole comment; such a comment is blanked. It
 * does not see the word ATOMIC where a semicolon follows at once; that ends an empty
 * statement, and is blanked as well. Of two question marks it sends one, so each of
 * several is doubled: that is the only change of length, and the server gets what is
 * written.
 */
final class DriverText {

	private static final String SLASH_COMMENT = "/*/";

	private static final Pattern EMPTY_STATEMENT = Pattern.compile("atomic;", Pattern.CASE_INSENSITIVE);

	private static final String QUESTION_MARKS = "??";

	private final String statement;

	private final StringBuilder text;

	private final List<Integer> questionMarks = new ArrayList<>();

	private DriverText(String statement) {
		this.statement = statement;
		this.text = new StringBuilder(statement);
	}

	static String of(String statement) {
		boolean suspicious = statement.contains("\\'") || statement.contains(SLASH_COMMENT)
				|| statement.contains(QUESTION_MARKS) || EMPTY_STATEMENT.matcher(statement).find();
		return suspicious ? new DriverText(statement).rewrite() : statement;
	}

	private String rewrite() {
		PostgresqlLexer lexer = new PostgresqlLexer(this.statement);
		Token previous = new Token(Kind.END, this.statement, 0, 0);
		for (Token token = lexer.next(); token.kind() != Kind.END; token = lexer.next()) {
			blankComments(previous.end(), token.start());
			rewrite(previous, token);
			previous = token;
		}
		for (int i = this.questionMarks.size() - 1; i >= 0; i--) {
			this.text.insert(this.questionMarks.get(i).intValue(), '?');
		}
		String rewritten = this.text.toString();
		return rewritten.equals(this.statement) ? this.statement : rewritten;
	}

	private void rewrite(Token previous, Token token) {
		char first = this.statement.charAt(token.start());
		if (previous.is("begin") && token.is("atomic") && this.statement.startsWith(";", token.end())) {
			this.text.setCharAt(token.end(), ' ');
		}
		if (token.kind() == Kind.SYMBOL && first == '?' && isOneOfSeveral(token.start())) {
			this.questionMarks.add(token.start());
		}
		if (token.kind() == Kind.STRING && (first == 'e' || first == 'E')) {
			rewrite(token);
		}
	}

	private boolean isOneOfSeveral(int position) {
		return (position > 0 && this.statement.charAt(position - 1) == '?')
				|| (position + 1 < this.statement.length() && this.statement.charAt(position + 1) == '?');
	}

	private void blankComments(int from, int to) {
		int position = from;
		while (position < to) {
			if (this.statement.startsWith("--", position)) {
				position = endOfLine(this.statement, position);
			}
			else if (this.statement.startsWith("/*", position)) {
				int close = endOfComment(position);
				if (this.statement.substring(position, close).contains(SLASH_COMMENT)) {
					blank(position + 2, close - 2);
				}
				position = close;
			}
			else {
				position++;
			}
		}
	}

	private int endOfComment(int start) {
		int depth = 1;
		int position = start + 2;
		while (depth > 0) {
			if (this.statement.startsWith("/*", position)) {
				depth++;
				position += 2;
			}
			else if (this.statement.startsWith("*/", position)) {
				depth--;
				position += 2;
			}
			else {
				position++;
			}
		}
		return position;
	}

	// Not a code point may be lost, since the server counts them
	private void blank(int start, int end) {
		for (int i = start; i < end; i++) {
			char character = this.statement.charAt(i);
			if (character <= '~' && character >= ' ') {
				this.text.setCharAt(i, ' ');
			}
		}
	}

	// The driver reads the first part with escapes, and those that continue it without
	private void rewrite(Token token) {
		char before = '\\';
		int position = token.start() + 2;
		while (position < token.end() - 1) {
			if (isQuote(position, token)) {
				this.text.setCharAt(position, before);
				position += 2;
			}
			else if (this.statement.charAt(position) == '\\') {
				position += 2;
			}
			else if (this.statement.charAt(position) == '\'') {
				position = skipToContinuation(this.statement, position + 1);
				before = '\'';
			}
			else {
				position++;
			}
		}
	}

	private boolean isQuote(int position, Token token) {
		char character = this.statement.charAt(position);
		return (character == '\\' || character == '\'') && position + 1 < token.end() - 1
				&& this.statement.charAt(position + 1) == '\'';
	}

	/**
	 * Find where a string goes on.
	 * @param sql the text that it stands in
	 * @param start where it was interrupted
	 * @return the place behind the quote that continues it
	 */
	static int skipToContinuation(String sql, int start) {
		int position = start;
		while (sql.charAt(position) != '\'') {
			position = sql.startsWith("--", position) ? endOfLine(sql, position) : position + 1;
		}
		return position + 1;
	}

	private static int endOfLine(String sql, int start) {
		int position = start;
		while (sql.charAt(position) != '\n' && sql.charAt(position) != '\r') {
			position++;
		}
		return position;
	}

}
