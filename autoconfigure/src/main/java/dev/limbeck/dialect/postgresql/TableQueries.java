package dev.limbeck.dialect.postgresql;

/**
 * The queries for what there is about tables and is created by statements. What has no
 * statement to drop it goes with the table.
 */
final class TableQueries {

	/** Identity columns whose sequences are not called as the server would call them. */
	static final String IDENTITIES = """
			SELECT 0::bigint AS class, 0::bigint AS object, c.oid::bigint AS relation, s.nspname AS schema,
				a.attname AS name, '' AS part, format('ALTER TABLE %I.%I ALTER COLUMN %I ADD GENERATED %s AS IDENTITY '
					|| '(SEQUENCE NAME %I.%I START WITH %s INCREMENT BY %s MINVALUE %s MAXVALUE %s CACHE %s%s)', s.nspname,
					c.relname, a.attname, CASE a.attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END, n.nspname,
					x.relname, q.seqstart, q.seqincrement, q.seqmin, q.seqmax, q.seqcache,
					CASE WHEN q.seqcycle THEN ' CYCLE' END) AS creation,
				format('ALTER TABLE %I.%I ALTER COLUMN %I DROP IDENTITY', s.nspname, c.relname, a.attname) AS removal
			FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN s ON s.oid = c.relnamespace
				JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
					AND d.refobjid = c.oid AND d.refobjsubid = a.attnum AND d.deptype = 'i'
				JOIN pg_sequence q ON q.seqrelid = d.objid JOIN pg_class x ON x.oid = d.objid
				JOIN pg_namespace n ON n.oid = x.relnamespace
			WHERE a.attidentity <> '' AND NOT a.attisdropped AND (x.relnamespace <> c.relnamespace
				OR x.relname <> concat(c.relname, '_', a.attname, '_seq'))""";

	/**
	 * NOT NULL that is not valid or not inherited, which the column is created without:
	 * from PostgreSQL 18 on it is a constraint.
	 */
	static final String ADDED_NOT_NULLS = """
			SELECT 0::bigint AS class, 0::bigint AS object, c.oid::bigint AS relation, s.nspname AS schema,
				k.conname AS name, '' AS part, format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s', s.nspname, c.relname,
					k.conname, pg_get_constraintdef(k.oid)) AS creation, NULL AS removal
			FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN s ON s.oid = c.relnamespace
			WHERE k.contype = 'n' AND (k.conislocal OR c.relispartition) AND (NOT k.convalidated OR k.connoinherit)""";

	/**
	 * Columns that are none of a table's own, with what they have from the tables that
	 * they are created with.
	 */
	private static final String INHERITED = """
			FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN s ON s.oid = c.relnamespace
				LEFT JOIN pg_attrdef f ON f.adrelid = a.attrelid AND f.adnum = a.attnum
				CROSS JOIN LATERAL (
					WITH RECURSIVE u AS (SELECT i.inhparent AS parent FROM pg_inherits i WHERE i.inhrelid = c.oid
						UNION SELECT i.inhparent FROM u JOIN pg_attribute y ON y.attrelid = u.parent AND y.attname = a.attname
							JOIN pg_inherits i ON i.inhrelid = u.parent WHERE NOT y.attislocal)
					SELECT bool_or(b.attnotnull) AS required, min(pg_get_expr(g.adbin, g.adrelid)) AS expression
					FROM u JOIN pg_attribute b ON b.attrelid = u.parent AND b.attname = a.attname
						LEFT JOIN pg_attrdef g ON g.adrelid = b.attrelid AND g.adnum = b.attnum
					WHERE b.attislocal AND NOT b.attisdropped) p
			WHERE a.attnum > 0 AND NOT a.attisdropped AND NOT a.attislocal AND a.attinhcount > 0
				AND a.attgenerated = '' AND c.relkind = 'r' AND NOT c.relispartition AND
			""";

	static final String INHERITED_DEFAULTS = """
			SELECT 'pg_attrdef'::regclass::oid::bigint AS class, COALESCE(f.oid::bigint, 0) AS object,
				c.oid::bigint AS relation, s.nspname AS schema, concat('default of ', a.attname) AS name, '' AS part,
				format('ALTER TABLE ONLY %I.%I ALTER COLUMN %I %s', s.nspname, c.relname, a.attname,
					COALESCE('SET DEFAULT ' || pg_get_expr(f.adbin, f.adrelid), 'DROP DEFAULT')) AS creation, NULL AS removal
			"""
			+ INHERITED + "pg_get_expr(f.adbin, f.adrelid) IS DISTINCT FROM p.expression";

