package dev.limbeck.boot.autoconfigure;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import dev.limbeck.connection.ConnectionException;
import dev.limbeck.connection.DatabaseUrl;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;

/**
 * What the properties {@code migrations.*} say about where the database is. An
 * application that starts and a command that starts nothing both ask here.
 *
 * @param properties the properties
 * @param names returns the name under which a property was found
 * @param urls reads URLs and secrets
 * @param environment where the user of {@code spring.datasource.*} is
 */
record PropertiesDatabase(MigrationsProperties properties, UnaryOperator<String> names, DatabaseUrls urls,
		Environment environment) {

	static final String URL = "migrations.database-url";

	static final String SECRET = "migrations.secret.name";

	static final String OWN_URL = "migrations.datasource.url";

	static final String OWN_SECRET = "migrations.datasource.secret-name";

	static final String OWN_USERNAME = "migrations.datasource.username";

	private static final Log logger = HarmlessLog.of(PropertiesDatabase.class);

	/**
	 * Return the connection of the application, if it is given by these properties.
	 * @return the details
	 * @throws ConnectionException if they are not complete
	 */
	DatabaseUrlConnectionDetails application() {
		DatabaseUrl url = readApplicationUrl();
		if (this.environment.containsProperty("spring.datasource.url")) {
			logger.warn("spring.datasource.url is not used: migrations."
					+ ((databaseUrl() != null) ? "database-url" : "secret.name") + " is set.");
		}
		return new DatabaseUrlConnectionDetails(url, (secretName() != null) ? this::readApplicationUrl : null);
	}

	private DatabaseUrl readApplicationUrl() {
		DatabaseUrl url = find(URL, databaseUrl(), SECRET, secretName());
		if (url == null) {
			throw new ConnectionException("Neither migrations.database-url nor migrations.secret.name has a value.",
					"Set one of the two.");
		}
		if (url.username() != null) {
			return url;
		}
		Binder binder = Binder.get(this.environment);
		return url.as(binder.bind("spring.datasource.username", String.class).orElse(null),
				binder.bind("spring.datasource.password", String.class).orElse(null));
	}

	/**
	 * Return the connection that only the migrations use, if it is given.
	 * @param application finds where the application's database is, for own credentials
	 * without a URL
	 * @return the details
	 * @throws ConnectionException if they are not complete
	 */
	PropertiesMigrationsConnectionDetails own(Supplier<@Nullable DatabaseUrl> application) {
		DatabaseUrl url = readOwnUrl(application);
		return new PropertiesMigrationsConnectionDetails(url,
				(ownSecretName() != null) ? () -> readOwnUrl(application) : null);
	}

	private DatabaseUrl readOwnUrl(Supplier<@Nullable DatabaseUrl> application) {
		MigrationsProperties.Datasource own = this.properties.datasource();
		DatabaseUrl url = find(OWN_URL, ownUrl(), OWN_SECRET, ownSecretName());
		if (url == null) {
			url = application.get();
		}
		if (url == null) {
			throw new ConnectionException(
					"migrations.datasource.username is set, but the URL of the application's database is not known.",
					"Set migrations.datasource.url as well.");
		}
		return url.as(ownUsername(), own.password());
	}

	private @Nullable DatabaseUrl find(String urlProperty, @Nullable String url, String secretProperty,
			@Nullable String secretName) {
		return this.urls.find(this.names.apply(urlProperty), url, this.names.apply(secretProperty), secretName);
	}

	/**
	 * Tell whether the connection of the application is given by these properties.
	 * @return whether {@link #application()} may be called
	 */
	boolean isApplicationGiven() {
		return isApplicationAskedFor() && !isApplicationNearer();
	}

	private boolean isApplicationAskedFor() {
		return databaseUrl() != null || secretName() != null;
	}

	// An environment that a command names is the nearest
	private boolean isApplicationNearer() {
		return !isOfEnvironment(URL) && !isOfEnvironment(SECRET) && order().isApplicationNearer();
	}

	/**
	 * Tell whether the migrations have a connection of their own.
	 * @return whether {@link #own} may be called
	 */
	boolean isOwnGiven() {
		return isOwnAskedFor() && !isDatabaseOfTest();
	}

	/**
	 * Tell whether the migrations' own connection says where the database is, too.
	 * @return whether it does
	 */
	boolean isOwnUrlGiven() {
		return (ownUrl() != null || ownSecretName() != null) && !isDatabaseOfTest();
	}

	/**
	 * Tell whether a secret says where the database is.
	 * @return whether one has to be read
	 */
	boolean isSecretGiven() {
		return ownSecretName() != null || secretName() != null;
	}

	/**
	 * Return the details of a connection to the application's database as the user of the
	 * migrations.
	 * @param application where the application's database is
	 * @return the details
	 */
	CredentialsDetails credentials(JdbcConnectionDetails application) {
		MigrationsProperties.Datasource own = this.properties.datasource();
		String username = ownUsername();
		boolean sameUser = (username == null) || username.equals(application.getUsername());
		String password = (own.password() == null && sameUser) ? application.getPassword() : own.password();
		return new CredentialsDetails(application, username, password);
	}

	private boolean isOwnAskedFor() {
		return ownUrl() != null || ownSecretName() != null || ownUsername() != null;
	}

	private boolean isDatabaseOfTest() {
		return !isOfEnvironment(OWN_URL) && !isOfEnvironment(OWN_SECRET) && order().isDatabaseOfTest();
	}

	/**
	 * Tell in the log which properties are not used, though they name a database.
	 */
	void reportUnused() {
		if (isApplicationAskedFor() && isApplicationNearer()) {
			logger.info("migrations." + ((databaseUrl() != null) ? "database-url" : "secret.name")
					+ " is not used: the URL of Spring Boot is that of a container, or is set nearer.");
		}
		if (isOwnAskedFor() && isDatabaseOfTest()) {
			logger.info("migrations.datasource is not used: the URL of Spring Boot is that of a container, or a test "
					+ "sets it.");
		}
	}

	private boolean isOfEnvironment(String property) {
		return !this.names.apply(property).equals(property);
	}

	private DatabaseProperties order() {
		return new DatabaseProperties(this.environment);
	}

	private @Nullable String databaseUrl() {
		return set(URL, this.properties.databaseUrl());
	}

	private @Nullable String secretName() {
		return set(SECRET, this.properties.secret().name());
	}

	private @Nullable String ownUrl() {
		return set(OWN_URL, this.properties.datasource().url());
	}

	private @Nullable String ownUsername() {
		return set(OWN_USERNAME, this.properties.datasource().username());
	}

	private @Nullable String ownSecretName() {
		return set(OWN_SECRET, this.properties.datasource().secretName());
	}

	private @Nullable String set(String property, @Nullable String value) {
		boolean unset = value == null || (value.isBlank() && !order().isSet(this.names.apply(property)));
		return unset ? null : value;
	}

}
