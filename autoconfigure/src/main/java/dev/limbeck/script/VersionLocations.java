package dev.limbeck.script;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Find the directories that locations name.
 */
final class VersionLocations {

	private static final String CLASSPATH = "classpath:";

	private static final String CLASSPATH_ALL = "classpath*:";

	private static final String FILE = "file:";

	private final ScriptSettings settings;

	private final ClassLoader classLoader;

	VersionLocations(ScriptSettings settings, ClassLoader classLoader) {
		this.settings = settings;
		this.classLoader = classLoader;
	}

	/**
	 * Find the directories, in the order in which they were named and without doubles.
	 * @return the directories; empty if the default one does not exist
	 * @throws IOException if the class path cannot be read
	 * @throws RevisionFileException if a directory that was asked for does not exist
	 */
	List<VersionLocation> find() throws IOException {
		Map<String, VersionLocation> found = new LinkedHashMap<>();
		for (String location : this.settings.effectiveVersionLocations()) {
			List<VersionLocation> directories = find(location.strip());
			if (directories.isEmpty() && !this.settings.isDefault()) {
				throw new RevisionFileException("The version location '" + location + "' does not exist",
						"Create the directory, or correct migrations.script-location or migrations.version-locations. "
								+ "(A jar knows a directory only if it has an entry of its own, as those that Maven and "
								+ "Gradle build do.)");
			}
			directories.forEach((directory) -> found.putIfAbsent(directory.toString(), directory));
		}
		return List.copyOf(found.values());
	}

	private List<VersionLocation> find(String location) throws IOException {
		if (location.startsWith(FILE)) {
			return findInFileSystem(location);
		}
		if (location.startsWith(CLASSPATH_ALL)) {
			String path = toPath(location.substring(CLASSPATH_ALL.length()));
			List<VersionLocation> directories = new ArrayList<>();
			for (URL url : Collections.list(this.classLoader.getResources(path))) {
				directories.add(toLocation(url));
			}
			return directories;
		}
		URL url = this.classLoader
			.getResource(toPath(location.startsWith(CLASSPATH) ? location.substring(CLASSPATH.length()) : location));
		return (url != null) ? List.of(toLocation(url)) : List.of();
	}

	private static String toPath(String path) {
		String withoutSlash = path.startsWith("/") ? path.substring(1) : path;
		return withoutSlash.endsWith("/") ? withoutSlash : withoutSlash + "/";
	}

	private static List<VersionLocation> findInFileSystem(String location) {
		String path = location.substring(FILE.length());
		Path directory = Path.of(path.startsWith("///") ? path.substring(2) : path).toAbsolutePath().normalize();
		return Files.isDirectory(directory) ? List.of(new DirectoryLocation(directory)) : List.of();
	}

	private static VersionLocation toLocation(URL url) throws IOException {
		return switch (url.getProtocol()) {
			case "file" -> new DirectoryLocation(toPath(url));
			case "jar" -> new JarLocation(url);
			default ->
				throw new RevisionFileException("The version location " + url + " is neither a directory nor in a jar",
						"Name a directory with 'file:' in " + "migrations.version-locations.");
		};
	}

	private static Path toPath(URL url) throws IOException {
		try {
			return Path.of(url.toURI());
		}
		catch (URISyntaxException ex) {
			throw new IOException(ex);
		}
	}

}
