package dev.limbeck.cli;

import java.time.Duration;
import java.util.Locale;

/**
 * How long something took, in words.
 */
final class Elapsed {

	private Elapsed() {
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
