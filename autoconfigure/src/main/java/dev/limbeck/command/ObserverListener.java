package dev.limbeck.command;

import java.time.Duration;

import dev.limbeck.runtime.MigrationListener;
import dev.limbeck.runtime.StepProgress;

/**
 * Tells an observer of the steps.
 *
 * @param observer the observer
 */
record ObserverListener(ProgressObserver observer) implements MigrationListener {

	@Override
	public void stepStarted(StepProgress progress) {
		this.observer.stepStarted(progress.step(), progress.number(), progress.total());
	}

	@Override
	public void stepFinished(StepProgress progress, Duration elapsed) {
		this.observer.stepFinished(progress.step(), elapsed);
	}

	@Override
	public boolean isTransactional() {
		return false;
	}

}
