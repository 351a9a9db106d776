package dev.limbeck.runtime;

import dev.limbeck.revision.MigrationStep;

/**
 * A step and its place in the run.
 *
 * @param step the step
 * @param number its number, counted from 1
 * @param total how many steps the run has
 * @param arguments what the run was started with
 * @since 0.1.0
 */
public record StepProgress(MigrationStep step, int number, int total, RunArguments arguments) {
}
