package dev.limbeck.revision;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of a downgrade.
 *
 * @param target where to downgrade to: {@code base}, a revision, {@code -N},
 * {@code branch@…}
 * @param arguments the arguments for scripts and listeners, as {@code -x key=value} gives
 * them; they go before those of the settings
 * @param tag a word for scripts and listeners, as {@code --tag} gives it, or {@code null}
 * @since 0.1.0
 */
public record DowngradeRequest(String target, Map<String, String> arguments, @Nullable String tag) {

	/**
	 * Create a request.
	 * @param target the target
	 * @param arguments the arguments
	 * @param tag the tag
	 */
	public DowngradeRequest {
		arguments = Map.copyOf(arguments);
	}

	/**
	 * Return the request for a target, without arguments.
	 * @param target the target
	 * @return the request
	 */
	public static DowngradeRequest to(String target) {
		return new DowngradeRequest(target, Map.of(), null);
	}

	/**
	 * Return this request with arguments.
	 * @param arguments the arguments for scripts and listeners
	 * @return the request
	 */
	public DowngradeRequest withArguments(Map<String, String> arguments) {
		return new DowngradeRequest(this.target, arguments, this.tag);
	}

	/**
	 * Return this request with a tag.
	 * @param tag a word for scripts and listeners, or {@code null}
	 * @return the request
	 */
	public DowngradeRequest withTag(@Nullable String tag) {
		return new DowngradeRequest(this.target, this.arguments, tag);
	}

	/** Values of arguments may be secrets. */
	@Override
	public String toString() {
		return "DowngradeRequest[target=" + this.target + ", tag=" + this.tag + "]";
	}

}
