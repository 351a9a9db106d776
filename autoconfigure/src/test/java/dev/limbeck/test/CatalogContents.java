package dev.limbeck.test;

import java.util.ArrayList;
import java.util.List;

/**
 * What is in a database: its catalog, its rows, and what the migrations wrote down.
 */
public final class CatalogContents {

	private static final String OURS = " NOT IN ('pg_catalog', 'information_schema', 'pg_toast') ";

	private static final List<String> QUERIES = List.of(
			"SELECT 'schema ' || nspname || ' ' || COALESCE(nspacl::text, '') FROM pg_namespace WHERE nspname" + OURS
					+ "AND nspname NOT LIKE 'pg_%'",
			"""
					SELECT 'relation ' || n.nspname || '.' || relname || ' ' || relkind::text || ' ' || relpersistence::text
						|| ' ' || COALESCE(reloptions::text, '') || ' ' || COALESCE(relacl::text, '') || ' '
						|| pg_get_userbyid(relowner)
					FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname"""
					+ OURS,
			"""
					SELECT 'column ' || n.nspname || '.' || relname || '.' || attname || ' '
						|| row_number() OVER (PARTITION BY c.oid ORDER BY attnum) || ' ' || format_type(atttypid, atttypmod)
						|| ' ' || attnotnull || ' ' || attidentity::text || attgenerated::text || ' '
						|| COALESCE(pg_get_expr(adbin, adrelid), '')
					FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid JOIN pg_namespace n ON n.oid = relnamespace
					LEFT JOIN pg_attrdef ON adrelid = c.oid AND adnum = attnum
					WHERE attnum > 0 AND NOT attisdropped AND nspname"""
					+ OURS,
			"""
					SELECT 'constraint ' || conrelid::regclass || '.' || conname || ' ' || convalidated || ' '
						|| pg_get_constraintdef(k.oid)
					FROM pg_constraint k JOIN pg_namespace n ON n.oid = connamespace WHERE conrelid <> 0 AND nspname"""
					+ OURS,
			"""
					SELECT 'index ' || pg_get_indexdef(indexrelid) || ' ' || indisvalid || indisready || indisunique
					FROM pg_index JOIN pg_class c ON c.oid = indexrelid JOIN pg_namespace n ON n.oid = relnamespace
					WHERE nspname""" + OURS,
			"SELECT 'routine ' || pg_get_functiondef(p.oid) FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace "
					+ "WHERE nspname" + OURS,
			"SELECT 'view ' || schemaname || '.' || viewname || definition FROM pg_views WHERE schemaname" + OURS, """
					SELECT 'enum ' || enumtypid::regtype || ' ' || string_agg(enumlabel, ',' ORDER BY enumsortorder)
					FROM pg_enum GROUP BY enumtypid""",
			"SELECT 'domain ' || typname || ' ' || format_type(typbasetype, typtypmod) FROM pg_type WHERE typtype = 'd' "
					+ "AND typnamespace NOT IN (SELECT oid FROM pg_namespace WHERE nspname = 'information_schema')",
			"SELECT 'sequence ' || s::text FROM pg_sequences s",
			"SELECT 'trigger ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal", """
					SELECT 'comment ' || (pg_identify_object(classoid, objoid, objsubid)).identity || ' ' || description
					FROM pg_description WHERE objoid >= 16384""",
			"""
					SELECT 'rows ' || table_schema || '.' || table_name || ' ' || query_to_xml(
						format('SELECT t::text FROM %I.%I t ORDER BY 1', table_schema, table_name), true, false, '')::text
					FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_name <> 'migrations_history'
						AND table_schema"""
					+ OURS);

	private static final String HISTORY = """
			SELECT concat_ws(' | ', revision, direction, heads_after, message, checksum, database_user, outcome,
				progress, started_at <= now())
			FROM migrations_history ORDER BY id""";

	private CatalogContents() {
	}

	/**
	 * Read the contents of a database.
	 * @param database the database
	 * @return a line for each thing, sorted, and then the history in its order, without
	 * its times
	 */
	public static List<String> of(TestDatabase database) {
		List<String> contents = new ArrayList<>();
		QUERIES.forEach((query) -> contents.addAll(database.query(query)));
		contents.sort(null);
		contents.addAll(database.query(HISTORY));
		return contents;
	}

}
