package dev.limbeck.script;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Lays out migration environments.
 *
 * @since 0.1.0
 */
public final class EnvironmentWriter {

	private final ScriptSettings settings;

	private final ProjectLayout layout;

	private final Path workingDirectory;

	/**
	 * Create a writer.
	 * @param settings where the revisions are when the application runs
	 * @param sourceDirectory the directory whose content becomes the class path
	 * ({@code migrations.source-directory}); {@code null}: that of the Maven or Gradle
	 * project around the working directory
	 * @param workingDirectory the working directory
	 */
	public EnvironmentWriter(ScriptSettings settings, @Nullable Path sourceDirectory, Path workingDirectory) {
		this.settings = settings;
		this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
		this.layout = (sourceDirectory != null) ? ProjectLayout.of(this.workingDirectory.resolve(sourceDirectory))
				: ProjectLayout.around(this.workingDirectory);
	}

	/**
	 * Lay out an environment. Only an empty directory is filled, and a configuration file
	 * is only added to.
	 * @param template what to lay out
	 * @param directory where, absolute or below the working directory; {@code null}: the
	 * script location in the source tree
	 * @param packageName the package of Java revisions; {@code null}: the one that
	 * mirrors the folder of the SQL revisions
	 * @return what was written
	 * @throws RevisionWritingException if the directory is not empty or cannot be
	 * written; nothing is left behind
	 */
	public WrittenEnvironment write(EnvironmentTemplate template, @Nullable String directory,
			@Nullable String packageName) {
		Path target = (directory != null) ? resolve(directory) : scriptDirectory();
		requireEmpty(target);
		EnvironmentLocation place = EnvironmentLocation.of(target, this.layout.roots(), this.workingDirectory);
		EnvironmentFiles files = EnvironmentFiles.of(template, place, packageName);
		List<Path> created = files.write();
		List<Path> changed = new ArrayList<>();
		List<Path> skipped = new ArrayList<>(files.skipped());
		boolean added = addProperties(place, files.properties(), changed, skipped);
		return new WrittenEnvironment(target, created, changed, skipped, added ? "" : files.properties());
	}

	private Path resolve(String directory) {
		try {
			return this.workingDirectory.resolve(directory.startsWith(ResourcePath.FILE)
					? directory.substring(ResourcePath.FILE.length()) : directory)
				.normalize();
		}
		catch (InvalidPathException ex) {
			throw new RevisionWritingException("'" + directory + "' is not a directory", "Pass init a path.", ex);
		}
	}

	private Path scriptDirectory() {
		String folder = ResourcePath.of(this.settings.scriptLocation());
		if (folder.startsWith(ResourcePath.FILE)) {
			return SourceDirectoryFinder.toPath(folder, this.workingDirectory);
		}
		List<Path> roots = this.layout.rootsWith(folder);
		Path root = (roots.size() == 1) ? roots.get(0) : this.layout.defaultRoot();
		if (root == null) {
			throw new RevisionWritingException(
					"There is no source directory for " + this.settings.scriptLocation() + ": working directory "
							+ this.workingDirectory + ", " + this.layout.describe(folder),
					"Run the command in the directory of a module, pass init a directory, or set "
							+ "migrations.source-directory to the module's src/main/resources.");
		}
		return root.resolve(folder);
	}

	private static void requireEmpty(Path directory) {
		if (!Files.exists(directory)) {
			return;
		}
		if (!Files.isDirectory(directory)) {
			throw new RevisionWritingException(directory + " is not a directory", "Pass init another directory.");
		}
		try (DirectoryStream<Path> content = Files.newDirectoryStream(directory)) {
			if (content.iterator().hasNext()) {
				throw new RevisionWritingException("The directory " + directory + " is not empty",
						"Existing files are never overwritten: pass init another directory, or use the "
								+ "existing environment.");
			}
		}
		catch (IOException ex) {
			throw RevisionWritingException.ofFile(directory, ex);
		}
	}

	private static boolean addProperties(EnvironmentLocation place, String properties, List<Path> changed,
			List<Path> skipped) {
		ApplicationProperties configuration = (place.root() != null) ? ApplicationProperties.in(place.root()) : null;
		if (configuration == null) {
			return false;
		}
		try {
			boolean added = configuration.add(properties);
			(added ? changed : skipped).add(configuration.file());
			return added;
		}
		catch (IOException ex) {
			skipped.add(configuration.file());
			return false;
		}
	}

}
