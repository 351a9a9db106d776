package dev.limbeck.runtime;

import java.time.Duration;

/**
 * How messages say how long something takes.
 */
final class DurationText {

	private DurationText() {
	}

	static String of(Duration duration) {
		return (duration.toMillisPart() == 0) ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
	}

}
