package dev.limbeck.command;

import java.time.Duration;

import dev.limbeck.revision.MigrationStep;

/**
 * Watches the steps of a run and cannot interfere with them.
 *
 * @since 0.1.0
 * @see Migrations#observedBy(ProgressObserver)
 */
public interface ProgressObserver {

	/**
	 * A step is about to be carried out.
	 * @param step the step
	 * @param number its number, counted from 1
	 * @param total how many steps the run has
	 */
	void stepStarted(MigrationStep step, int number, int total);

	/**
	 * A step was carried out; it is committed at the end of the run if that is one
	 * transaction.
	 * @param step the step
	 * @param elapsed how long it took
	 */
	void stepFinished(MigrationStep step, Duration elapsed);

}
