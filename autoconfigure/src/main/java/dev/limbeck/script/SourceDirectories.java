package dev.limbeck.script;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.limbeck.revision.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Where the revisions of an application are written and edited: the directories of the
 * source tree that become its version locations.
 *
 * @since 0.1.0
 */
public final class SourceDirectories {

	private final ScriptSettings settings;

	private final ProjectLayout layout;

	private final Path workingDirectory;

	private final List<SourceDirectory> locations;

	private final ScriptDirectory scripts;

	private SourceDirectories(ScriptSettings settings, ProjectLayout layout, Path workingDirectory,
			ClassLoader classLoader, Supplier<List<RevisionBean>> beans) {
		this.settings = settings;
		this.layout = layout;
		this.workingDirectory = workingDirectory;
		SourceDirectoryFinder finder = new SourceDirectoryFinder(settings, layout, workingDirectory, classLoader);
		this.locations = finder.findLocations();
		this.scripts = new ScriptDirectory(finder.withClassPath(this.locations), String.join(", ", versionLocations()),
				classLoader, () -> finder.withoutSource(this.locations, beans.get()));
	}

	private SourceDirectories(ScriptSettings settings, Path workingDirectory, ScriptDirectory scripts) {
		this.settings = settings;
		this.layout = ProjectLayout.none();
		this.workingDirectory = workingDirectory;
		Path root = workingDirectory.resolve(ProjectLayout.RESOURCES);
		this.locations = settings.effectiveVersionLocations()
			.stream()
			.map(String::strip)
			.map((location) -> SourceDirectory.of(location, root, workingDirectory))
			.toList();
		this.scripts = scripts;
	}

	/**
	 * Find the source directories of the version locations.
	 * @param settings where the revisions are when the application runs
	 * @param sourceDirectory the directory whose content becomes the class path
	 * ({@code migrations.source-directory}); {@code null}: that of the Maven or Gradle
	 * project around the working directory
	 * @param workingDirectory the working directory
	 * @param classLoader the class loader for revisions that are compiled
	 * @return the directories
	 * @throws RevisionWritingException if there is no source directory, or if several
	 * could be meant
	 */
	public static SourceDirectories find(ScriptSettings settings, @Nullable Path sourceDirectory, Path workingDirectory,
			ClassLoader classLoader) {
		return find(settings, sourceDirectory, workingDirectory, classLoader, List::of);
	}

	/**
	 * Find the source directories of the version locations.
	 * @param settings where the revisions are when the application runs
	 * @param sourceDirectory the directory whose content becomes the class path
	 * ({@code migrations.source-directory}); {@code null}: that of the Maven or Gradle
	 * project around the working directory
	 * @param workingDirectory the working directory
	 * @param classLoader the class loader for revisions that are compiled
	 * @param beans finds further revisions, of which those count that have no source
	 * @return the directories
	 * @throws RevisionWritingException if there is no source directory, or if several
	 * could be meant
	 */
	public static SourceDirectories find(ScriptSettings settings, @Nullable Path sourceDirectory, Path workingDirectory,
			ClassLoader classLoader, Supplier<List<RevisionBean>> beans) {
		Path absolute = workingDirectory.toAbsolutePath().normalize();
		ProjectLayout layout = (sourceDirectory != null) ? ProjectLayout.of(absolute.resolve(sourceDirectory))
				: ProjectLayout.around(absolute);
		return new SourceDirectories(settings, layout, absolute, classLoader, beans);
	}

	/**
	 * Assume the directories that a project in the working directory would have, for a
	 * revision that is shown and not written.
	 * @param settings where the revisions are when the application runs
	 * @param workingDirectory the working directory
	 * @param scripts the revisions of the application
	 * @return the directories, which need not exist
	 */
	public static SourceDirectories assumed(ScriptSettings settings, Path workingDirectory, ScriptDirectory scripts) {
		return new SourceDirectories(settings, workingDirectory.toAbsolutePath().normalize(), scripts);
	}

