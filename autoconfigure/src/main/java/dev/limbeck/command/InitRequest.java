package dev.limbeck.command;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of a new migration environment.
 *
 * @param directory the directory to lay it out in, absolute or below the working
 * directory, or {@code null} for the script location in the source tree
 * @param template the name of its template
 * @param packageName the Java package of Java revisions, or {@code null}
 * @since 0.1.0
 */
public record InitRequest(@Nullable String directory, String template, @Nullable String packageName) {

	/** The template of those who name none. */
	public static final String DEFAULT_TEMPLATE = "sql";

	/**
	 * Return the request for the script location and the default template.
	 * @return the request
	 */
	public static InitRequest defaults() {
		return new InitRequest(null, DEFAULT_TEMPLATE, null);
	}

	/**
	 * Return this request for a directory.
	 * @param directory the directory, or {@code null} for the script location in the
	 * source tree
	 * @return the request
	 */
	public InitRequest withDirectory(@Nullable String directory) {
		return new InitRequest(directory, this.template, this.packageName);
	}

	/**
	 * Return this request with another template.
	 * @param template the name of the template
	 * @return the request
	 */
	public InitRequest withTemplate(String template) {
		return new InitRequest(this.directory, template, this.packageName);
	}

	/**
	 * Return this request with a Java package.
	 * @param packageName the Java package of Java revisions, or {@code null}
	 * @return the request
	 */
	public InitRequest withPackageName(@Nullable String packageName) {
		return new InitRequest(this.directory, this.template, packageName);
	}

}
