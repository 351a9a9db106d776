package dev.limbeck.command;

import java.util.List;

import dev.limbeck.runtime.IncompleteRunException;
import org.jspecify.annotations.Nullable;

/**
 * What became of a run that lost its connection, or was told to end, in the words of a
 * result that a program reads.
 *
 * @param state what became of the step that was under way: {@code applied},
 * {@code not-applied}, {@code unfinished} or {@code unknown}
 * @param heads where the database is, or {@code null} if that is not known
 * @since 0.1.0
 */
public record EarlyEnd(String state, @Nullable List<String> heads) {

	/**
	 * Return what a failure says of a run.
	 * @param failure what was thrown
	 * @return what became of the run, or {@code null} if it failed in another way
	 */
	public static @Nullable EarlyEnd of(Throwable failure) {
		return (failure instanceof IncompleteRunException ended)
				? new EarlyEnd(ended.getState().word(), ended.getHeads()) : null;
	}

}
