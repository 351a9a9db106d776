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
				put(key, text(value));
			}
		});
	}

	private void put(String key, String value) {
		String before = this.members.put(key.toLowerCase(Locale.ROOT).replaceAll("[_-]", ""), value);
		if (before != null && !before.equals(value)) {
			throw twice(key);
		}
	}

	/**
	 * Say that a member is there twice, so that it is not known which one counts.
	 * @param key its key
	 * @return the exception
	 */
	static DatabaseUrlException twice(String key) {
		return new DatabaseUrlException("the JSON object holds the member '" + abbreviate(key) + "' twice",
				"Remove one of the two: it is not known which one is meant.");
	}

	private static String text(Object value) {
		return (value instanceof Number number) ? new BigDecimal(number.toString()).toPlainString() : value.toString();
	}

	DatabaseUrl read() {
		requireEngine();
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

	private void requireEngine() {
		String engine = first("engine");
		if (engine != null && !ENGINES.contains(engine)) {
			throw new DatabaseUrlException(
					"the 'engine' of the JSON object is '" + abbreviate(engine) + "', and Limbeck migrates PostgreSQL",
					"See that this is the secret of a PostgreSQL database. Its engine is postgres or aurora-postgresql.");
		}
	}

	private String url() {
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

	private static String abbreviate(String text) {
		return (text.length() > 40) ? text.substring(0, 40) + "…" : text;
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
