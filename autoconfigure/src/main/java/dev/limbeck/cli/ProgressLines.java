package dev.limbeck.cli;

import java.time.Duration;

import dev.limbeck.command.ProgressObserver;
import dev.limbeck.revision.MigrationStep;
import dev.limbeck.text.HarmlessText;

/**
 * Shows how far a run is: on a terminal a line for each step, which gets the time that
 * the step took at its end; elsewhere plain lines.
 */
final class ProgressLines implements ProgressObserver {

	private final CommandRun run;

	private boolean lineOpen;

	ProgressLines(CommandRun run) {
		this.run = run;
	}

	@Override
	public void stepStarted(MigrationStep step, int number, int total) {
		if (!this.run.isQuiet()) {
			boolean terminal = this.run.err().terminal();
			print("[%s/%s] %s".formatted(number, total, HarmlessText.line(step.logLine())) + (terminal ? "" : "\n"));
			this.lineOpen = terminal;
		}
	}

	@Override
	public void stepFinished(MigrationStep step, Duration elapsed) {
		close("  " + Elapsed.describe(elapsed));
	}

	/**
	 * End the line of a step that does not end.
	 */
	void interrupt() {
		close("");
	}

	private void close(String text) {
		if (this.lineOpen) {
			print(text + "\n");
			this.lineOpen = false;
		}
	}

	private void print(String text) {
		this.run.err().writer().print(text);
		this.run.err().writer().flush();
	}

}
