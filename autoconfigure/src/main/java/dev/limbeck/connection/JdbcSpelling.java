package dev.limbeck.connection;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * {@code jdbc:postgresql://host:port/database?name=value}: left as it is, but for the
 * credentials, which are moved out.
 */
final class JdbcSpelling {

	static final String PREFIX = "jdbc:postgresql:";

	private @Nullable String username;

	private @Nullable String password;

	private final List<String> parameters = new ArrayList<>();

	private JdbcSpelling() {
	}

	static DatabaseUrl parse(String url) {
		String rest = url.substring(PREFIX.length());
		return new JdbcSpelling().read(rest);
	}

	private DatabaseUrl read(String rest) {
		if (rest.startsWith("//")) {
			Authority authority = Authority.parse(rest.substring(2));
			this.username = decode(authority.username());
			this.password = decode(authority.password());
			if (authority.database().contains("@")) {
				throw DatabaseUrlException.toEncode("its database name holds a raw @");
			}
			return read("//" + authority.hosts() + "/" + authority.database(), authority.query());
		}
		int question = rest.indexOf('?');
		String location = (question < 0) ? rest : rest.substring(0, question);
		if (location.contains("@")) {
			throw DatabaseUrlException.notAUrl("the two slashes before the host are missing");
		}
		return read(location, (question < 0) ? "" : rest.substring(question + 1));
	}

	private DatabaseUrl read(String location, String query) {
		for (String parameter : query.split("&", -1)) {
			if (!parameter.isEmpty()) {
				readParameter(parameter);
			}
		}
		String remaining = this.parameters.isEmpty() ? "" : "?" + String.join("&", this.parameters);
		return new DatabaseUrl(PREFIX + location + remaining, this.username, this.password);
	}

	private void readParameter(String parameter) {
		int equals = parameter.indexOf('=');
		if (equals < 0) {
			throw DatabaseUrlException.toEncode("a parameter of the JDBC URL has no value");
		}
		String name = parameter.substring(0, equals);
		if (name.equals("user")) {
			this.username = PercentEncoding.decodeForm(parameter.substring(equals + 1));
		}
		else if (name.equals("password")) {
			this.password = PercentEncoding.decodeForm(parameter.substring(equals + 1));
		}
		else {
			this.parameters.add(parameter);
		}
	}

	private static @Nullable String decode(@Nullable String text) {
		return (text != null) ? PercentEncoding.decode(text) : null;
	}

}
