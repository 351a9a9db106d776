package dev.limbeck.connection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * {@code postgresql://user:password@host:port/database?name=value}, as libpq and
 * SQLAlchemy read it.
 */
final class LibpqSpelling {

	/** What the parameters of the URL say about the location, by name. */
	private final Map<String, String> location = new HashMap<>();

	private final List<String> parameters = new ArrayList<>();

	private LibpqSpelling() {
	}

	static DatabaseUrl parse(String text) {
		return new LibpqSpelling().read(Authority.parse(text));
	}

	private DatabaseUrl read(Authority authority) {
		for (String parameter : authority.query().split("&", -1)) {
			if (!parameter.isEmpty()) {
				read(parameter);
			}
		}
		if (authority.database().contains("/") || authority.database().contains("@")) {
			throw DatabaseUrlException.toEncode("its database name holds a raw / or @");
		}
		String database = this.location.getOrDefault("dbname", PercentEncoding.decode(authority.database()));
		String remaining = this.parameters.isEmpty() ? "" : "?" + String.join("&", this.parameters);
		String hosts = locate(authority).jdbcHosts();
		String url = JdbcSpelling.PREFIX + "//" + hosts + "/" + PercentEncoding.encode(database) + remaining;
		return new DatabaseUrl(url, credential("user", authority.username()),
				credential("password", authority.password()));
	}

	private void read(String parameter) {
		int equals = parameter.indexOf('=');
		if (equals < 0) {
			throw DatabaseUrlException.toEncode("a parameter of it has no value");
		}
		String name = PercentEncoding.decode(parameter.substring(0, equals));
		String value = PercentEncoding.decode(parameter.substring(equals + 1));
		switch (name) {
			case "host", "port", "dbname", "user", "password" -> {
				if (this.location.put(name, value) != null) {
					throw DatabaseUrlException.notAUrl("its parameter '" + name + "' occurs twice");
				}
			}
			default -> this.parameters.addAll(LibpqParameter.translate(name, value));
		}
	}

	private Authority locate(Authority authority) {
		String host = this.location.get("host");
		String port = this.location.get("port");
		if (host == null && port == null) {
			return authority;
		}
		String hosts = (host != null) ? host : authority.hosts();
		if (hosts.startsWith("/")) {
			throw DatabaseUrlException.notAUrl("the JDBC driver cannot connect to a Unix domain socket");
		}
		if (port != null && (hosts.contains(",") || hosts.contains(":"))) {
			throw DatabaseUrlException.notAUrl("its parameter 'port' can go with one host without a port only");
		}
		return Authority.parse((port != null) ? (hosts + ":" + port) : hosts);
	}

	private @Nullable String credential(String name, @Nullable String encoded) {
		String value = this.location.get(name);
		if (value == null && encoded != null && !encoded.isEmpty()) {
			return PercentEncoding.decode(encoded);
		}
		return value;
	}

}
