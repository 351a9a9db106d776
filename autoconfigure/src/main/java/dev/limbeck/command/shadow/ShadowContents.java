package dev.limbeck.command.shadow;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import org.jspecify.annotations.Nullable;

/**
 * What is in a shadow database. Schemas that are empty and extensions with what belongs
 * to them do not count: whoever owns the database has put them there.
 *
 * @param connection a connection to the database, in autocommit mode
 */
record ShadowContents(Connection connection) {

	private static final String OBJECTS = """
			WITH objects (classid, objid, namespace) AS (
				SELECT 'pg_class'::regclass, oid, relnamespace FROM pg_class
					WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
				UNION ALL SELECT 'pg_proc'::regclass, oid, pronamespace FROM pg_proc
				UNION ALL SELECT 'pg_type'::regclass, t.oid, t.typnamespace FROM pg_type t
					LEFT JOIN pg_class c ON c.oid = t.typrelid
					WHERE t.typcategory <> 'A' AND coalesce(c.relkind, 'c') = 'c'
				UNION ALL SELECT 'pg_operator'::regclass, oid, oprnamespace FROM pg_operator
				UNION ALL SELECT 'pg_opclass'::regclass, oid, opcnamespace FROM pg_opclass
				UNION ALL SELECT 'pg_opfamily'::regclass, oid, opfnamespace FROM pg_opfamily
				UNION ALL SELECT 'pg_collation'::regclass, oid, collnamespace FROM pg_collation
				UNION ALL SELECT 'pg_conversion'::regclass, oid, connamespace FROM pg_conversion
				UNION ALL SELECT 'pg_ts_config'::regclass, oid, cfgnamespace FROM pg_ts_config
				UNION ALL SELECT 'pg_ts_dict'::regclass, oid, dictnamespace FROM pg_ts_dict
				UNION ALL SELECT 'pg_event_trigger'::regclass, oid, NULL FROM pg_event_trigger
				UNION ALL SELECT 'pg_publication'::regclass, oid, NULL FROM pg_publication
				UNION ALL SELECT 'pg_foreign_server'::regclass, oid, NULL FROM pg_foreign_server
				UNION ALL SELECT 'pg_foreign_data_wrapper'::regclass, oid, NULL FROM pg_foreign_data_wrapper
			)
			SELECT i.type, i.identity, o.objid::text
			FROM objects o LEFT JOIN pg_namespace n ON n.oid = o.namespace
				CROSS JOIN LATERAL pg_identify_object(o.classid, o.objid, 0) i
			WHERE (n.nspname IS NULL OR (n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'))
				AND NOT EXISTS (SELECT FROM pg_depend d
					WHERE d.classid = o.classid AND d.objid = o.objid AND d.objsubid = 0 AND d.deptype IN ('e', 'i'))
			ORDER BY i.type <> 'event trigger', i.type <> 'publication', i.type <> 'table', 1, 2""";

	private static final String SCHEMAS = """
			SELECT nspname, n.oid::text FROM pg_namespace n WHERE nspname NOT LIKE 'pg\\_%'
				AND nspname <> 'information_schema' AND NOT EXISTS (SELECT FROM pg_depend d
					WHERE d.classid = 'pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e')""";

	private static final String EXTENSIONS = "SELECT extname, oid::text FROM pg_extension";

	List<String> objects() throws SQLException {
		return query(OBJECTS).stream().map((object) -> object.get(0) + " " + object.get(1)).toList();
	}

	/**
	 * Return what is there and does not stay.
	 * @param mark tells what stays
	 * @return names by the number that the server has given to each
	 * @throws SQLException if the database cannot be asked
	 */
	Map<String, String> droppable(ShadowMark mark) throws SQLException {
		Map<String, String> names = new LinkedHashMap<>();
		for (List<@Nullable String> object : query(OBJECTS)) {
			names.put(String.valueOf(object.get(2)), object.get(0) + " " + object.get(1));
		}
		putMissing(names, "schema ", SCHEMAS, mark.schemas());
		putMissing(names, "extension ", EXTENSIONS, mark.extensions());
		return names;
	}

	private void putMissing(Map<String, String> names, String type, String query, Set<String> kept)
			throws SQLException {
		for (List<@Nullable String> row : query(query)) {
			String name = String.valueOf(row.get(0));
			if (!kept.contains(name)) {
				names.put(String.valueOf(row.get(1)), type + name);
			}
		}
	}

	/**
	 * Drop everything but what stays.
	 * @param mark tells what stays
	 * @throws SQLException if something cannot be dropped
	 */
	void empty(ShadowMark mark) throws SQLException {
		dropMissing("SCHEMA", SCHEMAS, mark.schemas());
		for (List<@Nullable String> object : query(OBJECTS)) {
			drop(keyword(String.valueOf(object.get(0))), String.valueOf(object.get(1)));
		}
		dropMissing("EXTENSION", EXTENSIONS, mark.extensions());
		for (String schema : mark.schemas()) {
			execute("CREATE SCHEMA IF NOT EXISTS " + new PostgresqlDialect().quote(schema));
		}
	}

	private void dropMissing(String keyword, String query, Set<String> kept) throws SQLException {
		for (List<@Nullable String> row : query(query)) {
			String name = String.valueOf(row.get(0));
			if (!kept.contains(name)) {
				drop(keyword, new PostgresqlDialect().quote(name));
			}
		}
	}

	private static String keyword(String type) {
		return switch (type) {
			case "statistics object" -> "STATISTICS";
			case "foreign-data wrapper" -> "FOREIGN DATA WRAPPER";
			default -> type.toUpperCase(Locale.ROOT);
		};
	}

	private void drop(String keyword, String identity) throws SQLException {
		execute("DROP " + keyword + " IF EXISTS " + identity + " CASCADE");
	}

	private void execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private List<List<@Nullable String>> query(String sql) throws SQLException {
		return new PostgresqlDialect().askCatalog(this.connection, sql);
	}

}