	// Before it was a constraint, a table could have what the next below it had not
	static final String INHERITED_NOT_NULLS = """
			SELECT 0::bigint AS class, 0::bigint AS object, c.oid::bigint AS relation, s.nspname AS schema,
				concat('NOT NULL of ', a.attname) AS name, '' AS part,
				format('ALTER TABLE %s%I.%I ALTER COLUMN %I %s NOT NULL', CASE
					WHEN current_setting('server_version_num')::int < 180000 THEN 'ONLY ' END, s.nspname, c.relname,
					a.attname, CASE WHEN a.attnotnull THEN 'SET' ELSE 'DROP' END) AS creation, NULL AS removal
			""" + INHERITED + """
			(EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'n' AND k.conislocal
					AND k.conkey[1] = a.attnum AND k.convalidated AND NOT k.connoinherit)
				OR (current_setting('server_version_num')::int < 180000 AND a.attnotnull <> p.required))""";

	/** NOT NULL that has another name than the server would give it. */
	static final String NAMED_NOT_NULLS = """
			SELECT 0::bigint AS class, 0::bigint AS object, c.oid::bigint AS relation, s.nspname AS schema,
				k.conname AS name, '' AS part, format('ALTER TABLE %I.%I RENAME CONSTRAINT %I TO %I', s.nspname, c.relname,
					u.usual, k.conname) AS creation, NULL AS removal
			FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN s ON s.oid = c.relnamespace
				JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
				CROSS JOIN LATERAL (SELECT concat(c.relname, '_', a.attname, '_not_null') AS usual) u
			WHERE k.contype = 'n' AND (c.relispartition OR (k.conislocal AND k.coninhcount = 0)) AND k.convalidated
				AND NOT k.connoinherit AND k.conname <> u.usual AND octet_length(u.usual) < 64""";

	static final String PARTITIONS = """
			SELECT 0::bigint AS class, 0::bigint AS object, c.oid::bigint AS relation, s.nspname AS schema,
				c.relname AS name, '' AS part, format('ALTER TABLE %I.%I ATTACH PARTITION %I.%I %s', n.nspname, p.relname,
					s.nspname, c.relname, pg_get_expr(c.relpartbound, c.oid)) AS creation,
				format('ALTER TABLE %I.%I DETACH PARTITION %I.%I', n.nspname, p.relname, s.nspname, c.relname) AS removal
			FROM pg_class c JOIN s ON s.oid = c.relnamespace JOIN pg_inherits i ON i.inhrelid = c.oid
				JOIN pg_class p ON p.oid = i.inhparent JOIN pg_namespace n ON n.oid = p.relnamespace
			WHERE c.relispartition AND c.relkind IN ('r', 'p')""";

	private static final String COLUMN_SETTINGS = """
			SELECT 'columns' AS setting, string_agg(concat_ws(E';\\n',
					CASE WHEN a.attstorage <> t.typstorage THEN format('ALTER TABLE %I.%I ALTER COLUMN %I SET STORAGE %s',
						s.nspname, c.relname, a.attname, CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL'
						WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END) END,
					CASE a.attcompression WHEN 'l' THEN format('ALTER TABLE %I.%I ALTER COLUMN %I SET COMPRESSION lz4',
						s.nspname, c.relname, a.attname) WHEN 'p' THEN format(
						'ALTER TABLE %I.%I ALTER COLUMN %I SET COMPRESSION pglz', s.nspname, c.relname, a.attname) END,
					CASE WHEN (to_jsonb(a) ->> 'attstattarget')::int >= 0 THEN format(
						'ALTER TABLE %I.%I ALTER COLUMN %I SET STATISTICS %s', s.nspname, c.relname, a.attname,
						a.attstattarget) END,
					CASE WHEN a.attoptions IS NOT NULL THEN format('ALTER TABLE %I.%I ALTER COLUMN %I SET (%s)', s.nspname,
						c.relname, a.attname, array_to_string(a.attoptions, ', ')) END), E';\\n' ORDER BY a.attnum)
					AS statements, NULL AS removal
				FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
				WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'm')
					AND (a.attstorage <> t.typstorage OR a.attcompression <> '' OR a.attoptions IS NOT NULL
						OR (to_jsonb(a) ->> 'attstattarget')::int >= 0)
			UNION ALL SELECT 'columns of indexes', string_agg(format(
					'ALTER INDEX %I.%I ALTER COLUMN %s SET STATISTICS %s', s.nspname, x.relname, a.attnum, a.attstattarget),
					E';\\n' ORDER BY x.relname, a.attnum), NULL
				FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_attribute a ON a.attrelid = x.oid
				WHERE i.indrelid = c.oid AND (to_jsonb(a) ->> 'attstattarget')::int >= 0
			UNION ALL SELECT 'defaults', string_agg(format('ALTER VIEW %I.%I ALTER COLUMN %I SET DEFAULT %s', s.nspname,
					c.relname, a.attname, pg_get_expr(f.adbin, f.adrelid)), E';\\n' ORDER BY a.attnum), NULL
				FROM pg_attrdef f JOIN pg_attribute a ON a.attrelid = f.adrelid AND a.attnum = f.adnum
				WHERE f.adrelid = c.oid AND c.relkind = 'v'
			""";

