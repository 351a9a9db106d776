package dev.limbeck.runtime;

import java.io.IOException;
import java.util.List;

/**
 * Prints statements and comments, each of which ends where it should.
 */
final class ScriptPrinter {

	private final Appendable out;

	ScriptPrinter(Appendable out) {
		this.out = out;
	}

	/**
	 * Print an empty line.
	 */
	void line() throws IOException {
		this.out.append('\n');
	}

	/**
	 * Print a comment. It has one line, whatever the text is: a line break in it would
	 * end the comment, and what has no shape would let a terminal show something else.
	 * @param text the text
	 */
	void comment(String text) throws IOException {
		this.out.append("-- ").append(visible(text)).append('\n');
	}

	private static String visible(String text) {
		StringBuilder visible = new StringBuilder(text.length());
		text.codePoints().map((codePoint) -> isVisible(codePoint) ? codePoint : ' ').forEach(visible::appendCodePoint);
		return visible.toString();
	}

	private static boolean isVisible(int codePoint) {
		return switch (Character.getType(codePoint)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.SURROGATE ->
				false;
			default -> true;
		};
	}

	/**
	 * Print a statement.
	 * @param sql the statement, which ends with a token and not with a comment
	 */
	void statement(String sql) throws IOException {
		this.out.append(sql).append(";\n");
	}

	/**
	 * Print statements.
	 * @param sql the statements
	 */
	void statements(List<String> sql) throws IOException {
		for (String statement : sql) {
			statement(statement);
		}
	}

	/**
	 * Print statements as one transaction.
	 * @param sql the statements
	 */
	void transaction(List<String> sql) throws IOException {
		statement("BEGIN");
		statements(sql);
		statement("COMMIT");
	}

}
