package dev.limbeck.cli;

import java.time.Duration;
import java.util.List;

import dev.limbeck.command.ProgressObserver;
import dev.limbeck.revision.MigrationStep;
import dev.limbeck.revision.RevisionStep;
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
			print("[%s/%s] %s".formatted(number, total, HarmlessText.line(describe(step))) + (terminal ? "" : "\n"));
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

	private static String describe(MigrationStep step) {
		String edge = join(step.from()) + " -> " + join(step.to());
		if (step instanceof RevisionStep revisionStep) {
			String message = revisionStep.revision().message();
			return "Running %s %s, %s".formatted(step.direction().word(), edge, message);
		}
		return "Running stamp_revision " + edge;
	}

	private static String join(List<String> ids) {
		return String.join(", ", ids);
	}

}
