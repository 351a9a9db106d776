package dev.limbeck.boot.autoconfigure;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;

/**
 * Decides which of the properties that name a database count. Values are looked at before
 * their placeholders are replaced: Spring quotes one that it cannot replace.
 *
 * @param environment where the properties are
 */
record DatabaseProperties(Environment environment) {

	private static final String CONTAINER = "jdbc:tc:";

	private static final String APPLICATION = "spring.datasource.url";

	private static final String REACTIVE = "spring.r2dbc.url";

	private static final String[] GIVEN = { PropertiesDatabase.URL, PropertiesDatabase.SECRET };

	private static final String[] OWN = { PropertiesDatabase.OWN_URL, PropertiesDatabase.OWN_SECRET };

	// Of @SpringBootTest(properties) and @DynamicPropertySource
	private static final Set<String> TEST_SOURCES = Set.of("Inlined Test Properties", "Dynamic Test Properties");

	/**
	 * Tell whether a property is set. One that is written as empty is not.
	 * @param name the name of the property
	 * @return whether it has a value, or refers to one
	 */
	boolean isSet(String name) {
		return find(name) != null;
	}

	/**
	 * Tell whether what Spring Boot is told about the application's database counts more
	 * than {@code migrations.database-url} and {@code migrations.secret.name}: it stands
	 * in a source of properties that is nearer, or names a container.
	 * @return whether the URL of Spring Boot is the one to use
	 */
	boolean isApplicationNearer() {
		Found given = nearest(GIVEN);
		if (given == null) {
			return false;
		}
		Found application = find(APPLICATION);
		Found reactive = find(REACTIVE);
		return (application != null && (application.isNearerThan(given) || application.isContainerBeside(given)))
				|| (reactive != null && reactive.isOfTest() && reactive.isNearerThan(given));
	}

	/**
	 * Tell whether a test names the database, and the connection that only the migrations
	 * use was meant for another one.
	 * @return whether the migrations have to do without a connection of their own
	 */
	boolean isDatabaseOfTest() {
		Found application = find(APPLICATION);
		if (application == null || !(application.isContainer() || application.isOfTest())) {
			return false;
		}
		Found own = nearest(OWN);
		return (own != null) ? !own.isContainer() && !own.isOfTest() : application.isContainer();
	}

	private @Nullable Found nearest(String... names) {
		Found nearest = null;
		for (String name : names) {
			Found found = find(name);
			if (found != null && (nearest == null || found.isNearerThan(nearest))) {
				nearest = found;
			}
		}
		return nearest;
	}

	private @Nullable Found find(String property) {
		ConfigurationPropertySources.attach(this.environment);
		ConfigurationPropertyName name = ConfigurationPropertyName.of(property);
		int position = 0;
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(this.environment)) {
			ConfigurationProperty found = source.getConfigurationProperty(name);
			if (found != null) {
				String value = String.valueOf(found.getValue());
				return isEmpty(value) ? null : new Found(value, position, isOfTest(source));
			}
			position++;
		}
		return null;
	}

	// An empty value unsets; one that a variable lacks does not, unless ${NAME:} allows
	// it
	private boolean isEmpty(String value) {
		return value.isBlank() || (value.endsWith(":}") && this.environment.resolvePlaceholders(value).isBlank());
	}

	private static boolean isOfTest(ConfigurationPropertySource source) {
		return source.getUnderlyingSource() instanceof PropertySource<?> underlying
				&& TEST_SOURCES.contains(underlying.getName());
	}

	/**
	 * A property.
	 *
	 * @param value its value, with placeholders
	 * @param position the position of its source; the nearest is the first
	 * @param isOfTest whether a test sets it
	 */
	private record Found(String value, int position, boolean isOfTest) {

		boolean isContainer() {
			return this.value.startsWith(CONTAINER);
		}

		boolean isContainerBeside(Found other) {
			return isContainer() && !other.isContainer();
		}

		boolean isNearerThan(Found other) {
			return this.position < other.position;
		}

	}

}
