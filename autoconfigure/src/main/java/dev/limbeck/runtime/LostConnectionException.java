package dev.limbeck.runtime;

import java.util.Collection;
import java.util.List;

import dev.limbeck.revision.MigrationException;
import org.jspecify.annotations.Nullable;

/**
 * The connection was lost during a run. The message says what became of the step that was
 * under way, which was read on a new connection.
 *
 * @since 0.1.0
 */
public class LostConnectionException extends MigrationException {

	private final State state;

	private final @Nullable List<String> heads;

	LostConnectionException(String message, String action, State state, @Nullable Collection<String> heads,
			Throwable cause) {
		super(message, action, cause);
		this.state = state;
		this.heads = (heads != null) ? List.copyOf(heads) : null;
	}

	/**
	 * Return what became of the step that was under way.
	 * @return its state
	 */
	public State getState() {
		return this.state;
	}

	/**
	 * Return where the database is.
	 * @return the rows of the version table, sorted, or {@code null} if they are not
	 * known
	 */
	public @Nullable List<String> getHeads() {
		return this.heads;
	}

	/**
	 * What became of a step whose connection was lost.
	 */
	public enum State {

		/** It was carried out and is committed. */
		APPLIED,

		/** Nothing of it remains. */
		NOT_APPLIED,

		/**
		 * It does not run in one transaction, and a part of it was carried out. The next
		 * run goes on behind it.
		 */
		UNFINISHED,

		/** The database could not be asked. */
		UNKNOWN;

		/**
		 * Return the word for it in a result that a program reads.
		 * @return such as {@code not-applied}
		 */
		public String word() {
			return switch (this) {
				case APPLIED -> "applied";
				case NOT_APPLIED -> "not-applied";
				case UNFINISHED -> "unfinished";
				case UNKNOWN -> "unknown";
			};
		}

	}

}
