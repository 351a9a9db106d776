package dev.limbeck.dialect.postgresql;

/**
 * The arguments of a function as they stand between the parentheses.
 */
final class ArgumentList {

	private ArgumentList() {
	}

	/**
	 * Take the defaults away.
	 * @param arguments the arguments
	 * @return the arguments as ALTER, COMMENT and DROP want them
	 */
	static String withoutDefaults(String arguments) {
		StringBuilder kept = new StringBuilder();
		PostgresqlLexer lexer = new PostgresqlLexer(arguments);
		int depth = 0;
		int end = 0;
		boolean skipping = false;
		for (Token token = lexer.next(); token.kind() != Token.Kind.END; token = lexer.next()) {
			depth += (token.isSymbol('(') || token.isSymbol('[')) ? 1 : 0;
			depth -= (token.isSymbol(')') || token.isSymbol(']')) ? 1 : 0;
			if (depth == 0 && (token.is("default") || token.isSymbol('=') || isAssignment(token, arguments))) {
				skipping = true;
			}
			else if (depth == 0 && token.isSymbol(',')) {
				skipping = false;
				end = token.start();
			}
			if (!skipping) {
				kept.append(arguments, end, token.end());
			}
			end = token.end();
		}
		return kept.toString();
	}

	private static boolean isAssignment(Token token, String arguments) {
		return token.isSymbol(':') && arguments.startsWith(":=", token.start());
	}

}
