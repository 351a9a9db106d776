package dev.limbeck.failure;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.text.HarmlessText;
import org.jspecify.annotations.Nullable;

/**
 * Something stands in the way of a migration. The message says what happened and where;
 * the {@link #getAction() action} says what to do next. Both are harmless for a terminal
 * and a log, whoever wrote what they quote.
 *
 * @since 0.1.0
 */
public abstract class MigrationException extends RuntimeException {

	private final List<String> actions = new ArrayList<>();

	/**
	 * Create an exception.
	 * @param message what happened, where, and the state that the database is in now
	 * @param action what to do next
	 */
	protected MigrationException(String message, String action) {
		super(HarmlessText.lines(message));
		this.actions.add(HarmlessText.lines(action));
	}

	/**
	 * Create an exception.
	 * @param message what happened, where, and the state that the database is in now
	 * @param action what to do next
	 * @param cause what the driver or the file system said, or {@code null}
	 */
	protected MigrationException(String message, String action, @Nullable Throwable cause) {
		super(HarmlessText.lines(message), cause);
		this.actions.add(HarmlessText.lines(action));
	}

	/**
	 * Add to what to do next, where more is known than where this was thrown.
	 * @param advice one or more sentences
	 */
	public void addAdvice(String advice) {
		this.actions.add(HarmlessText.lines(advice));
	}

	/**
	 * Return what to do next.
	 * @return one or more sentences
	 */
	public String getAction() {
		return String.join(" ", this.actions);
	}

}
