package dev.limbeck.runtime;

import java.util.regex.Matcher;

import dev.limbeck.dialect.Dialect;

/**
 * SQL that has no placeholder, whatever it looks like.
 *
 * @since 0.1.0
 */
public final class PlaceholderText {

	private PlaceholderText() {
	}

	/**
	 * Return SQL of which nothing is replaced: what would be a placeholder stands for
	 * itself.
	 * @param sql the SQL
	 * @param dialect knows where placeholders are replaced
	 * @return the SQL for a file
	 */
	public static String escape(String sql, Dialect dialect) {
		if (!sql.contains("${")) {
			return sql;
		}
		StringBuilder text = new StringBuilder();
		int copied = 0;
		PlaceholderScan scan = new PlaceholderScan(sql, dialect.verbatim(sql));
		for (int dollar : scan.dollars()) {
			text.append(sql, copied, dollar).append('$');
			copied = dollar;
		}
		return text.append(sql, copied, sql.length()).toString();
	}

	/**
	 * Return whether a dollar sign begins a placeholder for which there is no escape. It
	 * is one if a value of that name is set.
	 * @param text a text
	 * @param offset where the character is
	 * @return whether it does
	 */
	public static boolean isUnescapable(String text, int offset) {
		if (text.charAt(offset) != '$') {
			return false;
		}
		Matcher matcher = PlaceholderScan.PLACEHOLDER.matcher(text).region(offset, text.length());
		return matcher.lookingAt() && matcher.start(1) == offset + 2
				&& !PlaceholderScan.NAME.matcher(matcher.group(1)).matches();
	}

}
