package dev.limbeck.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The files of a new migration environment.
 *
 * @param texts the text of each file
 * @param skipped files that are there already and are none of the environment's own
 * @param properties what the application has to set
 */
record EnvironmentFiles(Map<Path, String> texts, List<Path> skipped, String properties) {

	private static final Pattern PACKAGE = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");

	static EnvironmentFiles of(EnvironmentTemplate template, EnvironmentLocation place, @Nullable String packageName) {
		if (packageName != null && !template.hasPackage()) {
			throw new RevisionWritingException("The template '" + template.name() + "' has no Java revisions",
					"Omit --package, or add --template java.");
		}
		String inPackage = template.hasPackage() ? requirePackage(place, packageName) : "";
		EnvironmentText text = new EnvironmentText(place.location(), inPackage);
		Map<Path, String> texts = new LinkedHashMap<>();
		for (String each : template.layout()) {
			Path file = locate(each, place, inPackage, packageName != null);
			if (file != null) {
				texts.put(file, each.endsWith("/") ? "" : text.fill(template.text(each)));
			}
		}
		List<Path> skipped = texts.keySet().stream().filter(Files::exists).toList();
		texts.keySet().removeAll(skipped);
		String properties = template.text((packageName != null) ? "package.properties" : "application.properties");
		return new EnvironmentFiles(texts, skipped, text.fill(properties));
	}

	private static String requirePackage(EnvironmentLocation place, @Nullable String packageName) {
		String name = (packageName != null) ? packageName
				: place.location().replaceFirst("^\\w+:", "").replace('/', '.') + ".versions";
		if (place.root() == null) {
			throw new RevisionWritingException(
					"Java revisions must be compiled, and " + place.directory() + " is not below src/main/resources",
					"Pass init a directory below src/main/resources.");
		}
		SourceLanguage.JAVA.requireCompiled(place.root());
		if (!PACKAGE.matcher(name).matches()) {
			throw new RevisionWritingException("'" + name + "' is not a valid name of a Java package",
					"Name the package of the Java revisions with --package.");
		}
		return name;
	}

	// A folder is a file that keeps it in Git
	private static @Nullable Path locate(String file, EnvironmentLocation place, String inPackage, boolean ownPackage) {
		String folder = inPackage.replace('.', '/');
		if (file.equals("package-info.java")) {
			Path root = place.javaRoot();
			return (root != null) ? root.resolve(folder).resolve(file) : null;
		}
		if (file.equals("versions/") && ownPackage && place.root() != null) {
			return place.root().resolve(folder).resolve(".gitkeep");
		}
		return place.directory().resolve(file.endsWith("/") ? file + ".gitkeep" : file);
	}

	/**
	 * Write the files, all or none.
	 * @return the files
	 * @throws RevisionWritingException if one of them cannot be written
	 */
	List<Path> write() {
		List<Path> made = new ArrayList<>();
		for (Map.Entry<Path, String> file : this.texts.entrySet()) {
			try {
				createDirectories(file.getKey().resolve("..").normalize(), made);
				Files.writeString(file.getKey(), file.getValue(), StandardOpenOption.CREATE_NEW);
				made.add(file.getKey());
			}
			catch (IOException ex) {
				remove(made);
				throw RevisionWritingException.ofFile(file.getKey(), ex);
			}
		}
		return List.copyOf(this.texts.keySet());
	}

	private static void createDirectories(Path directory, List<Path> made) throws IOException {
		List<Path> missing = new ArrayList<>();
		for (Path each = directory; each != null && !Files.isDirectory(each); each = each.getParent()) {
			missing.add(0, each);
		}
		for (Path each : missing) {
			Files.createDirectory(each);
			made.add(each);
		}
	}

	private static void remove(List<Path> made) {
		Collections.reverse(made);
		for (Path path : made) {
			try {
				Files.deleteIfExists(path);
			}
			catch (IOException ex) {
				// What somebody else put there meanwhile stays
				return;
			}
		}
	}

	/**
	 * The texts of a template, in which the place is filled in.
	 *
	 * @param location the environment as a location
	 * @param packageName the package of Java revisions
	 */
	private record EnvironmentText(String location, String packageName) {

		String fill(String text) {
			return text.replace("@location@", this.location)
				.replace("@folder@", this.location.replaceFirst("^\\w+:", ""))
				.replace("@packageFolder@", this.packageName.replace('.', '/'))
				.replace("@package@", this.packageName);
		}

	}

}
