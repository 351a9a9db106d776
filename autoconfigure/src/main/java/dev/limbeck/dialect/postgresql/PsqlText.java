package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.postgresql.Token.Kind;

/**
 * A statement in a spelling that psql does not misread. Its lexer
 * ({@code src/fe_utils/psqlscan.l}) differs from that of the server in three ways:
 * <ul>
 * <li>A colon before a name or a quote is a variable, some of which are always set, such
 * as {@code USER}. A space behind the colon ends that; the server does not need them to
 * touch.</li>
 * <li>It works line by line, so the part of a string behind a line break is an ordinary
 * string, although the first one began with an E. There a quote is written {@code ''} and
 * not {@code \'}.</li>
 * <li>In {@code CREATE FUNCTION} and {@code CREATE PROCEDURE} each word {@code begin},
 * {@code case} and {@code end} counts as one, also where it is a name. Names are
 * quoted.</li>
 * </ul>
 */
final class PsqlText {

	private final String statement;

	private final StringBuilder text = new StringBuilder();

	private int copied;

	private PsqlText(String statement) {
		this.statement = statement;
	}

	static String of(String statement) {
		PsqlText text = new PsqlText(statement);
		text.rewrite();
		return (text.copied == 0) ? statement : text.text.append(statement, text.copied, statement.length()).toString();
	}

	private void rewrite() {
		PostgresqlLexer lexer = new PostgresqlLexer(this.statement);
		RoutineBody body = new RoutineBody();
		Token token = lexer.next();
		while (token.kind() != Kind.END) {
			Token next = lexer.next();
			if (token.isSymbol(':')) {
				next = rewriteColon(token, next, lexer);
			}
			else if (token.kind() == Kind.STRING && isEscaped(token)) {
				rewriteContinuations(token);
			}
			else if (body.isName(token, next)) {
				replace(token.start(), token.end(), '"' + token.plainText() + '"');
			}
			token = next;
		}
		body.requireEnd();
	}

	// Two colons are a cast, and := assigns; psql knows both
	private Token rewriteColon(Token colon, Token next, PostgresqlLexer lexer) {
		boolean touches = next.kind() != Kind.END && next.start() == colon.end();
		if (touches && (next.isSymbol(':') || next.isSymbol('='))) {
			return lexer.next();
		}
		if (touches && next.kind() != Kind.SYMBOL) {
			replace(colon.end(), colon.end(), " ");
		}
		return next;
	}

	private boolean isEscaped(Token token) {
		char first = this.statement.charAt(token.start());
		return first == 'e' || first == 'E';
	}

	private void rewriteContinuations(Token token) {
		int position = token.start() + 2;
		boolean continued = false;
		while (position < token.end() - 1) {
			char character = this.statement.charAt(position);
			if (character == '\\') {
				if (continued && this.statement.charAt(position + 1) == '\'') {
					replace(position, position + 2, "''");
				}
				position += 2;
			}
			else if (character != '\'') {
				position++;
			}
			else if (this.statement.charAt(position + 1) == '\'') {
				position += 2;
			}
			else {
				position = DriverText.skipToContinuation(this.statement, position + 1);
				continued = true;
			}
		}
	}

	private void replace(int start, int end, String replacement) {
		this.text.append(this.statement, this.copied, start).append(replacement);
		this.copied = end;
	}

}
