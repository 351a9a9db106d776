package dev.limbeck.dialect.postgresql;

import java.util.List;

import dev.limbeck.dialect.Literals;
import dev.limbeck.dialect.UnwritableOperationException;
import org.jspecify.annotations.Nullable;

/**
 * SQL with question marks for values.
 */
final class ParameterizedSql {

	private final String sql;

	private final StringBuilder result = new StringBuilder();

	private int copied;

	private int used;

	ParameterizedSql(String sql) {
		this.sql = sql;
	}

	/**
	 * Put values in the place of the question marks that are not part of a string, a
	 * quoted name or a comment. Two question marks are one, as in JDBC.
	 * @param values the values
	 * @param literals writes them
	 * @return the SQL
	 */
	String with(List<@Nullable Object> values, Literals literals) {
		PostgresqlLexer lexer = new PostgresqlLexer(this.sql);
		Token token = lexer.next();
		while (token.kind() != Token.Kind.END) {
			Token next = lexer.next();
			if (token.isSymbol('?')) {
				this.result.append(this.sql, this.copied, token.start());
				this.copied = token.end();
				if (next.isSymbol('?') && next.start() == token.end()) {
					this.result.append('?');
					this.copied = next.end();
					next = lexer.next();
				}
				else {
					appendValue(values, literals);
				}
			}
			token = next;
		}
		if (this.used != values.size()) {
			throw miscounted(values.size());
		}
		return this.result.append(this.sql, this.copied, this.sql.length()).toString();
	}

	private void appendValue(List<@Nullable Object> values, Literals literals) {
		if (this.used == values.size()) {
			throw miscounted(values.size());
		}
		String literal = literals.literal(values.get(this.used));
		this.used++;
		int length = this.result.length();
		if (length > 0 && touches(this.result.charAt(length - 1))) {
			this.result.append(' ');
		}
		this.result.append(literal.startsWith("-") ? "(" + literal + ")" : literal);
		if (this.copied < this.sql.length() && touches(this.sql.charAt(this.copied))) {
			this.result.append(' ');
		}
	}

	// A literal must not become one token with its neighbour
	private static boolean touches(char character) {
		return Character.isLetterOrDigit(character) || character == '_' || character == '$' || character == '\''
				|| character == '"' || character == '&';
	}

	private UnwritableOperationException miscounted(int values) {
		return new UnwritableOperationException(
				"The SQL of op.execute has not as many question marks as there are values, which are %s:%n%s"
					.formatted(values, this.sql),
				"Write a question mark for each value, and two for an operator with a question mark.");
	}

}
