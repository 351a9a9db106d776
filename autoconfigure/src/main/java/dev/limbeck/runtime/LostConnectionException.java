package dev.limbeck.runtime;

import java.util.Collection;

import org.jspecify.annotations.Nullable;

/**
 * The connection was lost during a run. The message says what became of the step that was
 * under way, which was read on a new connection.
 *
 * @since 0.1.0
 */
public class LostConnectionException extends IncompleteRunException {

	LostConnectionException(String message, String action, StepState state, @Nullable Collection<String> heads,
			Throwable cause) {
		super(message, action, state, heads, cause);
	}

}
