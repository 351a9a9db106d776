package dev.limbeck.autogenerate.shadow;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
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
			WITH objects (classid, objid, namespace, owner) AS (
				SELECT 'pg_class'::regclass, oid, relnamespace, relowner FROM pg_class
					WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
				UNION ALL SELECT 'pg_proc'::regclass, oid, pronamespace, proowner FROM pg_proc
				UNION ALL SELECT 'pg_type'::regclass, t.oid, t.typnamespace, t.typowner FROM pg_type t
					LEFT JOIN pg_class c ON c.oid = t.typrelid
					WHERE t.typcategory <> 'A' AND coalesce(c.relkind, 'c') = 'c'
				UNION ALL SELECT 'pg_operator'::regclass, oid, oprnamespace, oprowner FROM pg_operator
				UNION ALL SELECT 'pg_opclass'::regclass, oid, opcnamespace, opcowner FROM pg_opclass
				UNION ALL SELECT 'pg_opfamily'::regclass, oid, opfnamespace, opfowner FROM pg_opfamily
				UNION ALL SELECT 'pg_collation'::regclass, oid, collnamespace, collowner FROM pg_collation
				UNION ALL SELECT 'pg_conversion'::regclass, oid, connamespace, conowner FROM pg_conversion
				UNION ALL SELECT 'pg_ts_config'::regclass, oid, cfgnamespace, cfgowner FROM pg_ts_config
				UNION ALL SELECT 'pg_ts_dict'::regclass, oid, dictnamespace, dictowner FROM pg_ts_dict
				UNION ALL SELECT 'pg_event_trigger'::regclass, oid, NULL, evtowner FROM pg_event_trigger
				UNION ALL SELECT 'pg_publication'::regclass, oid, NULL, pubowner FROM pg_publication
				UNION ALL SELECT 'pg_foreign_server'::regclass, oid, NULL, srvowner FROM pg_foreign_server
				UNION ALL SELECT 'pg_foreign_data_wrapper'::regclass, oid, NULL, fdwowner
					FROM pg_foreign_data_wrapper
			)
			SELECT i.type, i.identity, o.objid::text, CASE WHEN NOT pg_has_role(o.owner, 'MEMBER') THEN
				pg_get_userbyid(o.owner) END
			FROM objects o LEFT JOIN pg_namespace n ON n.oid = o.namespace
				CROSS JOIN LATERAL pg_identify_object(o.classid, o.objid, 0) i
			WHERE (n.nspname IS NULL OR (n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'))
				AND NOT EXISTS (SELECT FROM pg_depend d
					WHERE d.classid = o.classid AND d.objid = o.objid AND d.objsubid = 0 AND d.deptype IN ('e', 'i'))
			ORDER BY i.type <> 'event trigger', i.type <> 'publication', i.type <> 'table', 1, 2""";

	private static final String SCHEMAS = """
			SELECT nspname, n.oid::text, CASE WHEN NOT pg_has_role(nspowner, 'MEMBER') THEN
				pg_get_userbyid(nspowner) END
			FROM pg_namespace n WHERE nspname NOT LIKE 'pg\\_%'
				AND nspname <> 'information_schema' AND NOT EXISTS (SELECT FROM pg_depend d
					WHERE d.classid = 'pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e')""";

	private static final String EXTENSIONS = """
			SELECT extname, oid::text, CASE WHEN NOT pg_has_role(extowner, 'MEMBER') THEN
				pg_get_userbyid(extowner) END
			FROM pg_extension""";

	List<String> objects() throws SQLException {
		return query(OBJECTS).stream().map((object) -> object.get(0) + " " + object.get(1)).toList();
	}

	/**
	 * Return what another role has put there, which has not made it a member: the role of
	 * the migrations cannot have made that.
	 * @param mark tells what stays, and is not asked for
	 * @return the objects with their owners
	 * @throws SQLException if the database cannot be asked
	 */
	List<Found> foreign(ShadowMarker mark) throws SQLException {
		return found(mark).stream().filter(Found::isForeign).toList();
	}

	/**
	 * Return what is there and does not stay, but for what is of another role.
	 * @param mark tells what stays
	 * @return names by the number that the server has given to each
	 * @throws SQLException if the database cannot be asked
	 */
	Map<String, String> droppable(ShadowMarker mark) throws SQLException {
		Map<String, String> names = new LinkedHashMap<>();
		for (Found each : found(mark)) {
			if (!each.isForeign()) {
				names.put(each.number(), each.name());
			}
		}
		return names;
	}

	private List<Found> found(ShadowMarker mark) throws SQLException {
		List<Found> found = new ArrayList<>(query(OBJECTS).stream().map(Found::object).toList());
		found.addAll(missing("schema", SCHEMAS, mark.schemas()));
		found.addAll(missing("extension", EXTENSIONS, mark.extensions()));
		return found;
	}

	private List<Found> missing(String type, String query, Set<String> kept) throws SQLException {
		return query(query).stream()
			.filter((row) -> !kept.contains(String.valueOf(row.get(0))))
			.map((row) -> Found.named(type, row))
			.toList();
	}

	/**
	 * Drop everything but what stays, and what is of another role.
	 * @param mark tells what stays
	 * @throws SQLException if something cannot be dropped
	 */
	void empty(ShadowMarker mark) throws SQLException {
		drop(missing("schema", SCHEMAS, mark.schemas()));
		drop(query(OBJECTS).stream().map(Found::object).toList());
		drop(missing("extension", EXTENSIONS, mark.extensions()));
		for (String schema : mark.schemas()) {
			execute("CREATE SCHEMA IF NOT EXISTS " + new PostgresqlDialect().quote(schema));
		}
	}

	private void drop(List<Found> found) throws SQLException {
		for (Found each : found) {
			if (!each.isForeign()) {
				execute(each.drop("IF EXISTS ") + " CASCADE");
			}
		}
	}

	private void execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private List<List<@Nullable String>> query(String sql) throws SQLException {
		return new PostgresqlDialect().askCatalog(this.connection, sql);
	}

	/**
	 * Something that is in the database.
	 *
	 * @param type what it is
	 * @param identity its name as it stands in SQL
	 * @param number the number that the server has given to it
	 * @param foreignOwner the role that it belongs to, if it is foreign
	 */
	record Found(String type, String identity, String number, @Nullable String foreignOwner) {

		private static Found object(List<@Nullable String> row) {
			return new Found(String.valueOf(row.get(0)), String.valueOf(row.get(1)), String.valueOf(row.get(2)),
					row.get(3));
		}

		private static Found named(String type, List<@Nullable String> row) {
			return new Found(type, new PostgresqlDialect().quote(String.valueOf(row.get(0))),
					String.valueOf(row.get(1)), row.get(2));
		}

		String name() {
			return this.type + " " + this.identity;
		}

		boolean isForeign() {
			return this.foreignOwner != null;
		}

		String drop(String condition) {
			return "DROP " + keyword() + " " + condition + this.identity;
		}

		private String keyword() {
			return switch (this.type) {
				case "statistics object" -> "STATISTICS";
				case "foreign-data wrapper" -> "FOREIGN DATA WRAPPER";
				default -> this.type.toUpperCase(Locale.ROOT);
			};
		}

	}

}
