package dev.limbeck.connection;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the parameters of libpq, SQLAlchemy's drivers and R2DBC are called by the JDBC
 * driver. A parameter without a counterpart is refused: to drop it silently could mean an
 * unprotected connection. Only hints about keeping idle connections alive are dropped.
 */
final class LibpqParameter {

	private static final Set<String> SAME = Set.of("sslmode", "sslcert", "sslkey", "sslrootcert", "sslpassword",
			"options", "currentSchema", "ApplicationName", "connectTimeout", "socketTimeout", "loginTimeout",
			"tcpKeepAlive", "targetServerType", "prepareThreshold", "reWriteBatchedInserts", "channelBinding",
			"gssEncMode", "sslNegotiation", "requireAuth");

	private static final Map<String, String> RENAMED = Map.of("application_name", "ApplicationName",
			"fallback_application_name", "ApplicationName", "connect_timeout", "connectTimeout", "channel_binding",
			"channelBinding", "gssencmode", "gssEncMode", "sslnegotiation", "sslNegotiation", "require_auth",
			"requireAuth", "krbsrvname", "kerberosServerName");

	private static final Set<String> HINTS = Set.of("keepalives_idle", "keepalives_interval", "keepalives_count",
			"tcp_user_timeout");

	private static final Map<String, String> SERVER_TYPES = Map.of("any", "any", "primary", "primary", "read-write",
			"primary", "standby", "secondary", "read-only", "secondary", "prefer-standby", "preferSecondary");

	private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,40}");

	private LibpqParameter() {
	}

	/**
	 * Translate a parameter.
	 * @param name the name in the URL
	 * @param value the value, decoded
	 * @return the parameters of the JDBC URL, encoded; none if it is a mere hint
	 */
	static List<String> translate(String name, String value) {
		if (SAME.contains(name)) {
			return List.of(parameter(name, value));
		}
		if (RENAMED.containsKey(name)) {
			return List.of(parameter(RENAMED.getOrDefault(name, name), value));
		}
		if (HINTS.contains(name)) {
			return List.of();
		}
		return switch (name) {
			case "ssl" -> List.of(parameter("sslmode", sslmode(value)));
			case "target_session_attrs" -> List.of(parameter("targetServerType", known(name, value, SERVER_TYPES)));
			case "keepalives" ->
				List.of(parameter("tcpKeepAlive", known(name, value, Map.of("0", "false", "1", "true"))));
			case "load_balance_hosts" -> List
				.of(parameter("loadBalanceHosts", known(name, value, Map.of("disable", "false", "random", "true"))));
			case "client_encoding" -> {
				known(name, value.toLowerCase(Locale.ROOT).replace("-", ""), Map.of("utf8", "", "auto", ""));
				yield List.of();
			}
			default -> throw unknown(name);
		};
	}

	static String parameter(String name, String value) {
		return name + "=" + PercentEncoding.encode(value);
	}

	// What libpq, asyncpg and Heroku mean by ssl=.
	private static String sslmode(String value) {
		Map<String, String> modes = new HashMap<>(Map.of("true", "require"));
		Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full")
			.forEach((mode) -> modes.put(mode, mode));
		return known("ssl", value, modes);
	}

	private static String known(String name, String value, Map<String, String> values) {
		String result = values.get(value);
		if (result == null) {
			throw DatabaseUrlException
				.notAUrl("its parameter '" + name + "' has a value without a counterpart in JDBC");
		}
		return result;
	}

	private static DatabaseUrlException unknown(String name) {
		String quoted = NAME.matcher(name).matches() ? ("'" + name + "'") : "a parameter";
		return new DatabaseUrlException(quoted + " in it has no counterpart in JDBC",
				"Remove the parameter, or write the URL as jdbc:postgresql://host:5432/database with the parameters "
						+ "of the JDBC driver.");
	}

}
