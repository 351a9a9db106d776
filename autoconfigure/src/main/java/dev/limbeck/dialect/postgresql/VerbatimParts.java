package dev.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.dialect.SqlSyntaxException;
import dev.limbeck.dialect.TextRange;

/**
 * Finds what stands between the tokens of a script, and the delimiters of dollar-quoted
 * strings.
 */
final class VerbatimParts {

	private final String script;

	private final List<TextRange> parts = new ArrayList<>();

	VerbatimParts(String script) {
		this.script = script;
	}

	List<TextRange> find() {
		try {
			PostgresqlLexer lexer = new PostgresqlLexer(this.script);
			int position = 0;
			Token token = lexer.first();
			while (token.kind() != Token.Kind.END) {
				add(position, token.start());
				addDelimiters(token);
				position = token.end();
				token = lexer.first();
			}
			add(position, this.script.length());
		}
		catch (SqlSyntaxException ex) {
			// Whoever divides the script reports it
		}
		return this.parts;
	}

	private void addDelimiters(Token token) {
		if (token.kind() == Token.Kind.STRING && this.script.charAt(token.start()) == '$') {
			int length = this.script.indexOf('$', token.start() + 1) + 1 - token.start();
			add(token.start(), token.start() + length);
			add(token.end() - length, token.end());
		}
	}

	private void add(int start, int end) {
		if (start < end) {
			this.parts.add(new TextRange(start, end));
		}
	}

}
