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
record SourceDirectory(String name, String location, @Nullable Path root, Path directory) {

	/**
	 * Return the location that a name means if its directory is there.
	 * @param location the version location as it was set
	 * @param root the directory of resources
	 * @param workingDirectory the working directory
	 * @return the location
	 */
	static SourceDirectory of(String location, Path root, Path workingDirectory) {
		String folder = ResourcePath.of(location);
		return folder.startsWith(ResourcePath.FILE)
				? new SourceDirectory(location, location, null, SourceDirectoryFinder.toPath(folder, workingDirectory))
				: new SourceDirectory(location, location, root, root.resolve(folder));
	}

	boolean holds(Path file) {
		if (file.startsWith(this.directory)) {
			return true;
		}
		for (SourceLanguage language : SourceLanguage.values()) {
			Path sources = sources(language);
			if (sources != null && file.startsWith(sources)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return whether a class lies in the package that mirrors the location.
	 * @param className its full name
	 * @return whether it does
	 */
	boolean holdsClass(String className) {
		String folder = ResourcePath.of(this.location);
		return !folder.startsWith(ResourcePath.FILE) && className.startsWith(folder.replace('/', '.') + ".");
	}

	/**
	 * Return the package that mirrors the location.
	 * @param language the language of the sources
	 * @return the directory of sources, which need not exist yet; {@code null} if there
	 * is no place for it
	 */
	@Nullable Path sources(SourceLanguage language) {
		if (this.root == null) {
			return null;
		}
		Path sources = language.rootBeside(this.root);
		return (sources != null) ? sources.resolve(this.root.relativize(this.directory)) : null;
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
