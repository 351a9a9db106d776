package dev.limbeck.script;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;

/**
 * Find the directories that locations name.
 */
final class VersionLocations implements LocationResolver {

	private static final String CLASSPATH = "classpath:";

	private static final String CLASSPATH_ALL = "classpath*:";

	private static final String FILE = "file:";

	private static final Log logger = HarmlessLog.of(ScriptDirectory.class);

	private final ScriptSettings settings;

	private final ClassLoader classLoader;

	VersionLocations(ScriptSettings settings, ClassLoader classLoader) {
		this.settings = settings;
		this.classLoader = classLoader;
	}

	@Override
	public List<VersionLocation> find() throws IOException {
		Map<String, VersionLocation> found = new LinkedHashMap<>();
		for (String location : this.settings.effectiveVersionLocations()) {
			List<VersionLocation> directories = find(location.strip());
			if (directories.isEmpty() && !this.settings.isDefault()) {
				requireNothingOverlooked();
				throw new RevisionFileException(
						"The version location '" + location + "' does not exist or is not a directory",
						"Create the directory, or correct migrations.script-location or migrations.version-locations.");
			}
			for (VersionLocation directory : directories) {
				found.putIfAbsent(directory.toString(), directory);
			}
		}
		return List.copyOf(found.values());
	}

	/**
	 * Find the directories that one location names.
	 * @param location the location
	 * @return the directories, none if it does not exist
	 * @throws IOException if the class path cannot be read
	 */
	List<VersionLocation> find(String location) throws IOException {
		if (location.startsWith(FILE)) {
			return findInFileSystem(location);
		}
		if (location.startsWith(CLASSPATH_ALL)) {
			String path = toPath(location.substring(CLASSPATH_ALL.length()));
			List<VersionLocation> directories = new ArrayList<>();
			for (URL url : Collections.list(this.classLoader.getResources(path))) {
				directories.add(toLocation(url, path));
			}
			return directories;
		}
		return findFirst(toPath(location.startsWith(CLASSPATH) ? location.substring(CLASSPATH.length()) : location));
	}

	// Gradle has directories for classes and for resources
	private List<VersionLocation> findFirst(String path) throws IOException {
		URL url = this.classLoader.getResource(path);
		if (url == null) {
			return List.of();
		}
		VersionLocation first = toLocation(url, path);
		List<Path> siblings = url.getProtocol().equals("file") ? BuildOutput.siblings(toPath(url), path) : List.of();
		if (siblings.isEmpty()) {
			return List.of(first);
		}
		List<VersionLocation> directories = new ArrayList<>(List.of(first));
		for (URL other : Collections.list(this.classLoader.getResources(path))) {
			if (other.getProtocol().equals("file") && siblings.contains(toPath(other))) {
				directories.add(toLocation(other, path));
			}
		}
		return directories;
	}

	private static String toPath(String path) {
		String withoutSlash = path.startsWith("/") ? path.substring(1) : path;
		return withoutSlash.endsWith("/") ? withoutSlash : withoutSlash + "/";
	}

	private static List<VersionLocation> findInFileSystem(String location) {
		String path = location.substring(FILE.length());
		if (path.isEmpty()) {
			return List.of();
		}
		try {
			Path directory = Path.of(path.replaceFirst("^//+", "/")).toAbsolutePath().normalize();
			if (!Files.isDirectory(directory) && path.startsWith("/")) {
				directory = Path.of(URI.create(location.replaceFirst("//+", "/"))).normalize();
			}
			return Files.isDirectory(directory) ? List.of(DirectoryLocation.of(directory)) : List.of();
		}
		catch (IllegalArgumentException ex) {
			return List.of();
		}
	}

	@Override
	public void requireNothingOverlooked() throws IOException {
		warnOfRevisionsBeside();
		for (String each : this.settings.effectiveVersionLocations()) {
			String location = each.strip();
			if (!location.startsWith(FILE)) {
				boolean all = location.startsWith(CLASSPATH_ALL);
				String path = toPath(location.replaceFirst("^classpath\\*?:", ""));
				List<URL> directories = Collections.list(this.classLoader.getResources(path));
				if (all || directories.isEmpty()) {
					requireDirectoryEntries(path);
				}
				else if (directories.size() > findFirst(path).size()) {
					logger.warn("The version location '" + location + "' is on the class path " + directories.size()
							+ " times: " + describe(directories, path) + ". Only the first is read; 'classpath*:" + path
							+ "' in migrations.version-locations would read all of them.");
				}
			}
		}
	}

	private static List<String> describe(List<URL> directories, String path) throws IOException {
		List<String> described = new ArrayList<>();
		for (URL directory : directories) {
			described.add(toLocation(directory, path).toString());
		}
		return described;
	}

	// A file that was put beside the folder of the revisions would be missed silently
	private void warnOfRevisionsBeside() throws IOException {
		if (!this.settings.versionLocations().isEmpty()) {
			return;
		}
		List<String> beside = new ArrayList<>();
		for (VersionLocation directory : find(this.settings.scriptLocation().strip())) {
			for (RevisionFile file : directory.list()) {
				if (file.isMisplacedSql()) {
					beside.add(file.source());
				}
			}
		}
		if (!beside.isEmpty()) {
			logger.warn("Only the folder 'versions' of " + this.settings.scriptLocation()
					+ " is read. These look like revisions and are not in it: " + beside
					+ ". Move them there, or name their folder in migrations.version-locations.");
		}
	}

	private void requireDirectoryEntries(String path) throws IOException {
		for (URL manifest : Collections.list(this.classLoader.getResources(JarFile.MANIFEST_NAME))) {
			if (ResourcePath.isLocal(manifest) && manifest.openConnection() instanceof JarURLConnection connection) {
				connection.setUseCaches(false);
				try (JarFile jar = connection.getJarFile()) {
					if (jar.getEntry(path) == null && jar.stream().anyMatch((entry) -> isRevision(entry, path))) {
						throw new RevisionFileException(
								"The jar " + connection.getJarFileURL().toString().replaceFirst("^nested:.*/!", "")
										+ " has revisions in " + path
										+ " that cannot be found, because it has no entry for that directory",
								"Build the jar with directory entries, as Maven, Gradle and the jar tool do "
										+ "by default, or unpack the revisions and name their directory with "
										+ "'file:' in migrations.version-locations.");
					}
				}
			}
		}
	}

	private static boolean isRevision(JarEntry entry, String path) {
		return entry.getName().startsWith(path) && RevisionFile.isRevision(entry.getName().substring(path.length()));
	}

	private static VersionLocation toLocation(URL url, String folder) throws IOException {
		if (!ResourcePath.isLocal(url)) {
			throw new RevisionFileException(
					"The version location " + url + " is neither a directory nor in a jar of this machine",
					"Name a directory with 'file:' in migrations.version-locations.");
		}
		return url.getProtocol().equals("file") ? DirectoryLocation.onClassPath(toPath(url), folder)
				: new JarLocation(url, folder);
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
