package dev.limbeck.dialect;

import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * What a server said about a statement that failed.
 *
 * @param sqlState the SQLSTATE, or {@code null} if there is none
 * @param message the message
 * @param detail the detail, which may hold the data of rows; {@code null} if there is
 * none
 * @param hint the hint, or {@code null} if there is none
 * @param context where in functions and blocks it happened, or {@code null} if there is
 * none
 * @param position the place in the statement, in Unicode code points counted from 1; 0 if
 * the server named none
 * @since 0.1.0
 */
public record ServerError(@Nullable String sqlState, String message, @Nullable String detail, @Nullable String hint,
		@Nullable String context, int position) {

	private static final int LONGEST = 4000;

	/**
	 * Create an error about which nothing more was said.
	 * @param sqlState the SQLSTATE
	 * @param message the message
	 */
	public ServerError(@Nullable String sqlState, String message) {
		this(sqlState, message, null, null, null, 0);
	}

	/**
	 * Change the texts of the server.
	 * @param change what is done with each of them
	 * @return the same error in other words
	 */
	public ServerError map(UnaryOperator<String> change) {
		return new ServerError(this.sqlState, change.apply(this.message), apply(change, this.detail),
				apply(change, this.hint), apply(change, this.context), this.position);
	}

	private static @Nullable String apply(UnaryOperator<String> change, @Nullable String text) {
		return (text != null) ? change.apply(text) : null;
	}

	/**
	 * Return what of it is shown.
	 * @param showDetail whether details that may hold the data of rows are wanted
	 * @return the error without a detail that is not wanted, long texts cut
	 */
	public ServerError shown(boolean showDetail) {
		boolean detailed = showDetail || isAboutObjects();
		ServerError shown = new ServerError(this.sqlState, this.message, detailed ? this.detail : null, this.hint,
				this.context, this.position);
		return shown.map(ServerError::shortened);
	}

	/**
	 * Return everything that the server said, each part on lines of its own.
	 * @param showDetail whether details that may hold the data of rows are wanted
	 * @return the message with its SQLSTATE, and what belongs to it
	 */
	public String describe(boolean showDetail) {
		return shown(showDetail).describe();
	}

	private String describe() {
		StringBuilder text = new StringBuilder(this.message);
		if (this.sqlState != null) {
			text.append(" (SQLSTATE ").append(this.sqlState).append(')');
		}
		if (this.detail != null) {
			text.append("\nDetail of the server: ").append(this.detail);
		}
		if (this.hint != null) {
			text.append("\nHint of the server: ").append(this.hint);
		}
		if (this.context != null) {
			text.append("\nContext: ").append(this.context);
		}
		return text.toString();
	}

	private static String shortened(String text) {
		return (text.length() > LONGEST) ? text.substring(0, LONGEST) + " …" : text;
	}

	// What CASCADE would destroy; that the objects exist is no data of rows
	private boolean isAboutObjects() {
		return "2BP01".equals(this.sqlState);
	}

	/**
	 * Return whether the session has ended: class 08 of SQLSTATE (connection exception),
	 * or 57P01 to 57P03 (shutdown).
	 * @return whether nothing more can be sent
	 */
	public boolean isConnectionLost() {
		return this.sqlState != null && (this.sqlState.startsWith("08") || this.sqlState.startsWith("57P0"));
	}

	/**
	 * Return whether a constraint does not hold: class 23 of SQLSTATE.
	 * @return whether it is an integrity constraint violation
	 */
	public boolean isConstraintViolation() {
		return this.sqlState != null && this.sqlState.startsWith("23");
	}

	/**
	 * Return whether a statement before it has failed, so that the transaction can only
	 * be rolled back.
	 * @return whether SQLSTATE is 25P02
	 */
	public boolean isTransactionAborted() {
		return "25P02".equals(this.sqlState);
	}

}
