package dev.limbeck.sample.dev;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/**
 * Gives the profile {@code dev} a database without Docker and without an installation. It
 * is there before the application is, so that {@code migrations} commands find it too.
 */
class DevelopmentDatabaseEnvironment implements EnvironmentPostProcessor {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (environment.acceptsProfiles(Profiles.of("dev"))) {
			String folder = environment.getRequiredProperty("expenses.data-directory");
			environment.getPropertySources().addLast(DevelopmentDatabaseSource.of(folder, isCommand(environment)));
		}
	}

	// A command may work on the database of an application that runs at the same time
	private static boolean isCommand(ConfigurableEnvironment environment) {
		return environment.getProperty("nonOptionArgs", "").startsWith("migrations");
	}

}
