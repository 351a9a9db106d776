package dev.limbeck.boot.cli;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import dev.limbeck.test.JavaSources;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class ComposeServicesTests {

	@TempDir
	private Path directory;

	private final MockEnvironment environment = new MockEnvironment();

	private ClassLoader classLoader;

	// What Spring Boot's module is recognized by, which else would look for a file in all
	// tests
	@BeforeEach
	void compileLibrary(@TempDir Path library) throws Exception {
		new JavaSources(library)
			.write("org.springframework.boot.docker.compose.lifecycle.DockerComposeProperties",
					"class DockerComposeProperties {}")
			.compile(library);
		this.classLoader = new URLClassLoader(new URL[] { library.toUri().toURL() }, getClass().getClassLoader());
	}

	private @Nullable String find() {
		return new ComposeServices(this.classLoader, this.environment, this.directory).find(Set.of(), true);
	}

	private Path write(String name, String image) throws Exception {
		return Files.writeString(this.directory.resolve(name), "services:\n  db:\n    image: '" + image + "'\n");
	}

	@Test
	void fileWithPostgresqlIsTold() throws Exception {
		assertThat(find()).isNull();
		Path file = write("compose.yml", "postgres:18");
		assertThat(find()).isEqualTo("takes its database from Docker Compose (" + file + ")");
	}

	@Test
	void fileThatIsNamedGoesFirst() throws Exception {
		write("compose.yaml", "postgres:18");
		this.environment.setProperty("spring.docker.compose.file", write("other.yaml", "redis").toString());
		assertThat(find()).isNull();
		Path database = write("database.yaml", "bitnami/postgresql");
		this.environment.setProperty("spring.docker.compose.file", database.toString());
		assertThat(find()).contains(database.toString());
	}

	@Test
	void fileWithoutPostgresqlDoesNotMatter() throws Exception {
		write("compose.yaml", "redis");
		assertThat(find()).isNull();
	}

	@Test
	void composeThatIsSwitchedOffDoesNotMatter() throws Exception {
		write("compose.yaml", "postgres");
		this.environment.setProperty("spring.docker.compose.enabled", "false");
		assertThat(find()).isNull();
	}

	@Test
	void applicationWithoutTheLibraryStartsNoCompose() throws Exception {
		write("compose.yaml", "postgres");
		this.classLoader = getClass().getClassLoader();
		assertThat(find()).isNull();
	}

	@Test
	void commandThatNeedsTheDatabaseIsRefusedWithTheWayOut() throws Exception {
		Path file = write("compose.yaml", "postgres");
		Files.createDirectories(this.directory.resolve("versions"));
		SpringApplication application = new SpringApplication(new DefaultResourceLoader(this.classLoader),
				Application.class);
		RecordedProcess process = RecordedProcess.run(() -> application.run("migrations", "current",
				"--spring.docker.compose.file=" + file, "--migrations.script-location=file:" + this.directory));
		assertThat(process.exitCode()).isEqualTo(1);
		assertThat(process.errors()).contains("takes its database from Docker Compose (" + file + ")",
				"Set migrations.command.context=application");
	}

	static class Application {

	}

}
