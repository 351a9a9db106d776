package dev.limbeck.script;

import java.net.URL;

/**
 * The spelling of locations.
 */
final class ResourcePath {

	static final String CLASSPATH_ALL = "classpath*:";

	static final String CLASSPATH = "classpath:";

	static final String FILE = "file:";

	private ResourcePath() {
	}

	/**
	 * Refuse a location that is neither on the class path nor a directory, such as a URL,
	 * before anybody asks for what is there: what it gives would be run.
	 * @param location the location
	 * @throws RevisionFileException if it is
	 */
	static void requireLocal(String location) {
		String path = location.strip();
		int colon = path.indexOf(':');
		int slash = path.indexOf('/');
		boolean hasScheme = colon >= 0 && (slash < 0 || colon < slash);
		if (hasScheme && !path.startsWith(CLASSPATH) && !path.startsWith(CLASSPATH_ALL) && !path.startsWith(FILE)) {
			throw new RevisionFileException(
					"The location '" + path.substring(0, colon + 1) + "…' is neither on the class path nor a directory",
					"Name it with 'classpath:', 'classpath*:' or 'file:' in migrations.script-location or "
							+ "migrations.version-locations.");
		}
	}

	/**
	 * Return whether what is at a URL of the class path is on this machine.
	 * @param url the URL
	 * @return whether it is a file, or in a jar that is one
	 */
	static boolean isLocal(URL url) {
		String inner = url.getPath();
		return url.getProtocol().equals("file")
				|| (url.getProtocol().equals("jar") && (inner.startsWith(FILE) || inner.startsWith("nested:")));
	}

	/**
	 * Return the path of a location.
	 * @param location the location
	 * @return its path without prefix and without slashes at the ends
	 */
	static String of(String location) {
		String path = location.strip();
		for (String prefix : new String[] { CLASSPATH_ALL, CLASSPATH }) {
			path = path.startsWith(prefix) ? path.substring(prefix.length()) : path;
		}
		boolean onClassPath = !path.startsWith(FILE);
		String start = (onClassPath && path.startsWith("/")) ? path.substring(1) : path;
		return (start.length() > 1 && start.endsWith("/")) ? start.substring(0, start.length() - 1) : start;
	}

}
