package dev.limbeck.dialect;

/**
 * Thrown when a script cannot be divided into statements.
 *
 * @since 0.1.0
 */
public final class SqlSyntaxException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String problem;

	private final int offset;

	private final String advice;

	/**
	 * Create an exception for a place in a script.
	 * @param problem what is wrong, in the words of the database if it has any
	 * @param offset where the offending token starts, in UTF-16 units from 0
	 * @param advice what to do about it, as a sentence without its full stop
	 */
	public SqlSyntaxException(String problem, int offset, String advice) {
		super("%s: %s".formatted(problem, advice));
		this.problem = problem;
		this.offset = offset;
		this.advice = advice;
	}

	/**
	 * Return what is wrong, such as {@code unterminated quoted string}.
	 * @return the problem
	 */
	public String getProblem() {
		return this.problem;
	}

	/**
	 * Return what to do about it.
	 * @return a sentence without its full stop
	 */
	public String getAdvice() {
		return this.advice;
	}

	/**
	 * Return where in the script the offending token starts.
	 * @return the offset in UTF-16 units from 0
	 */
	public int getOffset() {
		return this.offset;
	}

}
