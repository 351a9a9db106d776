package dev.limbeck.script;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where a migration environment is laid out.
 *
 * @param directory its directory
 * @param root the directory of resources that it lies in, {@code null} if it is not on
 * the class path
 * @param location the directory as a location
 */
record EnvironmentLocation(Path directory, @Nullable Path root, String location) {

	private static final Path RESOURCES = Path.of("src", "main", "resources");

	static EnvironmentLocation of(Path directory, List<Path> roots, Path workingDirectory) {
		Path root = roots.stream().filter(directory::startsWith).findFirst().orElseGet(() -> resources(directory));
		if (root != null && !root.equals(directory)) {
			return new EnvironmentLocation(directory, root, "classpath:" + slashes(root.relativize(directory)));
		}
		Path path = directory.startsWith(workingDirectory) ? workingDirectory.relativize(directory) : directory;
		return new EnvironmentLocation(directory, null, "file:" + slashes(path));
	}

	private static @Nullable Path resources(Path directory) {
		for (Path path = directory; path != null; path = path.getParent()) {
			if (path.endsWith(RESOURCES)) {
				return path;
			}
		}
		return null;
	}

	private static String slashes(Path path) {
		return path.toString().replace('\\', '/');
	}

	/**
	 * Return the directory of Java sources beside the resources.
	 * @return the directory, or {@code null} if the layout is another one
	 */
	@Nullable Path javaRoot() {
		return (this.root != null && this.root.endsWith(RESOURCES)) ? this.root.resolveSibling("java") : null;
	}

}
