package dev.limbeck.sample.dev;

import java.io.IOException;
import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * Gives the profile {@code dev} a database without Docker and without an installation.
 */
@Configuration(proxyBeanMethods = false)
@Profile("dev")
class DevelopmentDatabaseConfiguration {

	@Bean
	DevelopmentDatabase developmentDatabase(@Value("${expenses.data-directory}") String folder) throws IOException {
		return DevelopmentDatabase.start(resolve(folder));
	}

	private static Path resolve(String folder) {
		String home = System.getProperty("user.home");
		return Path.of(folder.startsWith("~/") ? home + folder.substring(1) : folder).toAbsolutePath().normalize();
	}

}
