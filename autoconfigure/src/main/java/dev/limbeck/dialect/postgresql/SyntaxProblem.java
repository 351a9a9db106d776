package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.SqlSyntaxException;

/**
 * Reasons why a script cannot be divided into statements. Those that the server knows
 * carry its words.
 */
enum SyntaxProblem {

	UNTERMINATED_STRING("unterminated quoted string", "add the closing single quote"),

	UNTERMINATED_IDENTIFIER("unterminated quoted identifier", "add the closing double quote"),

	UNTERMINATED_DOLLAR_STRING("unterminated dollar-quoted string",
			"repeat the opening tag at the end, with the same upper and lower case"),

	UNTERMINATED_COMMENT("unterminated /* comment", "close every /* with its own */, as comments nest"),

	META_COMMAND("psql meta-command", "replace it by SQL, as only psql understands a backslash outside of quotes"),

	COPY_FROM_STDIN("COPY FROM STDIN", "use INSERT, as a script has no input to copy from"),

	NUL_CHARACTER("NUL character", "remove it, as PostgreSQL cannot store it; is the file UTF-16?"),

	UNPAIRED_SURROGATE("unpaired surrogate", "replace it by the character that was meant");

	private final String problem;

	private final String advice;

	SyntaxProblem(String problem, String advice) {
		this.problem = problem;
		this.advice = advice;
	}

	SqlSyntaxException at(int offset) {
		return new SqlSyntaxException(this.problem, offset, this.advice);
	}

}
