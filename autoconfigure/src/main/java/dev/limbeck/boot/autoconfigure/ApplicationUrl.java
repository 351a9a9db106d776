package dev.limbeck.boot.autoconfigure;

import java.util.Locale;
import java.util.StringJoiner;

import dev.limbeck.connection.ConnectionException;
import dev.limbeck.connection.DatabaseUrl;
import dev.limbeck.connection.DatabaseUrlException;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the URL that the application gives its own {@code DataSource}.
 */
final class ApplicationUrl {

	private static final String[] EMBEDDED = { "jdbc:h2:", "jdbc:hsqldb:", "jdbc:derby:" };

	private static final String[] MISSPELLED = { "jdbc:postgres:", "jdbc:pgsql:", "jdbc:pg:" };

	/** Drivers that hand the rest to PostgreSQL's. */
	private static final String[] WRAPPERS = { "jdbc:p6spy:", "jdbc:otel:", "jdbc:aws-wrapper:" };

	private ApplicationUrl() {
	}

	/**
	 * Check that a URL leads to PostgreSQL, before the driver sees it, which quotes a URL
	 * that it cannot parse.
	 * @param url the value of {@code spring.datasource.url}
	 * @throws ConnectionException if it does not
	 */
	static void check(String url) {
		DatabaseUrls.checkResolved("spring.datasource.url", url);
		String embedded = prefix(url, EMBEDDED);
		if (embedded != null) {
			throw embedded(embedded);
		}
		if (!url.toLowerCase(Locale.ROOT).startsWith("jdbc:")) {
			throw new ConnectionException("The property spring.datasource.url does not hold a JDBC URL.",
					"Use migrations.database-url in its place, which takes every spelling of a PostgreSQL URL.");
		}
		String misspelled = prefix(url, MISSPELLED);
		if (misspelled != null) {
			throw new ConnectionException(
					"The property spring.datasource.url starts with '" + misspelled
							+ "', which PostgreSQL's driver does not know.",
					"Write jdbc:postgresql://host:5432/database, or use migrations.database-url in its place, which "
							+ "takes every spelling of a PostgreSQL URL.");
		}
		String wrapper = prefix(url, WRAPPERS);
		String unwrapped = (wrapper != null) ? "jdbc:" + url.substring(wrapper.length()) : url;
		if (unwrapped.startsWith("jdbc:postgresql:")) {
			checkPostgresql(unwrapped);
		}
	}

	private static @Nullable String prefix(String url, String[] prefixes) {
		for (String prefix : prefixes) {
			if (url.startsWith(prefix)) {
				return prefix;
			}
		}
		return null;
	}

	// What is behind the question mark may have a form that only the driver knows
	private static void checkPostgresql(String url) {
		int query = url.indexOf('?');
		String location = (query < 0) ? url : url.substring(0, query);
		StringJoiner values = new StringJoiner("&");
		for (String parameter : url.substring(location.length()).replace('?', '&').split("&", -1)) {
			if (parameter.contains("=")) {
				values.add(parameter);
			}
		}
		if (location.contains("@")) {
			throw new ConnectionException(
					"The property spring.datasource.url holds a user or a password where the JDBC driver reads none.",
					"Use migrations.database-url in its place, or set spring.datasource.username and "
							+ "spring.datasource.password.");
		}
		try {
			DatabaseUrl.parse(location + "?" + values);
		}
		catch (DatabaseUrlException ex) {
			throw ex.from("the property spring.datasource.url");
		}
	}

	static ConnectionException embedded(String database) {
		return new ConnectionException(
				"The application's DataSource is " + database
						+ " and not PostgreSQL. Spring Boot falls back to an embedded database if no URL is set.",
				"Set spring.datasource.url, migrations.database-url or migrations.secret.name.");
	}

}
