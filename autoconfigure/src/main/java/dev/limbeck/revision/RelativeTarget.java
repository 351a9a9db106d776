package dev.limbeck.revision;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A target that counts revisions: {@code [branch@][symbol](+|-)N}. A label such as
 * {@code feature-1} is not one, if it exists: an exact name wins.
 *
 * @param text the target as it was written
 * @param branch the branch, or {@code null}
 * @param symbol where to count from, or {@code null} for what is applied
 * @param upwards whether it was written with a plus sign
 * @param steps how many revisions to count
 */
record RelativeTarget(String text, @Nullable String branch, @Nullable String symbol, boolean upwards, int steps) {

	private static final Pattern PATTERN = Pattern.compile("(?:(.+?)@)?(\\w+)?([+-])(\\d+)",
			Pattern.UNICODE_CHARACTER_CLASS);

	static @Nullable RelativeTarget parse(String target, Nodes nodes) {
		Matcher matcher = PATTERN.matcher(target);
		if (!matcher.matches() || nodes.find(target.substring(target.indexOf('@') + 1)) != null) {
			return null;
		}
		return new RelativeTarget(target, matcher.group(1), matcher.group(2), matcher.group(3).equals("+"),
				number(matcher.group(4)));
	}

	// a number that is too large leads past the end anyway
	private static int number(String digits) {
		try {
			return Integer.parseInt(digits);
		}
		catch (NumberFormatException ex) {
			return Integer.MAX_VALUE;
		}
	}

	boolean isFromCurrent() {
		return this.symbol == null;
	}

	// [branch@]-N
	boolean isBackwards() {
		return isFromCurrent() && !this.upwards && this.steps > 0;
	}

	// where to count from, as an absolute target
	String start() {
		return (this.branch != null) ? this.branch + "@" + this.symbol : String.valueOf(this.symbol);
	}

}
