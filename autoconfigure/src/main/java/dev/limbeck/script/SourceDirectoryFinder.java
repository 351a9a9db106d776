package dev.limbeck.script;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the source directories of version locations, and what of the class path has no
 * source here.
 */
final class SourceDirectoryFinder {

	private static final String APPLICATION_CLASSES = "-INF/classes/!/";

	private final ScriptSettings settings;

	private final ProjectLayout layout;

	private final Path workingDirectory;

	private final VersionLocations classPath;

	private final RevisionReader reader;

	SourceDirectoryFinder(ScriptSettings settings, ProjectLayout layout, Path workingDirectory,
			ClassLoader classLoader) {
		this.settings = settings;
		this.layout = layout;
		this.workingDirectory = workingDirectory;
		this.classPath = new VersionLocations(settings, classLoader);
		this.reader = new RevisionReader(classLoader);
	}

	/**
	 * Find the source directories.
	 * @return the locations, at least one
	 * @throws RevisionWritingException if there is none, or if one is there several times
	 */
	List<SourceDirectory> findLocations() {
		List<SourceDirectory> found = new ArrayList<>();
		for (String each : this.settings.effectiveVersionLocations()) {
			found.addAll(find(each.strip()));
		}
		if (found.isEmpty()) {
			String folder = ResourcePath.of(this.settings.effectiveVersionLocations().get(0));
			throw new RevisionWritingException(
					"There is no source directory for " + String.join(", ", this.settings.effectiveVersionLocations())
							+ ": working directory " + this.workingDirectory + ", " + this.layout.describe(folder),
					"Run the command in the directory of the module that holds the revisions, or set "
							+ "migrations.source-directory to its src/main/resources.");
		}
		return found;
	}

	private List<SourceDirectory> find(String location) {
		String folder = ResourcePath.of(location);
		if (folder.startsWith(ResourcePath.FILE)) {
			return List.of(new SourceDirectory(location, location, null, toPath(folder, this.workingDirectory)));
		}
		List<Path> roots = this.layout.rootsWith(folder);
		if (roots.isEmpty()) {
			Path root = this.layout.defaultRoot();
			return (root != null && !isElsewhere(location))
					? List.of(new SourceDirectory(location, location, root, root.resolve(folder))) : List.of();
		}
		if (roots.size() > 1 && !location.startsWith(ResourcePath.CLASSPATH_ALL)) {
			throw new RevisionWritingException(
					"The version location '" + location + "' has several source directories: "
							+ String.join(", ", roots.stream().map((root) -> root.resolve(folder).toString()).toList()),
					"Run the command in the directory of one module, or set migrations.source-directory to its "
							+ "src/main/resources. (classpath*: would mean all of them.)");
		}
		return roots.stream()
			.map((root) -> new SourceDirectory((roots.size() > 1) ? name(root.resolve(folder)) : location, location,
					root, root.resolve(folder)))
			.toList();
	}

	private String name(Path directory) {
		return (directory.startsWith(this.workingDirectory) ? this.workingDirectory.relativize(directory) : directory)
			.toString()
			.replace('\\', '/');
	}

	// Then it is a library's, and no new folder of that name is wanted here
	private boolean isElsewhere(String location) {
		try {
			return this.classPath.find(location).stream().anyMatch((directory) -> !isCompiledHere(directory));
		}
		catch (IOException ex) {
			throw new RevisionFileException(ex);
		}
	}

	private boolean isCompiledHere(VersionLocation location) {
		return location instanceof DirectoryLocation && this.layout.contains(Path.of(location.toString()));
	}

	static Path toPath(String location, Path workingDirectory) {
		String path = location.substring(ResourcePath.FILE.length());
		try {
			Path directory = workingDirectory.resolve(path.replaceFirst("^//+", "/")).normalize();
			if (!Files.isDirectory(directory) && path.startsWith("/") && path.indexOf('%') >= 0) {
				return Path.of(URI.create(location.replaceFirst("//+", "/"))).normalize();
			}
			return directory;
		}
		catch (IllegalArgumentException ex) {
			throw new RevisionWritingException("The location '" + location + "' is not the path of a directory",
					"Correct migrations.script-location or migrations.version-locations.", ex);
		}
	}

	/**
	 * Join the sources with what the class path has besides their packaged copies.
	 * @param sources the source directories
	 * @return all version locations
	 */
	LocationResolver withClassPath(List<SourceDirectory> sources) {
		return new LocationResolver() {

			@Override
			public List<VersionLocation> find() throws IOException {
				return findAll(sources);
			}

			@Override
			public void requireNothingOverlooked() {
				// A class path that cannot be read is found when the application starts
			}

		};
	}

	private List<VersionLocation> findAll(List<SourceDirectory> sources) throws IOException {
		Map<String, VersionLocation> found = findSources(sources);
		SourceRevisions revisions = SourceRevisions.read(sources, List.copyOf(found.values()), this.reader);
		for (String each : this.settings.effectiveVersionLocations()) {
			String location = each.strip();
			boolean hasSource = sources.stream().anyMatch((source) -> source.location().equals(location));
			for (VersionLocation candidate : this.classPath.find(location)) {
				boolean builtHere = isBuiltHere(candidate, location, hasSource) || revisions.isSourceOf(candidate);
				VersionLocation counting = builtHere ? revisions.unsuperseded(candidate) : candidate;
				found.putIfAbsent(candidate.toString(), counting);
			}
		}
		return List.copyOf(found.values());
	}

	private static Map<String, VersionLocation> findSources(List<SourceDirectory> sources) {
		Map<String, VersionLocation> found = new LinkedHashMap<>();
		for (SourceDirectory source : sources) {
			if (Files.isDirectory(source.directory())) {
				found.putIfAbsent(source.directory().toString(), DirectoryLocation.of(source.directory()));
			}
			for (SourceLanguage language : SourceLanguage.values()) {
				Path directory = source.sources(language);
				if (directory != null && Files.isDirectory(directory)) {
					found.putIfAbsent(directory.toString(), DirectoryLocation.ofSources(directory, language));
				}
			}
		}
		return found;
	}

	// Only 'classpath*:' finds what belongs to others as well
	private boolean isBuiltHere(VersionLocation candidate, String location, boolean hasSource) {
		return isCompiledHere(candidate) || (hasSource && (!location.startsWith(ResourcePath.CLASSPATH_ALL)
				|| candidate.toString().contains(APPLICATION_CLASSES)));
	}

	/**
	 * Return the beans that are revisions and have no source.
	 * @param sources the source directories
	 * @param beans all beans
	 * @return those that no source supersedes
	 */
	List<RevisionBean> withoutSource(List<SourceDirectory> sources, List<RevisionBean> beans) {
		if (beans.isEmpty()) {
			return beans;
		}
		try {
			return SourceRevisions.read(sources, findSources(sources).values(), this.reader).unsuperseded(beans);
		}
		catch (IOException ex) {
			throw new RevisionFileException(ex);
		}
	}

}
