package dev.limbeck.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.Repackager;

/**
 * The application of one contender with a number of revisions, as an executable jar and
 * as a class path of directories and jars.
 *
 * @param directory where both are
 * @param libraries the jars it needs
 */
record BuiltApplication(Path directory, List<Path> libraries) {

	private static final List<String> COMMON_LIBRARIES = List.of("HikariCP-", "postgresql-", "spring-aop-",
			"spring-beans-", "spring-context-", "spring-core-", "spring-expression-", "spring-jdbc-", "spring-tx-",
			"spring-boot-4", "spring-boot-autoconfigure-", "spring-boot-jdbc-", "spring-boot-sql-",
			"spring-boot-persistence-", "spring-boot-transaction-", "slf4j-api-", "logback-", "jul-to-slf4j-",
			"log4j-", "commons-logging-", "jspecify-", "micrometer-", "snakeyaml-");

	/**
	 * Build an application.
	 * @param directory where to build it
	 * @param contender who starts
	 * @param files its revisions
	 * @return the application
	 * @throws IOException if it cannot be built
	 */
	static BuiltApplication build(Path directory, Contender contender, Map<String, String> files) throws IOException {
		Path classes = Files.createDirectories(directory.resolve("classes"));
		copy(testClasses().resolve("dev/limbeck/benchmark"), classes.resolve("dev/limbeck/benchmark"));
		for (Map.Entry<String, String> file : files.entrySet()) {
			Path path = classes.resolve(file.getKey());
			Files.createDirectories(path.getParent());
			Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
		}
		BuiltApplication application = new BuiltApplication(directory, libraries(directory, contender));
		application.repackage(classes);
		return application;
	}

	private static Path testClasses() {
		try {
			return Path.of(StartBenchmark.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void copy(Path from, Path to) throws IOException {
		Files.createDirectories(to);
		try (Stream<Path> files = Files.list(from)) {
			for (Path file : files.toList()) {
				Files.copy(file, to.resolve(file.getFileName()));
			}
		}
	}

	private static List<Path> libraries(Path directory, Contender contender) throws IOException {
		List<String> wanted = new ArrayList<>(COMMON_LIBRARIES);
		wanted.addAll(contender.libraries());
		List<Path> libraries = new ArrayList<>();
		for (String entry : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
			.split(File.pathSeparator)) {
			Path path = Path.of(entry);
			if (path.endsWith("classes") && contender == Contender.LIMBECK) {
				Path jar = directory.resolve("limbeck.jar");
				jar(path, jar);
				libraries.add(jar);
			}
			else if (wanted.stream().anyMatch(path.getFileName().toString()::startsWith)) {
				libraries.add(path);
			}
		}
		return libraries;
	}

	private static void jar(Path classes, Path jar) throws IOException {
		try (Stream<Path> files = Files.walk(classes);
				OutputStream out = Files.newOutputStream(jar);
				JarOutputStream entries = new JarOutputStream(out)) {
			for (Path file : new TreeSet<>(files.toList())) {
				String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
				if (Files.isDirectory(file) && !name.isEmpty()) {
					entries.putNextEntry(new ZipEntry(name + "/"));
				}
				else if (!name.isEmpty()) {
					entries.putNextEntry(new ZipEntry(name));
					Files.copy(file, entries);
				}
			}
		}
	}

	private void repackage(Path classes) throws IOException {
		Path plain = this.directory.resolve("plain.jar");
		jar(classes, plain);
		Repackager repackager = new Repackager(plain.toFile());
		repackager.setBackupSource(false);
		repackager.setMainClass(BenchmarkApplication.class.getName());
		repackager.setIncludeRelevantJarModeJars(false);
		repackager.repackage(this.directory.resolve("application.jar").toFile(), (callback) -> {
			for (Path library : this.libraries) {
				callback.library(new Library(library.toFile(), LibraryScope.COMPILE));
			}
		});
	}

	/**
	 * Start the application in a process of its own.
	 * @param executableJar whether to run the executable jar
	 * @param contender who starts
	 * @param url the database
	 * @return what it cost
	 */
	Measurement start(boolean executableJar, Contender contender, String url) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		if (executableJar) {
			command.addAll(List.of("-jar", this.directory.resolve("application.jar").toString()));
		}
		else {
			List<String> path = new ArrayList<>();
			path.add(this.directory.resolve("classes").toString());
			this.libraries.forEach((library) -> path.add(library.toString()));
			command.addAll(
					List.of("-cp", String.join(File.pathSeparator, path), BenchmarkApplication.class.getName()));
		}
		command.addAll(List.of(contender.type(), "--spring.main.banner-mode=off",
				"--spring.main.lazy-initialization=" + (contender != Contender.LIMBECK), "--spring.datasource.hikari.minimum-idle=1",
				"--spring.datasource.username=postgres", "--spring.datasource.url=" + url
						+ "?sslmode=disable&socketFactory=" + CountingSocketFactory.class.getName()));
		return Measurement.parse(run(command));
	}

	private List<String> run(List<String> command) {
		Path output = this.directory.resolve("output.log");
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(output.toFile())
				.start();
			if (!process.waitFor(10, TimeUnit.MINUTES)) {
				process.destroyForcibly();
			}
			return Files.readAllLines(output);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
