package dev.limbeck.boot.autoconfigure;

import dev.limbeck.connection.ConnectionException;
import dev.limbeck.connection.DatabaseUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;

/**
 * What {@code spring.datasource.*} says about where the database is.
 */
final class SpringDatabase implements JdbcConnectionDetails {

	private static final ConfigurationPropertyName XA = ConfigurationPropertyName.of("spring.datasource.xa");

	private final Environment environment;

	private final DataSourceProperties properties;

	SpringDatabase(Environment environment, ClassLoader classLoader) {
		this.environment = environment;
		this.properties = Binder.get(environment).bindOrCreate("spring.datasource", DataSourceProperties.class);
		this.properties.setBeanClassLoader(classLoader);
	}

	/**
	 * Tell whether a URL is set, and check what a command can use of it.
	 * @return whether a URL is set
	 * @throws ConnectionException if a command cannot use what is set
	 */
	boolean isGiven() {
		requireNoBean("jndi-name", this.properties.getJndiName() != null, "a command has no JNDI to look it up in");
		requireNoBean("xa", isSet(XA), "what comes of it depends on beans, which a command does not make");
		String url = this.properties.getUrl();
		if (url == null) {
			return false;
		}
		ApplicationUrl.check(url);
		checkResolved("spring.datasource.username", this.properties.getUsername());
		checkResolved("spring.datasource.password", this.properties.getPassword());
		checkReadable(url);
		checkReadable(this.environment.getProperty("spring.datasource.hikari.jdbc-url"));
		return true;
	}

	private static void requireNoBean(String property, boolean set, String reason) {
		if (set) {
			throw new ConnectionException("The property spring.datasource." + property + " is set, and " + reason + ".",
					"Set migrations.datasource.url to the database to migrate, or "
							+ "migrations.command.context=application.");
		}
	}

	private boolean isSet(ConfigurationPropertyName name) {
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(this.environment)) {
			if (source.containsDescendantOf(name) == ConfigurationPropertyState.PRESENT) {
				return true;
			}
		}
		return false;
	}

	private static void checkResolved(String property, @Nullable String value) {
		if (value != null && !value.isBlank()) {
			DatabaseUrls.checkResolved(property, value);
		}
	}

	// PostgreSQL's own driver would quote a URL that it cannot parse, with its password
	private static void checkReadable(@Nullable String url) {
		if (url != null && url.startsWith("jdbc:postgresql:")) {
			DatabaseUrl.parse(url);
		}
	}

	@Override
	public String getJdbcUrl() {
		return String.valueOf(this.properties.determineUrl());
	}

	@Override
	public @Nullable String getUsername() {
		return this.properties.determineUsername();
	}

	@Override
	public @Nullable String getPassword() {
		return this.properties.determinePassword();
	}

	@Override
	public String getDriverClassName() {
		return this.properties.determineDriverClassName();
	}

}
