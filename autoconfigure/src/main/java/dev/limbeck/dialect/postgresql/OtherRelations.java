package dev.limbeck.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.limbeck.schema.QualifiedName;

/**
 * Finds what has the name of a table that the application has mapped, and is none.
 */
final class OtherRelations {

	private static final String QUERY = """
			SELECT n.nspname, c.relname, c.relkind
			FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
			WHERE n.nspname OPERATOR(pg_catalog.=) ANY (?::pg_catalog.text[])
				AND c.relkind OPERATOR(pg_catalog.=) ANY ('{v,m,f,S,c}'::pg_catalog."char"[])
			ORDER BY n.nspname, c.relname
			""";

	private OtherRelations() {
	}

	static Map<QualifiedName, String> read(CatalogReader reader) throws SQLException {
		Map<QualifiedName, String> found = new LinkedHashMap<>();
		reader.inSchemas(QUERY, (row) -> read(reader, row, found));
		return found;
	}

	private static boolean read(CatalogReader reader, ResultSet row, Map<QualifiedName, String> found)
			throws SQLException {
		QualifiedName name = reader.name(row, "nspname", "relname");
		if (reader.scope().isMapped(name)) {
			found.put(name, words(row.getString("relkind")));
		}
		return true;
	}

	private static String words(String kind) {
		return switch (kind) {
			case "v" -> "view";
			case "m" -> "materialized view";
			case "f" -> "foreign table";
			case "S" -> "sequence";
			default -> "composite type";
		};
	}

}
