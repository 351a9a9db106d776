package dev.limbeck.runtime;

/**
 * A step at its place in the run.
 *
 * @param step the step
 * @param progress its place
 */
record RunningStep(CompiledStep step, StepProgress progress) {

	boolean isLast() {
		return this.progress.number() == this.progress.total();
	}

}
