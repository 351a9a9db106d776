package dev.limbeck.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What stands between the two slashes of a URL and its parameters:
 * {@code user:password@host:port,host:port/database}. Credentials with raw special
 * characters are understood where they can be understood in one way only, and refused
 * otherwise.
 *
 * @param username the user, still encoded
 * @param password the password, still encoded
 * @param hosts the hosts with their ports, as written
 * @param database the database, still encoded; empty if there is none
 * @param query the parameters, without the question mark; empty if there are none
 */
record Authority(@Nullable String username, @Nullable String password, String hosts, String database, String query) {

	private static final String ADDRESS = "\\[[0-9A-Fa-f:.]+(%[A-Za-z0-9._-]+)?]";

	private static final String HOSTS = "([A-Za-z0-9._-]*|\\[[^]]*])(:[0-9]{0,5})?"
			+ "(,([A-Za-z0-9._-]*|\\[[^]]*])(:[0-9]{0,5})?)*";

	static Authority parse(String text) {
		int at = endOfCredentials(text);
		String rest = text.substring(at + 1);
		int question = rest.indexOf('?');
		String query = (question < 0) ? "" : rest.substring(question + 1);
		String location = (question < 0) ? rest : rest.substring(0, question);
		int slash = location.indexOf('/');
		String hosts = (slash < 0) ? location : location.substring(0, slash);
		String database = (slash < 0) ? "" : location.substring(slash + 1);
		checkHosts(hosts);
		if (at < 0) {
			return new Authority(null, null, hosts, database, query);
		}
		String credentials = text.substring(0, at);
		int colon = credentials.indexOf(':');
		String username = (colon < 0) ? credentials : credentials.substring(0, colon);
		if (username.contains("?") || username.contains("/")) {
			throw DatabaseUrlException.toEncode("its user name holds a raw ? or /");
		}
		return new Authority(username, (colon < 0) ? null : credentials.substring(colon + 1), hosts, database, query);
	}

	/**
	 * Find the at sign that ends the credentials. It stands before the first slash; only
	 * if nothing before that slash can be a host may the password hold the slash.
	 */
	private static int endOfCredentials(String text) {
		int slash = text.indexOf('/');
		String first = (slash < 0) ? text : text.substring(0, slash);
		int question = text.indexOf('?', Math.max(slash, 0));
		int lastAt = text.lastIndexOf('@', (question < 0) ? text.length() : question);
		int at = first.lastIndexOf('@');
		if (at >= 0) {
			if (lastAt > slash && slash >= 0) {
				throw DatabaseUrlException.toEncode("it holds more than one raw @");
			}
			return at;
		}
		if (first.contains("?") || lastAt < 0) {
			return -1;
		}
		if (first.matches(HOSTS)) {
			throw DatabaseUrlException.toEncode("it holds a raw @ after a raw /");
		}
		return lastAt;
	}

	private static void checkHosts(String hosts) {
		for (String host : hosts.split(",", -1)) {
			int end = host.startsWith("[") ? host.indexOf(']') + 1 : host.indexOf(':');
			String name = (end > 0) ? host.substring(0, end) : ((end == 0) ? "" : host);
			String port = (end < 0) ? "" : host.substring(end);
			if (name.toLowerCase(Locale.ROOT).startsWith("%2f")) {
				throw DatabaseUrlException.notAUrl("the JDBC driver cannot connect to a Unix domain socket");
			}
			if (!isName(name) && !name.matches(ADDRESS)) {
				throw DatabaseUrlException.toEncode("a host in it holds characters that a host cannot have");
			}
			if (!port.isEmpty() && !port.equals(":") && !isPort(port.substring(1))) {
				throw DatabaseUrlException.toEncode("a port in it is not a number from 1 to 65535");
			}
		}
	}

	private static boolean isPort(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (!isDigit(text.charAt(i))) {
				return false;
			}
		}
		return text.length() <= 5 && Integer.parseInt(text) > 0 && Integer.parseInt(text) <= 65535;
	}

	// Most hosts are names, and a start is to be fast: it compiles no pattern
	private static boolean isName(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
			if (!letter && !isDigit(c) && c != '.' && c != '_' && c != '-') {
				return false;
			}
		}
		return true;
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	/**
	 * Return the hosts as the JDBC driver wants them.
	 */
	String jdbcHosts() {
		List<String> result = new ArrayList<>();
		for (String host : this.hosts.split(",", -1)) {
			String complete = (host.isEmpty() || host.startsWith(":")) ? "localhost" + host : host;
			result.add(complete.endsWith(":") ? complete.substring(0, complete.length() - 1) : complete);
		}
		return String.join(",", result);
	}

}
