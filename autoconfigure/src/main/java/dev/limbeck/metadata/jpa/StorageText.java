package dev.limbeck.metadata.jpa;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads storage parameters.
 */
final class StorageText {

	private StorageText() {
	}

	/**
	 * Read parameters in parentheses.
	 * @param cursor where they are
	 * @return the values by their names
	 */
	static Map<String, String> read(SqlCursor cursor) {
		SqlCursor inside = new SqlCursor(cursor.group().inside());
		Map<String, String> parameters = new LinkedHashMap<>();
		while (inside.hasNext()) {
			String name = inside.name();
			while (inside.isAtSign(".")) {
				inside.next();
				name = name + "." + inside.name();
			}
			parameters.put(name, inside.isAtSign("=") ? value(inside) : "true");
			if (inside.hasNext() && !inside.isAtSign(",")) {
				throw inside.unreadable();
			}
			if (inside.hasNext()) {
				inside.next();
			}
		}
		return parameters;
	}

	private static String value(SqlCursor inside) {
		inside.next();
		String sign = inside.isAtSign("-") ? inside.next().text() : "";
		String value = inside.next().text();
		boolean quoted = value.startsWith("'") && value.endsWith("'");
		return sign + (quoted ? value.substring(1, value.length() - 1) : value);
	}

}