	static final String SETTINGS = """
			SELECT 0::bigint AS class, 0::bigint AS object, c.oid::bigint AS relation, s.nspname AS schema,
				x.setting AS name, '' AS part, x.statements AS creation, x.removal
			FROM pg_class c JOIN s ON s.oid = c.relnamespace CROSS JOIN LATERAL (""" + COLUMN_SETTINGS
			+ """
							UNION ALL SELECT 'row level security', format('ALTER TABLE %I.%I ENABLE ROW LEVEL SECURITY', s.nspname,
									c.relname), format('ALTER TABLE %I.%I DISABLE ROW LEVEL SECURITY', s.nspname, c.relname)
								WHERE c.relrowsecurity
							UNION ALL SELECT 'forced row level security', format('ALTER TABLE %I.%I FORCE ROW LEVEL SECURITY',
									s.nspname, c.relname), format('ALTER TABLE %I.%I NO FORCE ROW LEVEL SECURITY', s.nspname, c.relname)
								WHERE c.relforcerowsecurity
							UNION ALL SELECT 'replica identity', format('ALTER TABLE %I.%I REPLICA IDENTITY %s', s.nspname, c.relname,
									CASE c.relreplident WHEN 'f' THEN 'FULL' WHEN 'n' THEN 'NOTHING' ELSE (SELECT format(
										'USING INDEX %I', x.relname) FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
										WHERE i.indrelid = c.oid AND i.indisreplident) END), NULL
								WHERE c.relkind IN ('r', 'p') AND (c.relreplident IN ('f', 'n') OR (c.relreplident = 'i' AND EXISTS (
									SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisreplident)))
							UNION ALL SELECT 'order of rows', format('ALTER TABLE %I.%I CLUSTER ON %I', s.nspname, c.relname,
									x.relname), NULL
								FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
								WHERE i.indrelid = c.oid AND i.indisclustered
							UNION ALL SELECT 'rows', format('REFRESH MATERIALIZED VIEW %I.%I WITH NO DATA', s.nspname, c.relname), NULL
						WHERE c.relkind = 'm' AND NOT c.relispopulated
					UNION ALL SELECT 'storage of long values', format('ALTER TABLE %I.%I SET (toast.%s)', s.nspname, c.relname,
									array_to_string(t.reloptions, ', toast.')), NULL
								FROM pg_class t WHERE t.oid = c.reltoastrelid AND t.reloptions IS NOT NULL) x
					WHERE c.relkind IN ('r', 'p', 'v', 'm') AND x.statements IS NOT NULL""";

	/**
	 * Indexes of partitioned tables that not all partitions have, so that they are
	 * created once the partitions are there.
	 */
	static final String PARTITIONED_INDEXES = """
			SELECT 0::bigint AS class, 0::bigint AS object, c.oid::bigint AS relation, s.nspname AS schema,
				x.relname AS name, '' AS part, pg_get_indexdef(x.oid) || COALESCE(format(E';\\nCOMMENT ON INDEX %I.%I IS ',
					s.nspname, x.relname) || quote_literal(obj_description(x.oid, 'pg_class')), '') AS creation,
				CASE WHEN NOT EXISTS (SELECT FROM pg_inherits p WHERE p.inhrelid = x.oid) THEN
					format('DROP INDEX %I.%I', s.nspname, x.relname) END AS removal
			FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid
				JOIN s ON s.oid = x.relnamespace
			WHERE x.relkind = 'I' AND NOT i.indisvalid
				AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = x.oid AND k.contype IN ('p', 'u', 'x'))""";

	/** What makes indexes of partitions those that a table's index has there. */
	static final String INDEX_PARTITIONS = """
			SELECT 0::bigint AS class, 0::bigint AS object, c.oid::bigint AS relation, s.nspname AS schema,
				concat('index ', y.oid::regclass) AS name, '' AS part, format('ALTER INDEX %I.%I ATTACH PARTITION %s',
					s.nspname, x.relname, y.oid::regclass) AS creation, NULL AS removal
			FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid
				JOIN s ON s.oid = x.relnamespace JOIN pg_inherits p ON p.inhparent = x.oid
				JOIN pg_class y ON y.oid = p.inhrelid
			WHERE x.relkind = 'I' AND NOT i.indisvalid
				AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = x.oid AND k.contype IN ('p', 'u', 'x'))""";

