package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.SqlSyntaxException;

/**
 * Follows a statement that may create a routine, to tell where {@code begin},
 * {@code case} and {@code end} are names. Names within parentheses do not matter.
 */
final class RoutineBody {

	private static final String PROBLEM = "psql would not find the end of this routine";

	private static final String ADVICE = "put double quotes around the names case and end in its body";

	private Header header = Header.START;

	private int parentheses;

	private int cases;

	private boolean open;

	private boolean nested;

	private int start;

	private Token previous = new Token(Token.Kind.END, "", 0, 0);

	/**
	 * Take the next token.
	 * @param token the token
	 * @param next the one behind it
	 * @return whether it is a name that psql takes for a keyword
	 */
	boolean isName(Token token, Token next) {
		boolean name = false;
		if (this.header == Header.ROUTINE && this.parentheses == 0) {
			name = follow(token, next);
		}
		else if (this.header != Header.ROUTINE) {
			this.header = this.header.next(token);
		}
		if (token.isSymbol('(')) {
			this.parentheses++;
		}
		else if (token.isSymbol(')')) {
			this.parentheses = Math.max(0, this.parentheses - 1);
		}
		this.previous = token;
		return name;
	}

	private boolean follow(Token token, Token next) {
		if (token.is("begin")) {
			return !begins(token, next);
		}
		this.nested |= this.open && token.is("create") && isAtStart();
		if (!this.open || !(token.is("case") || token.is("end"))) {
			return false;
		}
		if (this.previous.is("as") || this.previous.isSymbol('.')) {
			return true;
		}
		return token.is("case") ? opensCase() : !closes();
	}

	private boolean begins(Token token, Token next) {
		if (this.open || !next.is("atomic")) {
			return false;
		}
		this.open = true;
		this.start = token.start();
		return true;
	}

	private boolean opensCase() {
		this.cases++;
		return false;
	}

	private boolean closes() {
		if (this.cases > 0) {
			this.cases--;
			return true;
		}
		boolean closesBody = isAtStart();
		this.open &= !closesBody;
		return closesBody;
	}

	private boolean isAtStart() {
		return this.previous.isSymbol(';') || this.previous.is("atomic");
	}

	/**
	 * See that all that was begun has ended.
	 * @throws SqlSyntaxException if a parenthesis is open, so that psql would read on, if
	 * a name was taken for a keyword, or if a body has a routine in it; the server
	 * refuses the first and the last, too
	 */
	void requireEnd() {
		if (this.parentheses > 0) {
			throw new SqlSyntaxException("a parenthesis has no end", 0, "close each parenthesis of this statement");
		}
		if (this.open || this.nested) {
			throw new SqlSyntaxException(PROBLEM, this.start, ADVICE);
		}
	}

	/**
	 * What the words of a statement so far say about it.
	 */
	private enum Header {

		START, CREATE, CREATE_OR, CREATE_OR_REPLACE, ROUTINE, OTHER;

		Header next(Token token) {
			return switch (this) {
				case START -> token.is("create") ? CREATE : OTHER;
				case CREATE -> token.is("or") ? CREATE_OR : afterCreate(token);
				case CREATE_OR -> token.is("replace") ? CREATE_OR_REPLACE : OTHER;
				case CREATE_OR_REPLACE -> afterCreate(token);
				case ROUTINE, OTHER -> this;
			};
		}

		private static Header afterCreate(Token token) {
			return (token.is("function") || token.is("procedure")) ? ROUTINE : OTHER;
		}

	}

}
