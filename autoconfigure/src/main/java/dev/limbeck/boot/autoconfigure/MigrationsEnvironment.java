package dev.limbeck.boot.autoconfigure;

import dev.limbeck.connection.ConnectionException;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Where the application runs, for the name of a secret: {@code migrations.environment},
 * else the single active profile.
 */
final class MigrationsEnvironment {

	static final String PLACEHOLDER = "{environment}";

	private static final String ACTION = "Set migrations.environment, or activate exactly one profile.";

	private final @Nullable String name;

	private final String[] activeProfiles;

	MigrationsEnvironment(@Nullable String name, String... activeProfiles) {
		this.name = name;
		this.activeProfiles = activeProfiles;
	}

	/**
	 * Replace the placeholder in the name of a secret. Nothing is guessed.
	 * @param secretName the name, with or without placeholder
	 * @return the name without placeholder
	 * @throws ConnectionException if the environment is needed but not known
	 */
	String expand(String secretName) {
		return secretName.contains(PLACEHOLDER) ? secretName.replace(PLACEHOLDER, determineName(secretName))
				: secretName;
	}

	private String determineName(String secretName) {
		if (StringUtils.hasText(this.name)) {
			return this.name;
		}
		if (this.activeProfiles.length == 1) {
			return this.activeProfiles[0];
		}
		String profiles = (this.activeProfiles.length != 0)
				? "several profiles are active (" + String.join(", ", this.activeProfiles) + ")"
				: "no profile is active";
		throw new ConnectionException("The environment in the name of the secret '" + secretName
				+ "' is not known: migrations.environment is not set, and " + profiles + ".", ACTION);
	}

}
