package dev.limbeck.boot.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import dev.limbeck.boot.cli.ahead.AheadOfTimeApplication;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplicationAotProcessor;
import org.springframework.context.aot.AbstractAotProcessor.Settings;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs commands in processes of an application that was compiled ahead of time.
 */
class AheadOfTimeCommandTests {

	@TempDir
	private Path directory;

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	@Test
	void modelIsComparedAsInAnyOtherJvm() throws Exception {
		Path classes = compileAheadOfTime();
		Path output = this.directory.resolve("output");
		assertThat(run(classes, output, "check")).as(Files.readString(output)).isEqualTo(3);
		assertThat(output).content().contains("person\n  + table");
		assertThat(run(classes, output, "upgrade", "heads", "--migrations.command.context=application"))
			.as(Files.readString(output))
			.isZero();
		assertThat(this.database.query("SELECT version_num FROM migrations_version")).containsExactly("a1");
	}

	@Test
	void nativeImageCannotSeeTheModel() throws Exception {
		Path output = this.directory.resolve("output");
		assertThat(run(Files.createDirectories(this.directory.resolve("none")), output, "check",
				"-Dorg.graalvm.nativeimage.imagecode=runtime"))
			.as(Files.readString(output))
			.isEqualTo(1);
		assertThat(output).content().contains("in a native image it cannot have them", "on a JVM");
	}

	private int run(Path classes, Path output, String... command) throws Exception {
		List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-Dspring.aot.enabled=true", "-cp",
				classes + File.pathSeparator + System.getProperty("java.class.path"),
				AheadOfTimeApplication.class.getName(), "migrations"));
		for (String argument : command) {
			line.add(argument.startsWith("-D") ? 1 : line.size(), argument);
		}
		line.addAll(List.of(arguments()));
		Process process = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
		return process.exitValue();
	}

	private String[] arguments() {
		return new String[] { "--spring.datasource.url=" + this.database.url(),
				"--spring.datasource.username=" + this.database.username(),
				"--spring.datasource.password=" + this.database.password(), "--spring.main.web-application-type=none",
				"--migrations.script-location=file:" + this.directory.resolve("migrations") };
	}

	private Path compileAheadOfTime() throws IOException {
		new RevisionDirectory(this.directory.resolve("migrations/versions")).write("a1", "", "CREATE TABLE a ();");
		Path sources = this.directory.resolve("sources");
		Path classes = Files.createDirectories(this.directory.resolve("classes"));
		new SpringApplicationAotProcessor(AheadOfTimeApplication.class,
				Settings.builder()
					.sourceOutput(sources)
					.resourceOutput(classes)
					.classOutput(classes)
					.groupId("dev.limbeck")
					.artifactId("test")
					.build(),
				arguments())
			.process();
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
				Stream<Path> paths = Files.walk(sources)) {
			List<Path> generated = paths.filter((path) -> path.toString().endsWith(".java")).toList();
			assertThat(generated).isNotEmpty();
			assertThat(
					compiler
						.getTask(null, files, null,
								List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp",
										classes + File.pathSeparator + System.getProperty("java.class.path")),
								null, files.getJavaFileObjectsFromPaths(generated))
						.call())
				.isTrue();
		}
		return classes;
	}

}
