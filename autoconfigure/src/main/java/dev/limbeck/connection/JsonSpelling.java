package dev.limbeck.connection;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A JSON object with the URL under one of the usual keys, or with the members that Amazon
 * RDS writes. Keys are compared without case, hyphens and underscores.
 */
final class JsonSpelling {

	private static final Set<String> URL_KEYS = Set.of("url", "uri", "connectionstring", "databaseurl", "jdbcurl",
			"connectionurl", "dburl");

	private static final Set<String> ENGINES = Set.of("postgres", "postgresql", "aurora-postgresql");

	private final Map<String, String> members = new HashMap<>();

	JsonSpelling(Map<String, ?> json) {
		json.forEach((key, value) -> {
			if (value != null) {
				this.members.put(key.toLowerCase(Locale.ROOT).replaceAll("[_-]", ""), text(value));
			}
		});
	}

	private static String text(Object value) {
		return (value instanceof Number number) ? new BigDecimal(number.toString()).toPlainString() : value.toString();
	}

	DatabaseUrl read() {
		String username = first("username", "user");
		String password = first("password");
		String[] urls = URL_KEYS.stream().map(this.members::get).filter((url) -> url != null).toArray(String[]::new);
		if (urls.length > 1) {
			throw DatabaseUrlException.notAUrl("the JSON object holds more than one URL");
		}
		if (urls.length == 1) {
			return DatabaseUrl.parse(urls[0]).as(username, password);
		}
		return new DatabaseUrl(url(), username, password);
	}

	private String url() {
		String engine = first("engine");
		if (engine != null && !ENGINES.contains(engine)) {
			throw DatabaseUrlException.notAUrl("the 'engine' of the JSON object is not postgres");
		}
		String host = first("host", "hostname");
		String database = first("dbname", "database", "db", "dbinstanceidentifier");
		if (host == null || database == null) {
			throw new DatabaseUrlException(
					"the JSON object has neither a URL nor " + ((host != null) ? "'dbname'" : "'host'"),
					"Give the object the members that Amazon RDS writes (engine, host, port, username, password, dbname), "
							+ "or the member 'url'.");
		}
		String port = first("port");
		Authority authority = Authority.parse((port != null) ? (host + ":" + port) : host);
		return JdbcSpelling.PREFIX + "//" + authority.jdbcHosts() + "/" + PercentEncoding.encode(database);
	}

	private @Nullable String first(String... keys) {
		for (String key : keys) {
			String value = this.members.get(key);
			if (value != null && !value.isEmpty()) {
				return value;
			}
		}
		return null;
	}

}
