package dev.limbeck.boot.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.limbeck.boot.autoconfigure.ApplicationBeans;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Tells of a database that Docker Compose gives to an application when it starts, where
 * {@code spring-boot-docker-compose} is there. Spring Boot lets it win over all
 * properties.
 *
 * @param classLoader the classes of the application
 * @param environment the properties
 * @param directory where Spring Boot looks for a file
 */
record ComposeServices(ClassLoader classLoader, Environment environment, Path directory) implements ApplicationBeans {

	private static final String LISTENER = "org.springframework.boot.docker.compose.lifecycle.DockerComposeProperties";

	private static final List<String> NAMES = List.of("compose.yaml", "compose.yml", "docker-compose.yaml",
			"docker-compose.yml");

	// The images that Spring Boot takes for PostgreSQL, and labels that say so
	private static final List<String> IMAGES = List.of("postgres", "pgvector", "timescale");

	@Override
	public @Nullable String find(Set<String> types, boolean ownConnection) {
		if (!ClassUtils.isPresent(LISTENER, this.classLoader)
				|| !this.environment.getProperty("spring.docker.compose.enabled", Boolean.class, true)) {
			return null;
		}
		for (Path file : files()) {
			if (isOfPostgresql(file)) {
				return "takes its database from Docker Compose (" + file + ")";
			}
		}
		return null;
	}

	private List<Path> files() {
		List<Path> files = new ArrayList<>();
		Binder.get(this.environment)
			.bind("spring.docker.compose.file", Bindable.listOf(File.class))
			.orElse(List.of())
			.forEach((file) -> files.add(file.toPath()));
		for (String name : files.isEmpty() ? NAMES : List.<String>of()) {
			Path file = this.directory.resolve(name);
			if (Files.exists(file)) {
				return List.of(file.toAbsolutePath().normalize());
			}
		}
		return files;
	}

	// A file that cannot be read, or that includes another one, may have one
	private static boolean isOfPostgresql(Path file) {
		try {
			String text = Files.readString(file, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
			return text.contains("include:") || IMAGES.stream().anyMatch(text::contains);
		}
		catch (IOException ex) {
			return true;
		}
	}

}
