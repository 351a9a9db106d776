package dev.limbeck.script;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The Maven or Gradle project around a directory: where the sources are of what is on the
 * class path.
 */
final class ProjectLayout {

	private static final List<String> BUILD_FILES = List.of("pom.xml", "build.gradle", "build.gradle.kts",
			"settings.gradle", "settings.gradle.kts");

	private static final Set<String> SKIPPED = Set.of("src", "target", "build", "out", "bin", "node_modules");

	private static final int DEPTH = 5;

	static final String RESOURCES = "src/main/resources";

	private final @Nullable Path project;

	private final List<Path> roots;

	private ProjectLayout(@Nullable Path project, List<Path> roots) {
		this.project = project;
		this.roots = roots;
	}

	static ProjectLayout none() {
		return new ProjectLayout(null, List.of());
	}

	/**
	 * Look for the project that a directory belongs to.
	 * @param directory the working directory
	 * @return the project, maybe none
	 * @throws RevisionWritingException if the directory cannot be read
	 */
	static ProjectLayout around(Path directory) {
		Path start = directory.toAbsolutePath().normalize();
		for (Path candidate = start; candidate != null; candidate = candidate.getParent()) {
			Path project = candidate;
			if (BUILD_FILES.stream().anyMatch((name) -> Files.isRegularFile(project.resolve(name)))) {
				return new ProjectLayout(project, resourceRoots(project));
			}
		}
		return none();
	}

	/**
	 * Use a directory as the one that becomes the class path.
	 * @param directory what {@code migrations.source-directory} names
	 * @return the layout
	 * @throws RevisionWritingException if there is no such directory
	 */
	static ProjectLayout of(Path directory) {
		Path root = directory.toAbsolutePath().normalize();
		if (!Files.isDirectory(root)) {
			throw new RevisionWritingException(
					"migrations.source-directory names " + root + ", which is not a directory",
					"Name the directory whose content becomes the class path, such as src/main/resources.");
		}
		return new ProjectLayout(around(root).project, List.of(root));
	}

	// The project's own resources, then those of its modules
	private static List<Path> resourceRoots(Path project) {
		Set<Path> roots = new LinkedHashSet<>();
		if (Files.isDirectory(project.resolve("src/main"))) {
			roots.add(project.resolve(RESOURCES));
		}
		try {
			List<Path> modules = new ArrayList<>();
			Files.walkFileTree(project, Set.of(), DEPTH, new SimpleFileVisitor<>() {

				@Override
				public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
					String name = String.valueOf(directory.getFileName());
					if (!directory.equals(project) && (SKIPPED.contains(name) || name.startsWith("."))) {
						return FileVisitResult.SKIP_SUBTREE;
					}
					if (Files.isDirectory(directory.resolve(RESOURCES))) {
						modules.add(directory.resolve(RESOURCES));
					}
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult visitFileFailed(Path file, IOException ex) {
					return FileVisitResult.CONTINUE;
				}

			});
			modules.stream().sorted().forEach(roots::add);
		}
		catch (IOException ex) {
			throw new RevisionWritingException("The project in " + project + " cannot be read: " + ex,
					"Set migrations.source-directory to the directory that holds your resources.", ex);
		}
		return List.copyOf(roots);
	}

	/**
	 * Find the directories of resources that have a folder.
	 * @param folder the path of the folder on the class path
	 * @return the directories, none if no module has it
	 */
	List<Path> rootsWith(String folder) {
		return this.roots.stream().filter((root) -> hasFolder(root, folder)).toList();
	}

	private static boolean hasFolder(Path root, String folder) {
		if (Files.isDirectory(root.resolve(folder))) {
			return true;
		}
		for (SourceLanguage language : SourceLanguage.values()) {
			Path sources = language.rootBeside(root);
			if (sources != null && Files.isDirectory(sources.resolve(folder))) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return where a folder that does not exist yet belongs.
	 * @return the only directory of resources or that of the project itself, or
	 * {@code null} if there are several modules or none
	 */
	@Nullable Path defaultRoot() {
		if (this.roots.size() == 1) {
			return this.roots.get(0);
		}
		boolean own = this.project != null && !this.roots.isEmpty()
				&& this.roots.get(0).equals(this.project.resolve(RESOURCES));
		return own ? this.roots.get(0) : null;
	}

	/**
	 * Return the directories of resources.
	 * @return the directories, which need not exist
	 */
	List<Path> roots() {
		return this.roots;
	}

	/**
	 * Return whether a directory lies in the project.
	 * @param directory the directory
	 * @return whether it does
	 */
	boolean contains(Path directory) {
		return this.project != null && directory.startsWith(this.project);
	}

	/**
	 * Return what was looked at.
	 * @param folder the folder that was looked for
	 * @return a clause for a message
	 */
	String describe(String folder) {
		if (this.project == null) {
			return "neither the working directory nor a directory above it has a build file of Maven or Gradle";
		}
		if (this.roots.isEmpty()) {
			return "the project " + this.project + " has no " + RESOURCES;
		}
		return "looked at "
				+ String.join(", ", this.roots.stream().map((root) -> root.resolve(folder).toString()).toList());
	}

}
