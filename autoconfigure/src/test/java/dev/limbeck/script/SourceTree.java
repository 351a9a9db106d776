package dev.limbeck.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.limbeck.test.RevisionDirectory;

/**
 * A project of Maven or Gradle for a test.
 *
 * @param path its directory
 */
record SourceTree(Path path) {

	static final String VERSIONS = "src/main/resources/db/migrations/versions";

	static SourceTree maven(Path path) {
		return new SourceTree(path).file("pom.xml", "<project/>").file("src/main/java/App.java", "class App {}");
	}

	SourceTree module(String name) {
		return maven(this.path.resolve(name));
	}

	SourceTree file(String name, String content) {
		new RevisionDirectory(this.path).writeFile(name, content);
		return this;
	}

	SourceTree folder(String name) {
		try {
			Files.createDirectories(this.path.resolve(name));
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	SourceTree revision(String id, String downRevision) {
		return revision(VERSIONS, id, downRevision);
	}

	SourceTree revision(String folder, String id, String downRevision) {
		new RevisionDirectory(this.path.resolve(folder)).write(id, downRevision, "");
		return this;
	}

	Path versions() {
		return this.path.resolve(VERSIONS);
	}

	SourceDirectories sources() {
		return sources(ScriptSettings.defaults());
	}

	SourceDirectories sources(ScriptSettings settings) {
		return SourceDirectories.find(settings, null, this.path, ClassLoader.getPlatformClassLoader());
	}

	List<String> files() {
		try (Stream<Path> files = Files.walk(this.path)) {
			return files.filter((file) -> !file.equals(this.path))
				.map((file) -> this.path.relativize(file).toString())
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
