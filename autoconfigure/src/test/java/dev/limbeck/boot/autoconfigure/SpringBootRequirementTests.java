package dev.limbeck.boot.autoconfigure;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Starts an application on the libraries of Spring Boot 3, beside what the starter brings
 * of Spring Boot 4.
 */
class SpringBootRequirementTests {

	private static final String BROUGHT_BY_THE_STARTER = "(spring-boot-(jdbc|sql|transaction|persistence)|"
			+ "spring-(jdbc|tx)|HikariCP|postgresql|picocli|jmustache|jspecify|micrometer-(commons|observation))-\\d.*";

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "", "migrations current", "migrations check", "migration upgrade heads" })
	void springBoot3IsNamedInPlaceOfAMissingClass(String arguments) throws Exception {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-cp", classPath(), Application.class.getName()));
		command.addAll(Arrays.stream(arguments.split(" ")).filter((argument) -> !argument.isEmpty()).toList());
		Path output = this.directory.resolve("output");
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
		assertThat(output).content()
			.contains("APPLICATION FAILED TO START")
			.contains("Limbeck needs Spring Boot 4.1, and this application has Spring Boot 3.5.")
			.contains("Update the application to Spring Boot 4.1")
			.doesNotContain("NoClassDefFoundError", "ClassNotFoundException", "\tat ");
		assertThat(process.exitValue()).isOne();
	}

	private static String classPath() throws IOException {
		List<String> elements = new ArrayList<>();
		elements.add(location(Application.class));
		elements.add(location(SpringBootRequirement.class));
		try (Stream<Path> jars = Files.list(Path.of("target/spring-boot-3"))) {
			jars.forEach((jar) -> elements.add(jar.toString()));
		}
		Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((element) -> Path.of(element).getFileName().toString().matches(BROUGHT_BY_THE_STARTER))
			.forEach(elements::add);
		return String.join(File.pathSeparator, elements);
	}

	private static String location(Class<?> type) {
		return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toString();
	}

	@ParameterizedTest
	@CsvSource({ "2.7.18, true", "3.5.6, true", "3.5.6-SNAPSHOT, true", "4.0.0-RC1, false", "4.1.1, false",
			"10.0.0, false", "odd, false", "x.1, false" })
	void versionsBefore4AreTooOld(String version, boolean tooOld) {
		assertThat(SpringBootRequirement.isTooOld(version)).isEqualTo(tooOld);
	}

	@Test
	void librariesOfSpringBoot3AreThere() throws IOException {
		assertThat(classPath()).contains("spring-boot-3.5.", "spring-core-6.2.", "spring-boot-jdbc-4.", "postgresql-");
	}

	/**
	 * An application of which nothing is of Spring Boot 4 alone.
	 */
	@Configuration
	@EnableAutoConfiguration
	public static class Application {

		// The JVM of the test starts it
		public static void main(String[] args) {
			SpringApplication.run(Application.class, args);
		}

	}

}
