package dev.limbeck.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The options of the command line that every command has and that say which migrations
 * are meant and what their revisions are given.
 *
 * @param name the environment of {@code -n}, or {@code null} for the one of the
 * application
 * @param arguments the arguments of {@code -x} in written order; a key without value has
 * an empty one
 * @since 0.1.0
 */
public record GlobalOptions(@Nullable String name, Map<String, String> arguments) {

	/**
	 * Create the options.
	 * @param name the environment
	 * @param arguments the arguments
	 */
	public GlobalOptions {
		arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
	}

}
