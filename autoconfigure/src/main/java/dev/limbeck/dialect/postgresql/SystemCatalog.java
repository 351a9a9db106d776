package dev.limbeck.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import dev.limbeck.dialect.ObjectAddress.Kind;
import dev.limbeck.dialect.SystemNames;

/**
 * Finds which names the server has in its catalog, where it looks before it looks into
 * the search path.
 */
final class SystemCatalog {

	private static final String QUERY = """
			WITH n AS (SELECT pg_catalog.unnest(?::pg_catalog.text[])::pg_catalog.name AS name)
			SELECT DISTINCT q.kind, q.name FROM (
				SELECT 'RELATION' AS kind, c.relname AS name, c.relnamespace AS namespace FROM pg_catalog.pg_class c
				UNION ALL SELECT 'TYPE', t.typname, t.typnamespace FROM pg_catalog.pg_type t
				UNION ALL SELECT 'ROUTINE', p.proname, p.pronamespace FROM pg_catalog.pg_proc p) q
				JOIN n ON n.name OPERATOR(pg_catalog.=) q.name
			WHERE q.namespace OPERATOR(pg_catalog.=) 'pg_catalog'::pg_catalog.regnamespace
			""";

	private SystemCatalog() {
	}

	static SystemNames read(Connection connection, String defaultSchema, Set<String> asked) throws SQLException {
		Map<Kind, Set<String>> names = new EnumMap<>(Kind.class);
		try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
			statement.setArray(1, connection.createArrayOf("text", asked.toArray()));
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					names.computeIfAbsent(Kind.valueOf(row.getString("kind")), (kind) -> new HashSet<>())
						.add(row.getString("name"));
				}
			}
		}
		return new SystemNames(defaultSchema, names);
	}

}
