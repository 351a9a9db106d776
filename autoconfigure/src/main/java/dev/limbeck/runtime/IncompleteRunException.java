package dev.limbeck.runtime;

import java.util.Collection;
import java.util.List;

import dev.limbeck.failure.MigrationException;
import org.jspecify.annotations.Nullable;

/**
 * A run has ended before everything was done, and no revision is at fault.
 *
 * @since 0.1.0
 */
public abstract class IncompleteRunException extends MigrationException {

	private final StepState state;

	private final @Nullable List<String> heads;

	IncompleteRunException(String message, String action, StepState state, @Nullable Collection<String> heads,
			@Nullable Throwable cause) {
		super(message, action, cause);
		this.state = state;
		this.heads = (heads != null) ? List.copyOf(heads) : null;
	}

	/**
	 * Return what became of the step that was under way, or was to be next.
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
