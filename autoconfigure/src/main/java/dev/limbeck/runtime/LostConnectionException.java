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

	private final StepState state;

	private final @Nullable List<String> heads;

	LostConnectionException(String message, String action, StepState state, @Nullable Collection<String> heads,
			Throwable cause) {
		super(message, action, cause);
		this.state = state;
		this.heads = (heads != null) ? List.copyOf(heads) : null;
	}

	/**
	 * Return what became of the step that was under way.
	 * @return its state
	 */
	public StepState getState() {
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

}
