package dev.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.dialect.SqlStatement;
import dev.limbeck.dialect.SqlSyntaxException;
import dev.limbeck.dialect.StatementSplitter;
import org.jspecify.annotations.Nullable;

/**
 * Splits a script where the PostgreSQL server would: at the semicolons that its grammar
 * ({@code src/backend/parser/gram.y}) reads as the end of a statement, among the tokens
 * that its scanner finds.
 */
final class PostgresqlStatementSplitter implements StatementSplitter {

	@Override
	public List<SqlStatement> split(String script) {
		SqlSyntaxException illegal = findIllegalCharacter(script);
		try {
			List<SqlStatement> statements = new Splitting(script).statements();
			if (illegal == null) {
				return statements;
			}
		}
		catch (SqlSyntaxException ex) {
			if (illegal == null || ex.getOffset() < illegal.getOffset()) {
				throw ex;
			}
		}
		throw illegal;
	}

	// Find the first character that cannot be sent to a server, not even in a comment
	private static @Nullable SqlSyntaxException findIllegalCharacter(String script) {
		for (int i = 0; i < script.length(); i++) {
			char character = script.charAt(i);
			if (character == '\0') {
				return SyntaxProblem.NUL_CHARACTER.at(i);
			}
			if (Character.isSurrogate(character)) {
				if (i + 1 >= script.length() || !Character.isSurrogatePair(character, script.charAt(i + 1))) {
					return SyntaxProblem.UNPAIRED_SURROGATE.at(i);
				}
				i++;
			}
		}
		return null;
	}

	/**
	 * One pass over one script.
	 */
	private static final class Splitting {

		private final String script;

		private final PostgresqlLexer lexer;

		private final List<SqlStatement> statements = new ArrayList<>();

		private int counted;

		private int line = 1;

		Splitting(String script) {
			this.script = script;
			this.lexer = new PostgresqlLexer(script);
		}

		List<SqlStatement> statements() {
			Token token = this.lexer.first();
			while (token.kind() != Token.Kind.END) {
				if (!token.isSymbol(';')) {
					token = addStatement(token);
				}
				else {
					token = this.lexer.first();
				}
			}
			return List.copyOf(this.statements);
		}

		private Token addStatement(Token first) {
			StatementScope scope = new StatementScope();
			Token last = first;
			Token token = first;
			while (token.kind() != Token.Kind.END && !scope.isEndedBy(token)) {
				if (scope.readsStandardInput()) {
					throw SyntaxProblem.COPY_FROM_STDIN.at(first.start());
				}
				last = token;
				token = this.lexer.next();
			}
			String text = this.script.substring(first.start(), last.end());
			this.statements.add(new SqlStatement(text, first.start(), lineAt(first.start())));
			return token;
		}

		private int lineAt(int offset) {
			for (; this.counted < offset; this.counted++) {
				if (this.script.charAt(this.counted) == '\n') {
					this.line++;
				}
			}
			return this.line;
		}

	}

}
