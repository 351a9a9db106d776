package dev.limbeck.boot.autoconfigure;

import dev.limbeck.connection.ConnectionException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link MigrationsEnvironment}.
 */
class MigrationsEnvironmentTests {

	@Test
	void propertyWinsOverTheProfile() {
		assertThat(new MigrationsEnvironment("staging", "a", "b").expand("url_{environment}")).isEqualTo("url_staging");
	}

	@Test
	void singleActiveProfileIsTheEnvironment() {
		assertThat(new MigrationsEnvironment(null, "staging").expand("url_{environment}")).isEqualTo("url_staging");
	}

	@Test
	void noProfileIsAnError() {
		assertThatExceptionOfType(ConnectionException.class)
			.isThrownBy(() -> new MigrationsEnvironment(null).expand("url_{environment}"))
			.withMessageContaining("no profile is active");
	}

	@Test
	void severalProfilesAreAnError() {
		assertThatExceptionOfType(ConnectionException.class)
			.isThrownBy(() -> new MigrationsEnvironment("", "a", "b").expand("url_{environment}"))
			.withMessageContaining("several profiles are active (a, b)");
	}

	@Test
	void nameWithoutPlaceholderNeedsNoEnvironment() {
		assertThat(new MigrationsEnvironment(null).expand("url")).isEqualTo("url");
	}

}
