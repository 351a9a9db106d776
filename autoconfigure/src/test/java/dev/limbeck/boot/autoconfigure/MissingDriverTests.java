package dev.limbeck.boot.autoconfigure;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Starts an application, and commands of it, that have excluded PostgreSQL's driver.
 */
class MissingDriverTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "", "migrations current", "migrations current --migrations.command.context=application",
			"migrations current --migrations.datasource.url=jdbc:postgresql://localhost:1/other" })
	void dependencyIsNamed(String arguments) throws Exception {
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
				classPath(), Application.class.getName(), "--spring.datasource.url=jdbc:postgresql://localhost:1/shop",
				"--spring.main.web-application-type=none"));
		command.addAll(Arrays.stream(arguments.split(" ")).filter((argument) -> !argument.isEmpty()).toList());
		Path output = this.directory.resolve("output");
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
		assertThat(output).content()
			.contains("PostgreSQL's JDBC driver is not on the class path.")
			.contains("Add the dependency org.postgresql:postgresql with the scope runtime")
			.doesNotContain("--stacktrace", "\tat ");
		assertThat(process.exitValue()).isOne();
	}

	private static String classPath() {
		return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((element) -> !Path.of(element).getFileName().toString().matches("postgresql-\\d.*"))
			.collect(Collectors.joining(File.pathSeparator));
	}

	/**
	 * An application with a database.
	 */
	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, MigrationsConnectionAutoConfiguration.class,
			MigrationsAutoConfiguration.class, DisabledMigrationsAutoConfiguration.class })
	public static class Application {

		public static void main(String[] args) {
			SpringApplication.run(Application.class, args);
		}

	}

}
