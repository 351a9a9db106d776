package dev.limbeck.boot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * What command mode costs an application that starts as usual: one class.
 */
class NormalStartTests {

	@Test
	void startLoadsNothingOfTheCommandLine(@TempDir Path directory) throws Exception {
		TestDatabase database = PostgresServer.shared().createDatabase();
		new RevisionDirectory(directory.resolve("versions")).write("a1", "", "CREATE TABLE a ();");
		Path log = directory.resolve("classes.log");
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-Xlog:class+load:file=" + log, "-cp", System.getProperty("java.class.path"),
				Application.class.getName(), "--migrations.database-url=" + database.url(),
				"--spring.datasource.username=" + database.username(),
				"--spring.datasource.password=" + database.password(), "--migrations.script-location=file:" + directory)
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
		assertThat(process.exitValue()).isZero();
		assertThat(database.query("SELECT version_num FROM migrations_version")).containsExactly("a1");
		assertThat(loadedClasses(log)).contains("dev.limbeck.command.Migrations")
			.filteredOn(NormalStartTests::isOfTheCommandLine)
			.containsExactly("dev.limbeck.boot.cli.MigrationsRunListener");
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
