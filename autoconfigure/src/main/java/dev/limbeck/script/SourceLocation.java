package dev.limbeck.script;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * A version location in the source tree.
 *
 * @param name how commands name it
 * @param location the version location as it was set
 * @param root the directory of resources that it lies in, {@code null} if it is not on
 * the class path
 * @param directory the directory itself, which need not exist yet
 */
record SourceLocation(String name, String location, @Nullable Path root, Path directory) {

	private static final Path RESOURCES = Path.of("resources");

	boolean holds(Path file) {
		Path java = javaDirectory();
		return file.startsWith(this.directory) || (java != null && file.startsWith(java));
	}

	/**
	 * Return the package that mirrors the location.
	 * @return the directory of sources, which need not exist yet; {@code null} if there
	 * is no place for it
	 */
	@Nullable Path javaDirectory() {
		if (this.root == null) {
			return null;
		}
		Path java = javaRoot(this.root);
		return (java != null) ? java.resolve(this.root.relativize(this.directory)) : null;
	}

	/**
	 * Return the sources beside resources.
	 * @param root a directory of resources
	 * @return the directory of Java sources, {@code null} if it is not known
	 */
	static @Nullable Path javaRoot(Path root) {
		return root.endsWith(RESOURCES) ? root.resolveSibling("java") : null;
	}

	/**
	 * Return whether a word of the command line means this location.
	 * @param word the location, its directory, or the end of one of them
	 * @param path the word as a path, {@code null} if it is none
	 * @return whether it does
	 */
	boolean answersTo(String word, @Nullable Path path) {
		return word.equals(this.name) || ResourcePath.of(this.location).equals(ResourcePath.of(word))
				|| (path != null && this.directory.endsWith(path));
	}

}
