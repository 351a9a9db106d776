package dev.limbeck.runtime;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import dev.limbeck.connection.CredentialMask;
import org.jspecify.annotations.Nullable;

/**
 * The border that exceptions of drivers, pools and clients cross on their way into ours.
 * One that quotes credentials, itself or anywhere among its causes, is replaced by a copy
 * that does not: with the same stack traces, and under the name of its own type.
 *
 * @since 0.1.0
 */
public final class ForeignFailure {

	private ForeignFailure() {
	}

	/**
	 * Take the credentials out of a failure.
	 * @param failure what somebody else threw
	 * @return the same failure if it quotes none, else a copy
	 */
	public static Throwable masked(Throwable failure) {
		return isClean(failure, identities()) ? failure : copy(failure, identities());
	}

	/**
	 * Take the credentials out of a failure of the driver.
	 * @param failure what the driver threw
	 * @return the same failure if it quotes none, else a copy
	 */
	public static SQLException masked(SQLException failure) {
		return isClean(failure, identities()) ? failure : copyOfDatabase(failure, identities());
	}

	/**
	 * Describe a failure in one line.
	 * @param failure what somebody else threw
	 * @return its message without credentials, its type if it has no message
	 */
	public static String describe(Throwable failure) {
		String message = failure.getMessage();
		return (message != null && !message.isBlank()) ? CredentialMask.apply(message) : failure.getClass().getName();
	}

	/**
	 * Tell whether somebody failed for a class that is not on the class path, or that is
	 * not the one that others count on.
	 * @param failure what somebody else threw
	 * @return what is missing, or {@code null}
	 */
	public static @Nullable String missingClass(Throwable failure) {
		Set<Throwable> seen = identities();
		String missing = null;
		for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
			if (cause instanceof NoClassDefFoundError || cause instanceof TypeNotPresentException
					|| cause instanceof IncompatibleClassChangeError) {
				missing = describe(cause).replace('/', '.').replaceFirst("^Type (\\S+) not present$", "$1");
			}
		}
		return missing;
	}

	private static Set<Throwable> identities() {
		return Collections.newSetFromMap(new IdentityHashMap<>());
	}

	private static boolean isClean(@Nullable Throwable failure, Set<Throwable> seen) {
		if (failure == null || !seen.add(failure)) {
			return true;
		}
		String text = String.valueOf(failure);
		String message = String.valueOf(failure.getMessage());
		if (!CredentialMask.apply(text).equals(text) || !CredentialMask.apply(message).equals(message)) {
			return false;
		}
		for (Throwable suppressed : failure.getSuppressed()) {
			if (!isClean(suppressed, seen)) {
				return false;
			}
		}
		return isClean(failure.getCause(), seen)
				&& (!(failure instanceof SQLException database) || isClean(database.getNextException(), seen));
	}

	private static Throwable copy(Throwable failure, Set<Throwable> seen) {
		return (failure instanceof SQLException database) ? copyOfDatabase(database, seen)
				: complete(new MaskedException(failure), failure, seen);
	}

	private static SQLException copyOfDatabase(SQLException failure, Set<Throwable> seen) {
		SQLException copy = complete(new MaskedSqlException(failure), failure, seen);
		SQLException next = failure.getNextException();
		if (next != null && !seen.contains(next)) {
			copy.setNextException(copyOfDatabase(next, seen));
		}
		return copy;
	}

	private static <T extends Throwable> T complete(T copy, Throwable failure, Set<Throwable> seen) {
		seen.add(failure);
		copy.setStackTrace(failure.getStackTrace());
		Throwable cause = failure.getCause();
		if (cause != null && !seen.contains(cause)) {
			copy.initCause(copy(cause, seen));
		}
		for (Throwable suppressed : failure.getSuppressed()) {
			if (!seen.contains(suppressed)) {
				copy.addSuppressed(copy(suppressed, seen));
			}
		}
		return copy;
	}

	private static @Nullable String message(Throwable failure) {
		return (failure.getMessage() != null) ? CredentialMask.apply(failure.getMessage()) : null;
	}

	private static String describe(String type, @Nullable String message) {
		return (message != null) ? type + ": " + message : type;
	}

	/** The copy of an exception that JDBC declares. */
	@SuppressWarnings("OverrideThrowableToString")
	private static final class MaskedSqlException extends SQLException {

		private final String type;

		MaskedSqlException(SQLException failure) {
			super(message(failure), failure.getSQLState(), failure.getErrorCode());
			this.type = failure.getClass().getName();
		}

		@Override
		public String toString() {
			return ForeignFailure.describe(this.type, getMessage());
		}

	}

	/** The copy of any other exception. */
	@SuppressWarnings("OverrideThrowableToString")
	private static final class MaskedException extends RuntimeException {

		private final String type;

		MaskedException(Throwable failure) {
			super(message(failure));
			this.type = failure.getClass().getName();
		}

		@Override
		public String toString() {
			return ForeignFailure.describe(this.type, getMessage());
		}

	}

}
