package dev.limbeck.dialect.postgresql;

import java.util.HashMap;
import java.util.Map;

import dev.limbeck.dialect.postgresql.Token.Kind;

/**
 * Reads the tokens of one statement, taking those that are as expected.
 */
final class TokenCursor {

	private final PostgresqlLexer lexer;

	private Token current;

	TokenCursor(String statement) {
		this.lexer = new PostgresqlLexer(statement);
		this.current = this.lexer.next();
	}

	boolean isAt(Kind kind) {
		return this.current.kind() == kind;
	}

	boolean isAt(String word) {
		return this.current.is(word);
	}

	Token take() {
		Token taken = this.current;
		this.current = this.lexer.next();
		return taken;
	}

	/**
	 * Take the next token if it is one of some words.
	 * @param words the words in lower case
	 * @return whether it was
	 */
	boolean accept(String... words) {
		for (String word : words) {
			if (this.current.is(word)) {
				take();
				return true;
			}
		}
		return false;
	}

	boolean accept(char symbol) {
		boolean accepted = this.current.isSymbol(symbol);
		if (accepted) {
			take();
		}
		return accepted;
	}

	/**
	 * Skip a name, qualified or not.
	 */
	void skipName() {
		do {
			take();
		}
		while (accept('.'));
	}

	/**
	 * Take a list of options in parentheses, if there is one.
	 * @return the values by name, where an option without a value has an empty one, and
	 * the last of several with the same name counts
	 */
	Map<String, String> acceptOptions() {
		Map<String, String> options = new HashMap<>();
		if (accept('(')) {
			do {
				takeOption(options);
			}
			while (accept(','));
			accept(')');
		}
		return options;
	}

	private void takeOption(Map<String, String> options) {
		String name = take().plainText();
		String value = "";
		while (!isAt(Kind.END) && !this.current.isSymbol(',') && !this.current.isSymbol(')')) {
			value = take().plainText();
		}
		options.put(name, value);
	}

}
