package dev.limbeck.script;

import java.io.IOException;

/**
 * A revision file as its directory lists it.
 *
 * @param name the path below the version location, with slashes
 * @param source what messages call it: a path or URL
 * @param location where its bytes are
 */
record RevisionFile(String name, String source, VersionLocation location) {

	private static final String SUFFIX = ".sql";

	/**
	 * Whether a file of this name is a revision: a SQL file that is not hidden.
	 * @param name the path below the version location, with slashes
	 * @return whether it is
	 */
	static boolean isRevision(String name) {
		return name.regionMatches(true, name.length() - SUFFIX.length(), SUFFIX, 0, SUFFIX.length())
				&& !name.startsWith(".") && !name.contains("/.");
	}

	byte[] read() throws IOException {
		return this.location.read(this.name);
	}

}
