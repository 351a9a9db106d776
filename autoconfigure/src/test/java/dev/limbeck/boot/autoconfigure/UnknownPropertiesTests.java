package dev.limbeck.boot.autoconfigure;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UnknownProperties}.
 */
@ExtendWith(OutputCaptureExtension.class)
class UnknownPropertiesTests {

	private static final String VARIABLES = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

	@ParameterizedTest
	@CsvSource({ "migrations.script-locaton, migrations.script-location",
			"migrations.script.location, migrations.script-location",
			"migrations.datasource.usrname, migrations.datasource.username", "migrations.post-write-hooks[0].exec, ''",
			"migrations.target.name, ''", "migrations.liquibase, ''",
			"migrations.environments.other.databaseurrl, migrations.environments.other.database-url" })
	void misspelledPropertyIsNamedWithTheNearest(String property, String meant, CapturedOutput output) {
		report(new MapPropertySource("set", Map.of(property, "secret")));
		assertThat(output).contains("Nothing reads the property " + property)
			.contains("\"set\"")
			.doesNotContain("secret");
		assertThat(output.toString().contains("Did you mean")).isEqualTo(!meant.isEmpty());
		assertThat(output).contains(meant.isEmpty() ? "" : "Did you mean " + meant + "?");
	}

	@ParameterizedTest
	@ValueSource(strings = { "MIGRATIONS_SCRIPT_LOCATION", "MIGRATIONS_SCRIPTLOCATION", "MIGRATIONS_DATASOURCE_URL",
			"MIGRATIONS_VERSION_LOCATIONS_0", "MIGRATIONS_ENVIRONMENTS_OTHER_DATABASE_URL", "MIGRATIONS_PLACEHOLDERS_A",
			"MIGRATIONS_POSTWRITEHOOKS_0_TYPE", "MIGRATIONS_OF_SOMEBODY_ELSE", "MIGRATIONS" })
	void variableThatIsReadOrAnothersIsLeftAlone(String variable, CapturedOutput output) {
		report(new SystemEnvironmentPropertySource(VARIABLES, Map.of(variable, "x")));
		assertThat(output).isEmpty();
	}

	@Test
	void misspelledVariableIsNamed(CapturedOutput output) {
		report(new SystemEnvironmentPropertySource(VARIABLES, Map.of("MIGRATIONS_DATABASE_ULR", "x")));
		assertThat(output).contains("MIGRATIONS_DATABASE_ULR").contains("Did you mean migrations.database-url?");
	}

	@Test
	void propertyThatStandsInTwoSourcesIsNamedOnce(CapturedOutput output) {
		report(new MapPropertySource("one", Map.of("migrations.taget", "x")),
				new MapPropertySource("other", Map.of("migrations.taget", "y")));
		assertThat(output).containsOnlyOnce("Did you mean migrations.target?");
	}

	private static void report(PropertySource<?>... sources) {
		StandardEnvironment environment = new StandardEnvironment();
		for (PropertySource<?> source : sources) {
			environment.getPropertySources().addFirst(source);
		}
		ConfigurationPropertySources.attach(environment);
		new UnknownProperties(environment).report();
	}

}
