package dev.limbeck.runtime;

import java.util.Collection;
import java.util.List;

import dev.limbeck.revision.MigrationException;
import org.jspecify.annotations.Nullable;

/**
 * The process was told to end, so what was at work was cancelled, or no further revision
 * was run.
 *
 * @since 0.1.0
 */
public class InterruptedRunException extends MigrationException {

	private final StepState state;

	private final @Nullable List<String> heads;

	InterruptedRunException(String message, String action, StepState state, @Nullable Collection<String> heads) {
		super(message, action);
		this.state = state;
		this.heads = (heads != null) ? List.copyOf(heads) : null;
	}

	InterruptedRunException(String message, String action, StepState state, @Nullable Collection<String> heads,
			Throwable cause) {
		super(message, action, cause);
		this.state = state;
		this.heads = (heads != null) ? List.copyOf(heads) : null;
	}

	static InterruptedRunException ofWait(String message) {
		return new InterruptedRunException(message, "Start again.", StepState.NOT_APPLIED, null);
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
