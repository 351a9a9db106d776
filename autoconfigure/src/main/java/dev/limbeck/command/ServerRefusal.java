package dev.limbeck.command;

import dev.limbeck.dialect.ServerError;
import dev.limbeck.runtime.RefusedByServer;
import org.jspecify.annotations.Nullable;

/**
 * What the server said when a command failed, in the words of a result that a program
 * reads.
 *
 * @param sqlState the SQLSTATE, or {@code null} if there is none
 * @param message the message
 * @param detail the detail, or {@code null} if there is none or it is not to be shown
 * @param hint the hint, or {@code null} if there is none
 * @param context where in functions and blocks it happened, or {@code null} if there is
 * none
 * @since 0.1.0
 */
public record ServerRefusal(@Nullable String sqlState, String message, @Nullable String detail, @Nullable String hint,
		@Nullable String context) {

	/**
	 * Return what the server said.
	 * @param failure what was thrown
	 * @return its words, or {@code null} if it said nothing
	 */
	public static @Nullable ServerRefusal of(Throwable failure) {
		ServerError error = (failure instanceof RefusedByServer refused) ? refused.getServerError() : null;
		return (error != null)
				? new ServerRefusal(error.sqlState(), error.message(), error.detail(), error.hint(), error.context())
				: null;
	}

}
