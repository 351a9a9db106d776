package dev.limbeck.dialect.postgresql;

import java.util.HashMap;
import java.util.Map;

import dev.limbeck.dialect.NamingConvention;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.InvalidSchemaException;
import dev.limbeck.schema.ServerDefault;
import dev.limbeck.schema.SqlExpression;
import org.jspecify.annotations.Nullable;

/**
 * Tells defaults that are in the database already without asking the server: word for
 * word, or with nothing but the type of a literal behind it.
 */
final class KnownDefaults {

	private static final DdlContext CONTEXT = DdlContext.of(18, NamingConvention.standard());

	private final Map<ServerDefault, String> written = new HashMap<>();

	private final Map<String, String> typeNames = new HashMap<>();

	/**
	 * Return a default as the server prints it.
	 * @param wanted a column that is wanted
	 * @param actual the column in the database, if there is one
	 * @return the default of the latter if it is what is wanted, {@code null} if only the
	 * server can tell
	 */
	@Nullable String printed(Column wanted, @Nullable Column actual) {
		if (wanted.serverDefault() == null || actual == null
				|| !(actual.serverDefault() instanceof SqlExpression printed)) {
			return null;
		}
		String text = printed.sql();
		String sql = this.written.computeIfAbsent(wanted.serverDefault(), CONTEXT::serverDefault);
		return (text.equals(sql) || isTypedLiteral(text, sql, actual)) ? text : null;
	}

	private boolean isTypedLiteral(String printed, String written, Column column) {
		boolean literal = written.length() > 1 && written.startsWith("'")
				&& written.indexOf('\'', 1) == written.length() - 1;
		return literal && printed.startsWith(written + "::")
				&& column.type().name().equals(typeName(printed.substring(written.length() + 2)));
	}

	private String typeName(String text) {
		return this.typeNames.computeIfAbsent(text, (type) -> {
			try {
				return ColumnType.parse(type).name();
			}
			catch (InvalidSchemaException ex) {
				return "";
			}
		});
	}

}
