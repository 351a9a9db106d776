package dev.limbeck.revision;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of a stamp.
 *
 * @param targets what the rows of the version table are to stand for
 * @param purge whether to delete all rows first, unread, which mends a database whose
 * rows name unknown revisions
 * @param arguments the arguments for listeners, as {@code -x key=value} gives them; they
 * go before those of the settings
 * @param tag a word for listeners, as {@code --tag} gives it, or {@code null}
 * @since 0.1.0
 */
public record StampRequest(List<String> targets, boolean purge, Map<String, String> arguments, @Nullable String tag) {

	/**
	 * Create a request.
	 * @param targets the targets
	 * @param purge whether to delete all rows first
	 * @param arguments the arguments
	 * @param tag the tag
	 */
	public StampRequest {
		targets = List.copyOf(targets);
		arguments = Map.copyOf(arguments);
	}

	/**
	 * Return the request for targets, without arguments.
	 * @param targets the targets
	 * @return the request
	 */
	public static StampRequest of(String... targets) {
		return new StampRequest(List.of(targets), false, Map.of(), null);
	}

	/**
	 * Return this request so that all rows are deleted first, unread.
	 * @return the request
	 */
	public StampRequest withPurge() {
		return new StampRequest(this.targets, true, this.arguments, this.tag);
	}

	/**
	 * Return this request with arguments.
	 * @param arguments the arguments for listeners
	 * @return the request
	 */
	public StampRequest withArguments(Map<String, String> arguments) {
		return new StampRequest(this.targets, this.purge, arguments, this.tag);
	}

	/**
	 * Return this request with a tag.
	 * @param tag a word for listeners, or {@code null}
	 * @return the request
	 */
	public StampRequest withTag(@Nullable String tag) {
		return new StampRequest(this.targets, this.purge, this.arguments, tag);
	}

	/** Values of arguments may be secrets. */
	@Override
	public String toString() {
		return "StampRequest[targets=" + this.targets + ", purge=" + this.purge + ", tag=" + this.tag + "]";
	}

}
