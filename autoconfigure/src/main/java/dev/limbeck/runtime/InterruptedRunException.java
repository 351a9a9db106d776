package dev.limbeck.runtime;

import java.util.Collection;

import org.jspecify.annotations.Nullable;

/**
 * The process was told to end, so what was at work was cancelled, or no further revision
 * was run.
 *
 * @since 0.1.0
 */
public class InterruptedRunException extends IncompleteRunException {

	InterruptedRunException(String message, String action, StepState state, @Nullable Collection<String> heads,
			@Nullable Throwable cause) {
		super(message, action, state, heads, cause);
	}

	static InterruptedRunException ofWait(String message) {
		return new InterruptedRunException(message, "Start again.", StepState.NOT_APPLIED, null, null);
	}

}
