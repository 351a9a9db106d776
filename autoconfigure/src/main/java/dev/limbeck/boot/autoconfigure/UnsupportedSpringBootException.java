package dev.limbeck.boot.autoconfigure;

import dev.limbeck.failure.MigrationException;

/**
 * The application has a Spring Boot that is too old.
 */
class UnsupportedSpringBootException extends MigrationException {

	UnsupportedSpringBootException(String version) {
		super("Limbeck needs Spring Boot 4.1, and this application has Spring Boot " + version
				+ ". The database was not touched.",
				"Update the application to Spring Boot 4.1 or later 4.x, or remove the dependency "
						+ "dev.limbeck:limbeck-spring-boot-starter.");
	}

}
