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

	boolean holds(Path file) {
		return file.startsWith(this.directory);
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
