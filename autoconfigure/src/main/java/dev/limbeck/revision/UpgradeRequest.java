package dev.limbeck.revision;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of an upgrade.
 *
 * @param targets where to upgrade to; none of them may imply another
 * @param missing whether to run what counts as applied and was never run
 * @param arguments the arguments for scripts and listeners, as {@code -x key=value} gives
 * them; they go before those of the settings
 * @param tag a word for scripts and listeners, as {@code --tag} gives it, or {@code null}
 * @since 0.1.0
 */
public record UpgradeRequest(List<String> targets, boolean missing, Map<String, String> arguments,
		@Nullable String tag) {

	/**
	 * Create a request.
	 * @param targets the targets
	 * @param missing whether to run what is missing
	 * @param arguments the arguments
	 * @param tag the tag
	 */
	public UpgradeRequest {
		targets = List.copyOf(targets);
		arguments = Map.copyOf(arguments);
	}

	/**
	 * Return the request for targets, without arguments.
	 * @param targets the targets
	 * @return the request
	 */
	public static UpgradeRequest to(String... targets) {
		return new UpgradeRequest(List.of(targets), false, Map.of(), null);
	}

	/**
	 * Return this request so that it runs what counts as applied and was never run,
	 * because it was put into the graph when the database had passed its place: of that,
	 * the targets and what they need.
	 * @return the request
	 */
	public UpgradeRequest withMissing() {
		return new UpgradeRequest(this.targets, true, this.arguments, this.tag);
	}

	/**
	 * Return this request with arguments.
	 * @param arguments the arguments for scripts and listeners
	 * @return the request
	 */
	public UpgradeRequest withArguments(Map<String, String> arguments) {
		return new UpgradeRequest(this.targets, this.missing, arguments, this.tag);
	}

	/**
	 * Return this request with a tag.
	 * @param tag a word for scripts and listeners, or {@code null}
	 * @return the request
	 */
	public UpgradeRequest withTag(@Nullable String tag) {
		return new UpgradeRequest(this.targets, this.missing, this.arguments, tag);
	}

	/** Values of arguments may be secrets. */
	@Override
	public String toString() {
		return "UpgradeRequest[targets=" + this.targets + ", missing=" + this.missing + ", tag=" + this.tag + "]";
	}

}
