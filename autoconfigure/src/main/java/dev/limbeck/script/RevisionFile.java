package dev.limbeck.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * A revision file as its directory lists it.
 *
 * @param name the path below the version location, with slashes
 * @param source what messages call it: a path or URL
 * @param location where its bytes are
 */
record RevisionFile(String name, String source, VersionLocation location) {

	private static final String SQL = ".sql";

	private static final String MARKER = "-- migrate:upgrade";

	private static final String CLASS = ".class";

	/**
	 * Whether a file on the class path may be a revision: a SQL file, or a class, that is
	 * not hidden.
	 * @param name the path below the version location, with slashes
	 * @return whether it may be
	 */
	static boolean isRevision(String name) {
		return isSql(name) || isClass(name);
	}

	/**
	 * Whether a file is a revision in SQL.
	 * @param name the path below the version location, with slashes
	 * @return whether it is
	 */
	static boolean isSql(String name) {
		return name.regionMatches(true, name.length() - SQL.length(), SQL, 0, SQL.length()) && !isHidden(name);
	}

	private static boolean isClass(String name) {
		return name.endsWith(CLASS) && !name.endsWith("-info.class") && !isHidden(name);
	}

	static boolean isHidden(String name) {
		return name.startsWith(".") || name.contains("/.");
	}

	/**
	 * Return the class that the file would be.
	 * @return the full name of the class, {@code null} if this is no file of a class
	 */
	@Nullable String className() {
		String folder = this.location.folder();
		return (folder != null && isClass(this.name))
				? (folder + this.name.substring(0, this.name.length() - CLASS.length())).replace('/', '.') : null;
	}

	/**
	 * Return whether this is a revision in SQL that lies in the location itself.
	 * @return whether it has the marker of one
	 * @throws IOException if it cannot be read
	 */
	boolean isMisplacedSql() throws IOException {
		return this.name.indexOf('/') < 0 && isSql(this.name)
				&& new String(read(), StandardCharsets.UTF_8).contains(MARKER);
	}

	byte[] read() throws IOException {
		return this.location.read(this.name);
	}

}
