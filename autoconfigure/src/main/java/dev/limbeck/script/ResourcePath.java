package dev.limbeck.script;

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
