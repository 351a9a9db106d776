package dev.limbeck.dialect;

import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * What a server said about a statement that failed.
 *
 * @param kind what kind of error it is
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
public record ServerError(Kind kind, @Nullable String sqlState, String message, @Nullable String detail,
		@Nullable String hint, @Nullable String context, int position) {

	private static final int LONGEST = 4000;

	/**
	 * Create an error about which nothing more was said.
	 * @param kind what kind of error it is
	 * @param sqlState the SQLSTATE
	 * @param message the message
	 */
	public ServerError(Kind kind, @Nullable String sqlState, String message) {
		this(kind, sqlState, message, null, null, null, 0);
	}

	/**
	 * Change the texts of the server.
	 * @param change what is done with each of them
	 * @return the same error in other words
	 */
	public ServerError map(UnaryOperator<String> change) {
		return new ServerError(this.kind, this.sqlState, change.apply(this.message), apply(change, this.detail),
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
		ServerError shown = new ServerError(this.kind, this.sqlState, this.message, detailed ? this.detail : null,
				this.hint, this.context, this.position);
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

	// What CASCADE would destroy, or has the old type; that the objects exist is no data
	// of rows
	private boolean isAboutObjects() {
		return this.kind == Kind.DEPENDENT_OBJECTS;
	}

	/**
	 * Return whether the session has ended.
	 * @return whether nothing more can be sent
	 */
	public boolean isConnectionLost() {
		return this.kind == Kind.CONNECTION_LOST;
	}

	/**
	 * What kind of error it is, as far as it makes a difference.
	 */
	public enum Kind {

		/** The session has ended. */
		CONNECTION_LOST,

		/** The user or the password is refused. */
		LOGIN_REFUSED,

		/** The server does not have the database. */
		MISSING_DATABASE,

		/** The server has no room for another session. */
		TOO_MANY_CONNECTIONS,

		/** The server has no room for what is to be stored. */
		DISK_FULL,

		/** The user may not do that. */
		MISSING_PRIVILEGE,

		/** The transaction may only read. */
		READ_ONLY,

		/** There is no such schema. */
		MISSING_SCHEMA,

		/** A relation of that name exists. */
		EXISTING_RELATION,

		/**
		 * Other objects depend on the one that is to be dropped or to get another type.
		 */
		DEPENDENT_OBJECTS,

		/** A lock was not to be had in time. */
		LOCK_TIMEOUT,

		/**
		 * Sessions waited for each other's locks, and the server chose this one to end.
		 */
		DEADLOCK,

		/**
		 * The transaction does not fit to what another one has committed meanwhile.
		 */
		SERIALIZATION_FAILURE,

		/** The statement was cancelled, by a timeout or by another session. */
		CANCELLED,

		/** An integrity constraint does not hold. */
		CONSTRAINT_VIOLATION,

		/** The statement cannot run in a transaction. */
		REFUSED_IN_TRANSACTION,

		/** A value of an enum type is used in the transaction that adds it. */
		UNCOMMITTED_ENUM_VALUE,

		/**
		 * A statement before it has failed, so the transaction can only be rolled back.
		 */
		TRANSACTION_ABORTED,

		/** A number was divided by zero. */
		DIVISION_BY_ZERO,

		/** A number is too large for its type. */
		NUMBER_OUT_OF_RANGE,

		/** Any other. */
		OTHER

	}

}
