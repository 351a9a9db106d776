package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.postgresql.Token.Kind;

/**
 * A statement in a few words, for messages: its tokens on one line, strings left out.
 */
final class AbridgedText {

	private static final int LONGEST = 160;

	private static final String MORE = " …";

	private AbridgedText() {
	}

	static String of(String statement) {
		PostgresqlLexer lexer = new PostgresqlLexer(statement);
		StringBuilder text = new StringBuilder();
		int behind = 0;
		for (Token token = lexer.next(); token.kind() != Kind.END; token = lexer.next()) {
			String word = (token.kind() == Kind.STRING) ? "'…'" : statement.substring(token.start(), token.end());
			if (text.length() + word.length() + MORE.length() > LONGEST) {
				return text.append(MORE).toString();
			}
			text.append((text.length() > 0 && token.start() > behind) ? " " : "").append(word);
			behind = token.end();
		}
		return text.toString();
	}

}