	/**
	 * Return the revisions as the sources have them, also those that were not compiled
	 * yet, together with those that are compiled and have no source that is read, and
	 * those that come from libraries. New revisions are fitted into the graph of these.
	 * @return the script directory
	 */
	public ScriptDirectory scripts() {
		return this.scripts;
	}

	/**
	 * Return the version locations that can be written to.
	 * @return their names, of which one is that of a {@code RevisionDraft}
	 */
	public List<String> versionLocations() {
		return this.locations.stream().map(SourceDirectory::name).toList();
	}

	/**
	 * Return the version location that a word of the command line means.
	 * @param word a location, a directory, or the end of one of them
	 * @return the name of the location; the word itself if there is none
	 * @throws RevisionWritingException if several could be meant
	 */
	public String versionLocation(String word) {
		Path path = toPath(word);
		Path absolute = (path != null) ? this.workingDirectory.resolve(path).normalize() : null;
		List<SourceDirectory> exact = this.locations.stream()
			.filter((location) -> location.name().equals(word) || location.directory().equals(absolute))
			.toList();
		List<SourceDirectory> found = !exact.isEmpty() ? exact
				: this.locations.stream().filter((location) -> location.answersTo(word, path)).toList();
		if (found.size() > 1) {
			throw new RevisionWritingException(
					"The version path '" + word + "' is ambiguous: it could be any of "
							+ String.join(", ", found.stream().map(SourceDirectory::name).toList()),
					"Set --version-path to one of these names.");
		}
		return found.isEmpty() ? word : found.get(0).name();
	}

	private static @Nullable Path toPath(String word) {
		try {
			String path = word.replaceFirst("/+$", "");
			return path.isEmpty() ? null : Path.of(path).normalize();
		}
		catch (InvalidPathException ex) {
			return null;
		}
	}

	/**
	 * Return the version location that a revision lives in.
	 * @param revision a revision of {@link #scripts()}
	 * @return the name of the location; for a revision of a library, where it is
	 */
	public String locationOf(Revision revision) {
		Path file = toPath(revision.source());
		return this.locations.stream()
			.filter((location) -> file != null && location.holds(file))
			.max(Comparator.comparing((location) -> location.directory().getNameCount()))
			.or(() -> this.locations.stream().filter((location) -> location.holdsClass(revision.source())).findFirst())
			.map(SourceDirectory::name)
			.orElse(revision.source());
	}

	/**
	 * Return the source file of a revision, to be edited.
	 * @param revision a revision of {@link #scripts()}
	 * @return the file
	 * @throws RevisionWritingException if it has none that is read
	 */
	public Path fileOf(Revision revision) {
		Path file = toPath(revision.source());
		if (file == null || !Files.isRegularFile(file)) {
			throw new RevisionWritingException(
					"The revision '" + revision.id() + "' comes from " + revision.source()
							+ ", which is not a source file",
					"Edit it where its source is: in another language, another directory of sources or the project of a "
							+ "library. If the source is here, set migrations.source-directory.");
		}
		return file;
	}

	/**
	 * Return a location by its name.
	 * @param name the name
	 * @return the location
	 * @throws RevisionWritingException if it is not one that can be written to
	 */
	SourceDirectory location(String name) {
		return this.locations.stream()
			.filter((location) -> location.name().equals(name))
			.findFirst()
			.orElseThrow(
					() -> new RevisionWritingException("The version location '" + name + "' is not in the source tree",
							"Set --version-path to one of these: " + String.join(", ", versionLocations()) + "."));
	}

	/**
	 * Find a file of the script location.
	 * @param beside the version location that is written to
	 * @param name the name of the file
	 * @return the file, or {@code null} if there is none
	 */
	@Nullable Path scriptFile(SourceDirectory beside, String name) {
		String folder = ResourcePath.of(this.settings.scriptLocation());
		Stream<Path> folders = folder.startsWith(ResourcePath.FILE)
				? Stream.of(SourceDirectoryFinder.toPath(folder, this.workingDirectory))
				: Stream.concat(Stream.ofNullable(beside.root()), this.layout.roots().stream())
					.map((root) -> root.resolve(folder));
		return folders.map((directory) -> directory.resolve(name)).filter(Files::exists).findFirst().orElse(null);
	}

}
