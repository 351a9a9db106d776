package dev.limbeck.dialect;

import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * What a server said about a statement that failed. The details it adds are left out,
 * since they may hold the data of rows.
 *
 * @param sqlState the SQLSTATE, or {@code null} if there is none
 * @param message the message
 * @param hint the hint, or {@code null} if there is none
 * @param position the place in the statement, in Unicode code points counted from 1; 0 if
 * the server named none
 * @since 0.1.0
 */
public record ServerError(@Nullable String sqlState, String message, @Nullable String hint, int position) {

	/**
	 * Change the texts of the server.
	 * @param change what is done with each of them
	 * @return the same error in other words
	 */
	public ServerError map(UnaryOperator<String> change) {
		return new ServerError(this.sqlState, change.apply(this.message),
				(this.hint != null) ? change.apply(this.hint) : null, this.position);
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
