package dev.limbeck.boot.autoconfigure;

import java.util.List;
import java.util.Locale;

import dev.limbeck.connection.ConnectionException;

/**
 * Looks at the URL that the application gives its own {@code DataSource}.
 */
final class ApplicationUrl {

	private static final List<String> EMBEDDED = List.of("jdbc:h2:", "jdbc:hsqldb:", "jdbc:derby:");

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
		String embedded = EMBEDDED.stream().filter(url::startsWith).findFirst().orElse(null);
		if (embedded != null) {
			throw embedded(embedded);
		}
		if (!url.toLowerCase(Locale.ROOT).startsWith("jdbc:")) {
			throw new ConnectionException("The property spring.datasource.url does not hold a JDBC URL.",
					"Use migrations.database-url in its place, which takes every spelling of a PostgreSQL URL.");
		}
		int query = url.indexOf('?');
		String location = (query < 0) ? url : url.substring(0, query);
		if (url.startsWith("jdbc:postgresql://") && location.contains("@")) {
			throw new ConnectionException(
					"The property spring.datasource.url holds a user or a password where the JDBC driver reads none.",
					"Use migrations.database-url in its place, or set spring.datasource.username and "
							+ "spring.datasource.password.");
		}
	}

	static ConnectionException embedded(String database) {
		return new ConnectionException(
				"The application's DataSource is " + database
						+ " and not PostgreSQL. Spring Boot falls back to an embedded database if no URL is set.",
				"Set spring.datasource.url, migrations.database-url or migrations.secret.name.");
	}

}