	/**
	 * Sequences of which the numbers are logged, or not, otherwise than those of the
	 * sequences that are created. Before PostgreSQL 15, all were.
	 */
	static final String SEQUENCES = """
			SELECT 0::bigint AS class, 0::bigint AS object, COALESCE(t.oid::bigint, 0) AS relation, s.nspname AS schema,
				concat('log of ', c.relname) AS name, '' AS part, format('ALTER SEQUENCE %I.%I SET %s', s.nspname, c.relname,
					CASE c.relpersistence WHEN 'u' THEN 'UNLOGGED' ELSE 'LOGGED' END) AS creation, NULL AS removal
			FROM pg_class c JOIN s ON s.oid = c.relnamespace LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass
				AND d.objid = c.oid AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
				LEFT JOIN pg_class t ON t.oid = d.refobjid
			WHERE c.relkind = 'S' AND current_setting('server_version_num')::int >= 150000
				AND (c.relpersistence = 'u' OR t.relpersistence = 'u')
				AND (d.deptype IS DISTINCT FROM 'i' OR c.relpersistence <> t.relpersistence)
				AND ('pg_class'::regclass, c.oid) NOT IN (SELECT classid, objid FROM e)""";

	static final String STATISTICS = """
			SELECT 'pg_statistic_ext'::regclass::oid::bigint AS class, x.oid::bigint AS object,
				x.stxrelid::bigint AS relation, s.nspname AS schema, x.stxname AS name, '' AS part,
				pg_get_statisticsobjdef(x.oid) || CASE WHEN (to_jsonb(x) ->> 'stxstattarget')::int >= 0 THEN format(
					E';\\nALTER STATISTICS %I.%I SET STATISTICS %s', s.nspname, x.stxname, to_jsonb(x) ->> 'stxstattarget')
					ELSE '' END AS creation,
				format('DROP STATISTICS %I.%I', s.nspname, x.stxname) AS removal
			FROM pg_statistic_ext x JOIN s ON s.oid = x.stxnamespace""";

	static final String RULES = """
			SELECT 'pg_rewrite'::regclass::oid::bigint AS class, r.oid::bigint AS object, c.oid::bigint AS relation,
				s.nspname AS schema, r.rulename AS name, '' AS part, rtrim(pg_get_ruledef(r.oid), ';')
					|| CASE WHEN r.ev_enabled <> 'O' THEN format(E';\\nALTER TABLE %I.%I %s RULE %I', s.nspname, c.relname,
						CASE r.ev_enabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END,
						r.rulename) ELSE '' END AS creation,
				format('DROP RULE %I ON %I.%I', r.rulename, s.nspname, c.relname) AS removal
			FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class JOIN s ON s.oid = c.relnamespace
			WHERE r.rulename <> '_RETURN'""";

	/** Triggers, but not those that a partition has from its table. */
	static final String TRIGGERS = """
			SELECT 'pg_trigger'::regclass::oid::bigint AS class, t.oid::bigint AS object, c.oid::bigint AS relation,
				s.nspname AS schema, t.tgname AS name, '' AS part, pg_get_triggerdef(t.oid)
					|| CASE WHEN t.tgenabled <> 'O' THEN format(E';\\nALTER TABLE %I.%I %s TRIGGER %I', s.nspname, c.relname,
						CASE t.tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END,
						t.tgname) ELSE '' END AS creation,
				format('DROP TRIGGER %I ON %I.%I', t.tgname, s.nspname, c.relname) AS removal
			FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN s ON s.oid = c.relnamespace
			WHERE NOT t.tgisinternal AND t.tgparentid = 0""";

	/** Triggers that a partition has from its table, but that fire in other sessions. */
	static final String PARTITION_TRIGGERS = """
			SELECT 'pg_trigger'::regclass::oid::bigint AS class, t.oid::bigint AS object, c.oid::bigint AS relation,
				s.nspname AS schema, concat('trigger ', t.tgname) AS name, '' AS part,
				format('ALTER TABLE ONLY %I.%I %s TRIGGER %I', s.nspname, c.relname, CASE t.tgenabled
					WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' WHEN 'A' THEN 'ENABLE ALWAYS' ELSE 'ENABLE' END,
					t.tgname) AS creation, NULL AS removal
			FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN s ON s.oid = c.relnamespace CROSS JOIN LATERAL (
				WITH RECURSIVE p AS (SELECT t.tgparentid AS oid UNION ALL SELECT q.tgparentid FROM p
					JOIN pg_trigger q ON q.oid = p.oid WHERE q.tgparentid <> 0)
				SELECT r.tgenabled FROM p JOIN pg_trigger r ON r.oid = p.oid
				WHERE r.tgparentid = 0 AND NOT r.tgisinternal) r
			WHERE t.tgparentid <> 0 AND t.tgenabled <> r.tgenabled""";

	private TableQueries() {
	}

}
