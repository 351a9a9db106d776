package dev.limbeck.runtime;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What whoever starts a run hands through to its revisions and listeners.
 *
 * @param x values by key, as {@code -x key=value} gives them; a SQL revision reads them
 * as <code>${x.key}</code>
 * @param tag a word for the run that listeners may use, or {@code null}
 * @since 0.1.0
 */
public record RunArguments(Map<String, String> x, @Nullable String tag) {

	private static final RunArguments NONE = new RunArguments(Map.of(), null);

	/**
	 * Create arguments.
	 * @param x values by key
	 * @param tag a word for the run
	 */
	public RunArguments {
		x = Map.copyOf(x);
	}

	/**
	 * Return no arguments.
	 * @return arguments without values
	 */
	public static RunArguments none() {
		return NONE;
	}

	/**
	 * Return these arguments with those of a request, which go before them.
	 * @param x values by key
	 * @param tag a word for the run, or {@code null} for the one that these have
	 * @return the arguments
	 */
	public RunArguments and(Map<String, String> x, @Nullable String tag) {
		if (x.isEmpty() && tag == null) {
			return this;
		}
		Map<String, String> all = new LinkedHashMap<>(this.x);
		all.putAll(x);
		return new RunArguments(all, (tag != null) ? tag : this.tag);
	}

	/**
	 * Return the values of the placeholders of a revision.
	 * @param placeholders those that are configured
	 * @return they, and {@code x.key} for each value
	 */
	Map<String, String> addTo(Map<String, String> placeholders) {
		if (this.x.isEmpty()) {
			return placeholders;
		}
		Map<String, String> all = new LinkedHashMap<>(placeholders);
		this.x.forEach((key, value) -> all.put("x." + key, value));
		return all;
	}

	/** Values may be secrets. */
	@Override
	public String toString() {
		return "RunArguments[x=" + this.x.keySet() + ", tag=" + this.tag + "]";
	}

}
