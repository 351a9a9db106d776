package dev.limbeck.runtime;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * What is done under the lock.
 *
 * @param <T> what comes of it
 */
interface LockedWork<T> {

	// Return whether another process has done it, which is looked at during the wait
	boolean isReached(DatabaseState state);

	// Return what comes of it if another process has done it
	T reached(DatabaseState state);

	// Do it
	T run(RunContext context) throws SQLException;

	// Return what comes of it if it was done although its connection was lost, or null if
	// it was not done as a whole
	@Nullable T confirm(LossReport report);

	// Return whether it is one transaction whatever the settings say
	boolean isAtomic();

	// Return what listeners are told that it was started with
	RunArguments arguments();

}
