package dev.limbeck.metadata.jpa;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.metadata.jpa.SqlToken.Kind;

/**
 * Takes SQL apart as far as its clauses can be told from each other.
 */
final class SqlTokens {

	private final String text;

	private int position;

	private SqlTokens(String text) {
		this.text = text;
	}

	static List<SqlToken> of(String text) {
		List<SqlToken> tokens = new ArrayList<>();
		SqlTokens source = new SqlTokens(text);
		source.skipBlanks();
		while (source.position < text.length()) {
			tokens.add(source.next());
			source.skipBlanks();
		}
		return tokens;
	}

	private void skipBlanks() {
		while (this.position < this.text.length() && Character.isWhitespace(this.text.charAt(this.position))) {
			this.position++;
		}
	}

	private SqlToken next() {
		int start = this.position;
		char first = this.text.charAt(start);
		Kind kind = kind(first);
		switch (kind) {
			case WORD -> skipWord();
			case QUOTED -> skipQuoted('"', false);
			case GROUP -> skipGroup();
			case LITERAL -> skipLiteral(first);
			case SIGN -> this.position++;
		}
		return new SqlToken(kind, start, this.position, this.text.substring(start, this.position));
	}

	private Kind kind(char first) {
		if (first == '"') {
			return Kind.QUOTED;
		}
		if (first == '(') {
			return Kind.GROUP;
		}
		boolean escape = (first == 'e' || first == 'E') && peek(1) == '\'';
		if (escape || first == '\'' || first == '$' || Character.isDigit(first)) {
			return Kind.LITERAL;
		}
		return isPartOfWord(first) ? Kind.WORD : Kind.SIGN;
	}

	private char peek(int distance) {
		int index = this.position + distance;
		return (index < this.text.length()) ? this.text.charAt(index) : 0;
	}

	private static boolean isPartOfWord(char character) {
		return Character.isLetterOrDigit(character) || character == '_' || character == '$';
	}

	private void skipWord() {
		while (this.position < this.text.length() && isPartOfWord(this.text.charAt(this.position))) {
			this.position++;
		}
	}

	private void skipQuoted(char quote, boolean backslashes) {
		this.position++;
		while (this.position < this.text.length()) {
			char character = this.text.charAt(this.position++);
			if (character == '\\' && backslashes) {
				this.position++;
			}
			else if (character == quote && peek(0) == quote) {
				this.position++;
			}
			else if (character == quote) {
				return;
			}
		}
		throw new IllegalArgumentException("a " + quote + " is not closed");
	}

	private void skipLiteral(char first) {
		if (first == '\'') {
			skipQuoted('\'', false);
		}
		else if (first == 'e' || first == 'E') {
			this.position++;
			skipQuoted('\'', true);
		}
		else if (first == '$') {
			skipDollars();
		}
		else {
			while (this.position < this.text.length() && (isPartOfWord(peek(0)) || peek(0) == '.')) {
				this.position++;
			}
		}
	}

	private void skipDollars() {
		int end = this.text.indexOf('$', this.position + 1) + 1;
		String tag = this.text.substring(this.position, Math.max(end, this.position + 1));
		int close = (end > 0) ? this.text.indexOf(tag, end) : -1;
		if (close < 0) {
			throw new IllegalArgumentException("a $ is not closed");
		}
		this.position = close + tag.length();
	}

	private void skipGroup() {
		this.position++;
		while (this.position < this.text.length()) {
			if (this.text.charAt(this.position) == ')') {
				this.position++;
				return;
			}
			next();
			skipBlanks();
		}
		throw new IllegalArgumentException("a ( is not closed");
	}

}
