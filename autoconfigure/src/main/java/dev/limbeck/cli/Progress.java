package dev.limbeck.cli;

import java.time.Duration;
import java.util.Locale;

/**
 * Shows how far a run is: on a terminal a line for each step, which gets the time that
 * the step took at its end; elsewhere plain lines.
 */
final class Progress {

	private final CommandRun run;

	private boolean lineOpen;

	Progress(CommandRun run) {
		this.run = run;
	}

	/**
	 * Tell that a step begins.
	 * @param number which of the steps it is, from 1
	 * @param total how many there are
	 * @param step what it does
	 */
	void begin(int number, int total, String step) {
		String line = "[%d/%d] %s".formatted(number, total, Text.line(step));
		if (this.run.isQuiet()) {
			return;
		}
		this.run.err().writer().print(this.run.err().terminal() ? line : line + "\n");
		this.run.err().writer().flush();
		this.lineOpen = this.run.err().terminal();
	}

	/**
	 * Tell that the step is done.
	 * @param duration how long it took
	 */
	void end(Duration duration) {
		close("  " + describe(duration));
	}

	/**
	 * End the line of a step that was not done.
	 */
	void abandon() {
		close("");
	}

	private void close(String text) {
		if (this.lineOpen) {
			this.run.err().writer().print(text + "\n");
			this.run.err().writer().flush();
			this.lineOpen = false;
		}
	}

	static String describe(Duration duration) {
		if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
			return duration.toMillis() + " ms";
		}
		if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
			return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
		}
		return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
	}

}
