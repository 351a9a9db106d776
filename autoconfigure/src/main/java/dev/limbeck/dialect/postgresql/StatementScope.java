package dev.limbeck.dialect.postgresql;

/**
 * Follows a statement token by token to tell where it ends: at the first semicolon that
 * is neither in parentheses nor in the body of an SQL-standard routine,
 * {@code BEGIN ATOMIC … END}.
 * <p>
 * {@code END} is also the end of every {@code CASE} and may be a label
 * ({@code SELECT 1 AS end}, {@code SELECT 1 end}). Yet there is nothing to count: the
 * grammar wants a semicolon after each statement of a body, so only the {@code END} that
 * follows one, or {@code ATOMIC}, can close the body.
 */
final class StatementScope {

	private int parentheses;

	private int bodies;

	private Header header = Header.START;

	private Token previous = new Token(Token.Kind.END, "", 0, 0);

	/**
	 * Take the next token of the statement.
	 * @param token the token
	 * @return whether it is the semicolon that ends the statement
	 */
	boolean isEndedBy(Token token) {
		boolean semicolon = token.isSymbol(';') && this.parentheses == 0;
		if (semicolon && this.bodies == 0) {
			return true;
		}
		if (this.parentheses == 0) {
			follow(token, semicolon);
		}
		if (token.isSymbol('(')) {
			this.parentheses++;
		}
		else if (token.isSymbol(')')) {
			this.parentheses = Math.max(0, this.parentheses - 1);
		}
		this.previous = token;
		return false;
	}

	/**
	 * Return whether the tokens so far make it a {@code COPY} from the client's standard
	 * input. The grammar takes {@code STDOUT} for the same thing there.
	 * @return whether it reads what a script does not have
	 */
	boolean readsStandardInput() {
		return this.bodies == 0 && this.header == Header.COPY_FROM_CLIENT;
	}

	private void follow(Token token, boolean semicolon) {
		if (semicolon) {
			this.header = Header.START;
		}
		else if (this.header == Header.ROUTINE && this.previous.is("begin") && token.is("atomic")) {
			this.bodies++;
			this.header = Header.START;
		}
		else if (this.bodies > 0 && this.header == Header.START && token.is("end")) {
			this.bodies--;
			this.header = Header.OTHER;
		}
		else {
			this.header = this.header.next(token, this.previous);
		}
	}

	/**
	 * What the words of a statement so far say about it.
	 */
	private enum Header {

		START, CREATE, CREATE_OR, CREATE_OR_REPLACE, ROUTINE, COPY, COPY_FROM, COPY_FROM_CLIENT, OTHER;

		Header next(Token token, Token previous) {
			return switch (this) {
				case START -> afterStart(token);
				case CREATE -> token.is("or") ? CREATE_OR : afterCreate(token);
				case CREATE_OR -> token.is("replace") ? CREATE_OR_REPLACE : OTHER;
				case CREATE_OR_REPLACE -> afterCreate(token);
				case COPY -> previous.isSymbol('.') ? COPY : afterCopy(token);
				case COPY_FROM -> (token.is("stdin") || token.is("stdout")) ? COPY_FROM_CLIENT : OTHER;
				case ROUTINE, COPY_FROM_CLIENT, OTHER -> this;
			};
		}

		private static Header afterStart(Token token) {
			if (token.is("create")) {
				return CREATE;
			}
			return token.is("copy") ? COPY : OTHER;
		}

		private static Header afterCopy(Token token) {
			if (token.is("from")) {
				return COPY_FROM;
			}
			return token.is("to") ? OTHER : COPY;
		}

		private static Header afterCreate(Token token) {
			return (token.is("function") || token.is("procedure")) ? ROUTINE : OTHER;
		}

	}

}
