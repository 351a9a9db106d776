package dev.limbeck.boot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.limbeck.boot.autoconfigure.MigrationsAutoConfiguration;
import dev.limbeck.boot.autoconfigure.MigrationsConnectionAutoConfiguration;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a start loads that finds nothing to do: a process whose classes are logged.
 */
class NormalStartTests {

	/**
	 * Lambdas included. Of these, 26 are requests and results of commands: Spring looks
	 * at the methods of all beans for event listeners, also of those that are not made.
	 */
	private static final int MOST_CLASSES = 154;

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	@TempDir
	private Path directory;

	@Test
	void startLoadsNeitherTheCommandLineNorTheProperties() throws Exception {
		List<String> loaded = classesOfASecondStart();
		assertThat(loaded).contains("dev.limbeck.runtime.MigrationRunner")
			.filteredOn(NormalStartTests::isOfTheCommandLine)
			.containsExactly("dev.limbeck.boot.cli.MigrationsRunListener");
		assertThat(loaded).doesNotContain("dev.limbeck.boot.autoconfigure.AuthoringProperties",
				"dev.limbeck.boot.autoconfigure.MigrationsFactory", "dev.limbeck.runtime.MigrationRun",
				"dev.limbeck.autogenerate.AutogenerateSettings", "dev.limbeck.command.Environment");
		assertThat(loaded).filteredOn(NormalStartTests::isOfTheLibrary).hasSizeLessThanOrEqualTo(MOST_CLASSES);
	}

	@Test
	void startBindsThePropertiesOfAuthoringThatAreSet() throws Exception {
		assertThat(classesOfASecondStart("--migrations.naming.ix=%(table_name)s_index"))
			.contains("dev.limbeck.boot.autoconfigure.AuthoringProperties");
	}

	private List<String> classesOfASecondStart(String... properties) throws Exception {
		new RevisionDirectory(this.directory.resolve("versions")).write("a1", "", "CREATE TABLE a ();");
		Path log = this.directory.resolve("classes.log");
		start(log, properties);
		start(log, properties);
		assertThat(this.database.query("SELECT version_num FROM migrations_version")).containsExactly("a1");
		return loadedClasses(log);
	}

	private void start(Path log, String... properties) throws Exception {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-Xlog:class+load:file=" + log, "-cp", System.getProperty("java.class.path"),
						Application.class.getName(), "--migrations.database-url=" + this.database.url(),
						"--spring.datasource.username=" + this.database.username(),
						"--spring.datasource.password=" + this.database.password(),
						"--migrations.script-location=file:" + this.directory));
		command.addAll(List.of(properties));
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
		assertThat(process.exitValue()).isZero();
	}

	private static List<String> loadedClasses(Path log) throws IOException {
		return Files.readAllLines(log)
			.stream()
			.map((line) -> line.replaceAll("^(\\[[^]]*])* *", "").split(" ")[0])
			.toList();
	}

	private static boolean isOfTheCommandLine(String name) {
		return name.matches("(picocli|com\\.samskivert|dev\\.limbeck\\.(cli|boot\\.cli))\\..*")
				&& !name.startsWith(NormalStartTests.class.getName());
	}

	private static boolean isOfTheLibrary(String name) {
		return name.startsWith("dev.limbeck.") && !name.startsWith(NormalStartTests.class.getName());
	}

	/**
	 * A small application.
	 */
	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, MigrationsConnectionAutoConfiguration.class,
			MigrationsAutoConfiguration.class })
	public static class Application {

		// The JVM of the test starts it
		public static void main(String[] args) {
			SpringApplication application = new SpringApplication(Application.class);
			application.setWebApplicationType(WebApplicationType.NONE);
			application.run(args).close();
		}

	}

}
