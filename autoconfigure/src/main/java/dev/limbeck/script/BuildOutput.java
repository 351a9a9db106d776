package dev.limbeck.script;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where builds put what they make of one module. Maven has one directory for all, Gradle
 * {@code build/resources/main} and {@code build/classes/java/main}, and IntelliJ IDEA
 * {@code out/production/resources} and {@code out/production/classes}.
 */
final class BuildOutput {

	private static final String RESOURCES = "resources";

	private static final String CLASSES = "classes";

	private BuildOutput() {
	}

	/**
	 * Return the directories that have the same place on the class path.
	 * @param directory a directory on the class path
	 * @param folder its place there
	 * @return the others, if they exist
	 * @throws IOException if a directory cannot be read
	 */
	static List<Path> siblings(Path directory, String folder) throws IOException {
		Path place = Path.of(folder);
		Path root = above(directory, place.getNameCount());
		Path parent = above(root, 1);
		if (root == null || parent == null) {
			return List.of();
		}
		List<Path> siblings = new ArrayList<>();
		for (Path other : roots(root, parent)) {
			Path sibling = other.resolve(place.toString());
			if (!other.equals(root) && Files.isDirectory(sibling)) {
				siblings.add(sibling);
			}
		}
		return siblings;
	}

	private static List<Path> roots(Path root, Path parent) throws IOException {
		Path grandparent = above(parent, 1);
		if (parent.endsWith(RESOURCES) && grandparent != null) {
			return ofSourceSet(grandparent, name(root));
		}
		Path build = above(parent, 2);
		if (grandparent != null && grandparent.endsWith(CLASSES) && build != null) {
			return ofSourceSet(build, name(root));
		}
		return List.of(parent.resolve(RESOURCES), parent.resolve(CLASSES));
	}

	private static List<Path> ofSourceSet(Path build, String sourceSet) throws IOException {
		List<Path> roots = new ArrayList<>(List.of(build.resolve(RESOURCES).resolve(sourceSet)));
		if (Files.isDirectory(build.resolve(CLASSES))) {
			try (DirectoryStream<Path> languages = Files.newDirectoryStream(build.resolve(CLASSES))) {
				languages.forEach((language) -> roots.add(language.resolve(sourceSet)));
			}
		}
		return roots;
	}

	private static String name(Path path) {
		return String.valueOf(path.getFileName());
	}

	private static @Nullable Path above(@Nullable Path path, int levels) {
		Path result = path;
		for (int i = 0; i < levels && result != null; i++) {
			result = result.getParent();
		}
		return result;
	}

}
