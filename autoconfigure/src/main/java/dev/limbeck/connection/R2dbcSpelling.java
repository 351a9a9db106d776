package dev.limbeck.connection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The options of the R2DBC driver for PostgreSQL. Those that say where the database is,
 * how the connection is protected and which schema is meant are translated; how the
 * driver and its pool work does not matter here.
 */
final class R2dbcSpelling {

	private static final Map<String, String> RENAMED = Map.of("schema", "currentSchema", "currentSchema",
			"currentSchema", "applicationName", "ApplicationName", "sslCert", "sslcert", "sslKey", "sslkey",
			"sslRootCert", "sslrootcert", "sslPassword", "sslpassword");

	private static final Map<String, String> SERVER_TYPES = Map.of("any", "any", "primary", "primary", "master",
			"primary", "secondary", "secondary", "prefersecondary", "preferSecondary", "preferprimary",
			"preferPrimary");

	private final Function<String, @Nullable Object> options;

	R2dbcSpelling(Function<String, @Nullable Object> options) {
		this.options = options;
	}

	static DatabaseUrl parse(String text, boolean ssl) {
		Authority authority = Authority.parse(text);
		Map<String, Object> options = new HashMap<>();
		for (String parameter : authority.query().split("&", -1)) {
			int equals = parameter.indexOf('=');
			if (equals > 0) {
				options.put(parameter.substring(0, equals), PercentEncoding.decode(parameter.substring(equals + 1)));
			}
		}
		put(options, "user", authority.username());
		put(options, "password", authority.password());
		put(options, "database", authority.database());
		options.put("host", authority.hosts());
		if (ssl) {
			options.put("ssl", "true");
		}
		return new R2dbcSpelling(options::get).read();
	}

	private static void put(Map<String, Object> options, String name, @Nullable String encoded) {
		if (encoded != null && !encoded.isEmpty()) {
			options.put(name, PercentEncoding.decode(encoded));
		}
	}

	DatabaseUrl read() {
		if (text("socket") != null) {
			throw DatabaseUrlException.notAUrl("the JDBC driver cannot connect to a Unix domain socket");
		}
		List<String> parameters = new ArrayList<>();
		String sslmode = sslmode();
		if (sslmode != null) {
			parameters.add(LibpqParameter.parameter("sslmode", sslmode));
		}
		RENAMED.forEach((name, jdbcName) -> {
			String value = text(name);
			if (value != null && !(name.equals("currentSchema") && text("schema") != null)) {
				parameters.add(LibpqParameter.parameter(jdbcName, value));
			}
		});
		String options = serverOptions();
		if (!options.isEmpty()) {
			parameters.add(LibpqParameter.parameter("options", options));
		}
		String serverType = serverType();
		if (serverType != null) {
			parameters.add(LibpqParameter.parameter("targetServerType", serverType));
		}
		String query = parameters.isEmpty() ? "" : "?" + String.join("&", parameters.stream().sorted().toList());
		String database = text("database");
		String url = JdbcSpelling.PREFIX + "//" + hosts() + "/"
				+ PercentEncoding.encode((database != null) ? database : "") + query;
		return new DatabaseUrl(url, text("user"), text("password"));
	}

	private String hosts() {
		String host = text("host");
		String port = text("port");
		String name = (host != null) ? host : "";
		boolean bare = name.contains(":") && !name.contains("[") && name.indexOf(':') != name.lastIndexOf(':')
				&& !name.contains(",");
		String hosts = bare ? ("[" + name + "]") : name;
		return Authority.parse((port != null) ? (hosts + ":" + port) : hosts).jdbcHosts();
	}

	private @Nullable String sslmode() {
		String mode = text("sslMode");
		if (mode == null) {
			return "true".equals(text("ssl")) ? "verify-full" : null;
		}
		String name = mode.toLowerCase(Locale.ROOT).replace('_', '-');
		return switch (name) {
			case "disable", "allow", "prefer", "require", "verify-ca", "verify-full" -> name;
			default -> throw DatabaseUrlException
				.notAUrl("the R2DBC option 'sslMode' has a value without a counterpart in JDBC");
		};
	}

	// A map, or name=value;name=value
	private String serverOptions() {
		Object value = this.options.apply("options");
		if (value == null) {
			return "";
		}
		Map<String, String> settings = new TreeMap<>();
		if (value instanceof Map<?, ?> map) {
			map.forEach((name, setting) -> settings.put(String.valueOf(name), String.valueOf(setting)));
		}
		else {
			for (String setting : value.toString().split(";", -1)) {
				int equals = setting.indexOf('=');
				if (equals > 0) {
					settings.put(setting.substring(0, equals).strip(), setting.substring(equals + 1).strip());
				}
			}
		}
		StringBuilder options = new StringBuilder();
		settings.forEach((name, setting) -> options.append(options.isEmpty() ? "" : " ")
			.append("-c ")
			.append(escape(name + "=" + setting)));
		return options.toString();
	}

	private static String escape(String option) {
		return option.replace("\\", "\\\\").replace(" ", "\\ ");
	}

	private @Nullable String serverType() {
		String type = text("targetServerType");
		if (type == null) {
			return null;
		}
		String name = SERVER_TYPES.get(type.toLowerCase(Locale.ROOT).replaceAll("[-_]", ""));
		if (name == null) {
			throw DatabaseUrlException
				.notAUrl("the R2DBC option 'targetServerType' has a value without a counterpart in JDBC");
		}
		return name;
	}

	private @Nullable String text(String name) {
		Object value = this.options.apply(name);
		return (value != null) ? value.toString() : null;
	}

}
