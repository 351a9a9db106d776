package dev.limbeck.dialect.postgresql;

/**
 * A text as a constant of SQL. What an editor or a terminal would not show, or would
 * obey, is escaped, so that who reads a script reads what it says.
 */
final class SqlLiteral {

	private SqlLiteral() {
	}

	static String of(String value) {
		if (value.indexOf('\0') >= 0) {
			throw new IllegalArgumentException("A text of PostgreSQL has no NUL character");
		}
		String quoted = value.replace("'", "''");
		return quoted.codePoints().noneMatch(SqlLiteral::isInvisible) ? "'" + quoted + "'"
				: "E'" + escape(quoted) + "'";
	}

	private static String escape(String quoted) {
		StringBuilder escaped = new StringBuilder();
		quoted.codePoints().forEach((codePoint) -> {
			if (codePoint == '\\') {
				escaped.append("\\\\");
			}
			else if (isInvisible(codePoint)) {
				escaped.append((codePoint <= 0xFFFF) ? "\\u%04X".formatted(codePoint) : "\\U%08X".formatted(codePoint));
			}
			else {
				escaped.appendCodePoint(codePoint);
			}
		});
		return escaped.toString();
	}

	private static boolean isInvisible(int codePoint) {
		return switch (Character.getType(codePoint)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
			default -> false;
		};
	}

}
