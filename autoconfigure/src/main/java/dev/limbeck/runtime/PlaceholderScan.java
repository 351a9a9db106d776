package dev.limbeck.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.limbeck.dialect.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * Finds the placeholders of a script. One whose dollar sign is doubled stands for itself.
 */
final class PlaceholderScan {

	static final String ARGUMENT = "x.";

	static final Pattern PLACEHOLDER = Pattern.compile("\\$?\\$\\{([^{}$\\n]*)\\}");

	static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.:-]*");

	private final String sql;

	private final Map<String, String> values;

	private final List<TextRange> verbatim;

	private final boolean onlyArguments;

	private final List<Place> places = new ArrayList<>();

	private int part;

	/**
	 * Create a scan.
	 * @param sql the script
	 * @param values the values by name; if they are arguments only, nothing else is taken
	 * for a placeholder
	 * @param verbatim the parts in which nothing is replaced
	 */
	PlaceholderScan(String sql, Map<String, String> values, List<TextRange> verbatim) {
		this.sql = sql;
		this.values = values;
		this.verbatim = verbatim;
		this.onlyArguments = values.keySet().stream().allMatch((name) -> name.startsWith(ARGUMENT));
	}

	/**
	 * Create a scan that knows no values.
	 * @param sql the script
	 * @param verbatim the parts in which nothing is replaced
	 */
	PlaceholderScan(String sql, List<TextRange> verbatim) {
		this(sql, Map.of(), verbatim);
	}

	/**
	 * Find the places at which something could be replaced, and which can be escaped.
	 * @return where the dollar signs of the placeholders are, in script order
	 */
	List<Integer> dollars() {
		List<Integer> dollars = new ArrayList<>();
		Matcher matcher = PLACEHOLDER.matcher(this.sql);
		while (matcher.find()) {
			int dollar = matcher.start(1) - 2;
			if (!isVerbatim(dollar) && NAME.matcher(matcher.group(1)).matches()) {
				dollars.add(dollar);
			}
		}
		return dollars;
	}

	/**
	 * Find the places at which something is replaced.
	 * @return the places in script order; one without a value is a placeholder that has
	 * none
	 */
	List<Place> find() {
		Matcher matcher = PLACEHOLDER.matcher(this.sql);
		while (matcher.find()) {
			String name = matcher.group(1);
			int dollar = matcher.start(1) - 2;
			if (isVerbatim(dollar)) {
				continue;
			}
			if (matcher.start() < dollar && !isVerbatim(matcher.start())) {
				addEscaped(matcher.start(), name);
			}
			else if (this.values.containsKey(name) || isMissing(name)) {
				this.places.add(new Place(dollar, matcher.end(), name, this.values.get(name)));
			}
		}
		return this.places;
	}

	private void addEscaped(int start, String name) {
		if (this.values.containsKey(name) || NAME.matcher(name).matches()) {
			this.places.add(new Place(start, start + 1, name, ""));
		}
	}

	// Text in braces behind a dollar sign, such as an object of JSON, is no placeholder
	private boolean isMissing(String name) {
		return !this.values.isEmpty() && NAME.matcher(name).matches()
				&& (!this.onlyArguments || name.startsWith(ARGUMENT));
	}

	// The offsets that are asked for hardly ever go back, and then by one
	private boolean isVerbatim(int offset) {
		while (this.part > 0 && this.verbatim.get(this.part - 1).end() > offset) {
			this.part--;
		}
		while (this.part < this.verbatim.size() && this.verbatim.get(this.part).end() <= offset) {
			this.part++;
		}
		return this.part < this.verbatim.size() && this.verbatim.get(this.part).start() <= offset;
	}

	/**
	 * A place at which something is replaced.
	 *
	 * @param start where it starts
	 * @param end where it ends
	 * @param name the name of the placeholder
	 * @param value what stands there then, or {@code null} if there is no value
	 */
	record Place(int start, int end, String name, @Nullable String value) {
	}

}
