package dev.limbeck.operation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.limbeck.test.TestDatabase;

/**
 * Everything that the catalog says about the objects of a database, and the rows.
 */
final class CatalogSnapshot {

	private static final String OWN = " n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' ";

	private static final Map<String, String> QUERIES = queries();

	private CatalogSnapshot() {
	}

	private static Map<String, String> queries() {
		Map<String, String> queries = new TreeMap<>();
		queries.put("relations", """
				SELECT ROW(c.oid::regclass, c.relkind, c.relpersistence, c.relispartition,
					pg_get_expr(c.relpartbound, c.oid), pg_get_partkeydef(c.oid), c.reloptions, c.reltablespace,
					c.relispopulated, obj_description(c.oid, 'pg_class'),
					CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END,
					(SELECT string_agg(i.inhparent::regclass::text, ',') FROM pg_inherits i WHERE i.inhrelid = c.oid))
				FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE""" + OWN);
		queries.put("columns", """
				SELECT ROW(a.attrelid::regclass,
					row_number() OVER (PARTITION BY a.attrelid ORDER BY a.attnum), a.attname,
					format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated,
					pg_get_expr(d.adbin, d.adrelid), nullif(a.attcollation, t.typcollation)::regcollation,
					col_description(a.attrelid, a.attnum))
				FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_type t ON t.oid = a.atttypid
					JOIN pg_namespace n ON n.oid = c.relnamespace
					LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
				WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind <> 'i' AND""" + OWN);
		queries.put("constraints", """
				SELECT ROW(o.conrelid::regclass, o.conname, pg_get_constraintdef(o.oid), o.convalidated,
					o.condeferrable, o.condeferred, o.connoinherit, obj_description(o.oid, 'pg_constraint'))
				FROM pg_constraint o JOIN pg_namespace n ON n.oid = o.connamespace WHERE""" + OWN);
		queries.put("indexes", """
				SELECT ROW(pg_get_indexdef(i.indexrelid), i.indisvalid, i.indisprimary)
				FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
					JOIN pg_namespace n ON n.oid = c.relnamespace WHERE""" + OWN);
		queries.put("sequences",
				"""
						SELECT ROW(s.seqrelid::regclass, s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmin,
							s.seqmax, s.seqcache, s.seqcycle, pg_sequence_last_value(s.seqrelid),
							(SELECT string_agg(d.refobjid::regclass || '.' || (SELECT a.attname
								FROM pg_attribute a WHERE a.attrelid = d.refobjid AND a.attnum = d.refobjsubid) || d.deptype::text, ',') FROM pg_depend d
								WHERE d.objid = s.seqrelid AND d.deptype IN ('a', 'i')))
						FROM pg_sequence s""");
		queries.put("enums", """
				SELECT ROW(e.enumtypid::regtype,
					row_number() OVER (PARTITION BY e.enumtypid ORDER BY e.enumsortorder), e.enumlabel,
					obj_description(e.enumtypid, 'pg_type')) FROM pg_enum e""");
		queries.put("functions", """
				SELECT ROW(pg_get_functiondef(p.oid), obj_description(p.oid, 'pg_proc'))
				FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.prokind <> 'a' AND""" + OWN);
		queries.put("schemas", """
				SELECT ROW(n.nspname, n.nspowner::regrole, obj_description(n.oid, 'pg_namespace'))
				FROM pg_namespace n WHERE""" + OWN);
		queries.put("extensions", """
				SELECT ROW(e.extname, e.extversion, e.extnamespace::regnamespace,
					obj_description(e.oid, 'pg_extension')) FROM pg_extension e""");
		queries.put("rows", """
				SELECT ROW(c.oid::regclass, query_to_xml('SELECT * FROM ' || c.oid::regclass, true, true, ''))
				FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
				WHERE c.relkind IN ('r', 'm', 'S') AND c.relispopulated AND""" + OWN);
		return queries;
	}

	static Map<String, List<String>> of(TestDatabase database) {
		try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
			Map<String, List<String>> snapshot = new TreeMap<>();
			for (Map.Entry<String, String> query : QUERIES.entrySet()) {
				snapshot.put(query.getKey(), rows(statement, query.getValue()));
			}
			return snapshot;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<String> rows(Statement statement, String query) throws SQLException {
		List<String> result = new ArrayList<>();
		try (ResultSet rows = statement.executeQuery("SELECT s.x::text FROM (" + query + ") s(x) ORDER BY 1")) {
			while (rows.next()) {
				result.add(String.valueOf(rows.getString(1)));
			}
		}
		return result;
	}

}
