package dev.limbeck.dialect.postgresql;

import java.util.List;

import dev.limbeck.dialect.SqlStatement;
import dev.limbeck.dialect.SqlSyntaxException;
import dev.limbeck.dialect.UnwritableOperationException;

/**
 * A part of a statement that is SQL of the user's: an expression, a condition, a query.
 * It must not end the statement or close a parenthesis that it did not open, so that a
 * slip is an error here and not in the middle of a statement.
 */
final class SqlFragment {

	private SqlFragment() {
	}

	/**
	 * Return a fragment without the comments and semicolons around it.
	 * @param what what it is
	 * @param sql the fragment
	 * @return the fragment
	 * @throws UnwritableOperationException if it is not one
	 */
	static String of(String what, String sql) {
		List<SqlStatement> statements = split(what, sql);
		if (statements.size() != 1) {
			throw refused(what, sql, (statements.isEmpty()) ? "is empty" : "has a semicolon in it");
		}
		String text = statements.get(0).text();
		checkParentheses(what, text);
		return text;
	}

	private static List<SqlStatement> split(String what, String sql) {
		try {
			return new PostgresqlStatementSplitter().split(sql);
		}
		catch (SqlSyntaxException ex) {
			throw refused(what, sql, "has an " + ex.getProblem() + " at position " + (ex.getOffset() + 1));
		}
	}

	private static void checkParentheses(String what, String sql) {
		PostgresqlLexer lexer = new PostgresqlLexer(sql);
		int depth = 0;
		for (Token token = lexer.next(); token.kind() != Token.Kind.END && depth >= 0; token = lexer.next()) {
			if (token.isSymbol(';')) {
				throw refused(what, sql, "has a semicolon in it");
			}
			depth += token.isSymbol('(') ? 1 : 0;
			depth -= token.isSymbol(')') ? 1 : 0;
		}
		if (depth != 0) {
			throw refused(what, sql, "has parentheses that do not match");
		}
	}

	private static UnwritableOperationException refused(String what, String sql, String problem) {
		return new UnwritableOperationException("The %s '%s' %s.".formatted(what, sql, problem),
				"Correct it, or write the whole statement with op.execute(…).");
	}

}
