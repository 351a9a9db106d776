package dev.limbeck.boot.autoconfigure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;

/**
 * The application's database, and the user of the migrations.
 *
 * @param application where the database is
 * @param username who connects
 * @param password the password of that user, or {@code null} if none is needed
 */
record CredentialsDetails(JdbcConnectionDetails application, @Nullable String username,
		@Nullable String password) implements JdbcConnectionDetails {

	// Where a pool, too, can be told who connects, which goes before the details
	private static final List<String> USERS = List.of("hikari.username", "hikari.data-source-properties.user",
			"tomcat.username", "dbcp2.username", "oracleucp.user");

	private static final List<String> PASSWORDS = List.of("hikari.password", "hikari.data-source-properties.password",
			"tomcat.password", "dbcp2.password", "oracleucp.password");

	@Override
	public String getJdbcUrl() {
		return this.application.getJdbcUrl();
	}

	@Override
	public @Nullable String getUsername() {
		return this.username;
	}

	@Override
	public @Nullable String getPassword() {
		return this.password;
	}

	@Override
	public String getDriverClassName() {
		return this.application.getDriverClassName();
	}

	Map<String, Object> beforeThoseOfThePool(Environment environment) {
		Map<String, Object> properties = new HashMap<>();
		USERS.forEach((name) -> put(properties, name, this.username, environment));
		PASSWORDS.forEach((name) -> put(properties, name, this.password, environment));
		return properties;
	}

	private static void put(Map<String, Object> properties, String name, @Nullable String value,
			Environment environment) {
		String property = "spring.datasource." + name;
		if (environment.getProperty(property) != null) {
			properties.put(property, (value != null) ? value : "");
		}
	}

}
