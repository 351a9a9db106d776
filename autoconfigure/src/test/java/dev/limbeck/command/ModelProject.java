package dev.limbeck.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.limbeck.metadata.TargetMetadata;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaBuilder;
import dev.limbeck.script.ScriptSettings;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestShadow;

/**
 * Revisions in the source tree of a project, and a model that they are compared with.
 */
final class ModelProject {

	private final Path path;

	private final RevisionDirectory versions;

	ModelProject(Path path) {
		this.path = path;
		this.versions = new RevisionDirectory(path.resolve("src/main/resources/db/migrations/versions"));
		new RevisionDirectory(path).writeFile("pom.xml", "<project/>")
			.writeFile("src/main/resources/db/migrations/versions/.gitkeep", "");
	}

	ModelProject revision(String id, String downRevision, String upgrade, String downgrade) {
		this.versions.write(id, downRevision, upgrade, downgrade);
		return this;
	}

	MigrationsBuilder builder(Consumer<SchemaBuilder> model) {
		Schema schema = Schema.of(model);
		return Migrations.builder()
			.workingDirectory(this.path)
			.scriptLocation("file:" + this.versions.path().getParent())
			.targetMetadata(() -> List.of(new Model(schema)))
			.shadowDatabases(TestShadow::new);
	}

	// There is no Java in a location that is a directory
	MigrationsBuilder javaBuilder(Consumer<SchemaBuilder> model) {
		return builder(model).scripts(new ScriptSettings("classpath:db/migrations", List.of()));
	}

	Migrations wanting(Consumer<SchemaBuilder> model) {
		return builder(model).build();
	}

	Path path() {
		return this.path;
	}

	RevisionDirectory versions() {
		return this.versions;
	}

	long files() {
		try (Stream<Path> files = Files.walk(this.path)) {
			return files.filter(Files::isRegularFile).count() - 2;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String read(CreatedRevision revision) {
		try {
			return Files.readString(revision.file());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A model.
	 *
	 * @param schema what it wants
	 */
	record Model(Schema schema) implements TargetMetadata {

		@Override
		public String name() {
			return "the model of a test";
		}

		@Override
		public Schema schema(int serverVersion) {
			return this.schema;
		}

	}

}
