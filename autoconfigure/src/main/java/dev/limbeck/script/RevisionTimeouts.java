package dev.limbeck.script;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The timeouts that a revision has of its own.
 *
 * @param lock how long its statements wait for a lock, or {@code null}
 * @param statement how long its statements take, or {@code null}
 * @since 0.1.0
 */
public record RevisionTimeouts(@Nullable Duration lock, @Nullable Duration statement) {

	static final String ADVICE = "Write a number with a unit, such as 10s (ms, s, min, h or d), or 0 for no timeout.";

	private static final Pattern TIMEOUT = Pattern.compile("(\\d{1,10})\\s*(ms|s|min|h|d)?");

	private static final Map<String, Duration> UNITS = Map.of("ms", Duration.ofMillis(1), "s", Duration.ofSeconds(1),
			"min", Duration.ofMinutes(1), "h", Duration.ofHours(1), "d", Duration.ofDays(1));

	/**
	 * Read a timeout as PostgreSQL does: without a unit it is in milliseconds.
	 * @param text the text
	 * @return the timeout, or {@code null} if the text is none
	 */
	static @Nullable Duration parse(String text) {
		Matcher timeout = TIMEOUT.matcher(text.strip());
		if (!timeout.matches()) {
			return null;
		}
		String unit = timeout.group(2);
		Duration duration = UNITS.getOrDefault((unit != null) ? unit : "ms", Duration.ZERO)
			.multipliedBy(Long.parseLong(timeout.group(1)));
		return (duration.compareTo(Duration.ofMillis(Integer.MAX_VALUE)) <= 0) ? duration : null;
	}

}
