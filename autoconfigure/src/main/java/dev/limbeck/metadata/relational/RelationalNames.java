package dev.limbeck.metadata.relational;

import java.util.List;
import java.util.Locale;

import dev.limbeck.schema.QualifiedName;

import org.springframework.data.relational.core.sql.IdentifierProcessing;
import org.springframework.data.relational.core.sql.SqlIdentifier;

/**
 * The names of objects as PostgreSQL understands what Spring Data JDBC sends.
 */
final class RelationalNames {

	private static final IdentifierProcessing PROCESSING = IdentifierProcessing
		.create(IdentifierProcessing.Quoting.ANSI, IdentifierProcessing.LetterCasing.LOWER_CASE);

	private RelationalNames() {
	}

	static String name(SqlIdentifier identifier) {
		String sql = identifier.toSql(PROCESSING);
		if (sql.length() > 1 && sql.startsWith("\"")) {
			return sql.substring(1, sql.length() - 1).replace("\"\"", "\"");
		}
		return sql.toLowerCase(Locale.ROOT);
	}

	static QualifiedName qualified(SqlIdentifier identifier) {
		List<String> parts = identifier.stream().map(RelationalNames::name).toList();
		String last = parts.get(parts.size() - 1);
		return QualifiedName.of((parts.size() > 1) ? parts.get(parts.size() - 2) : null, last);
	}

}
