package dev.limbeck.dialect.postgresql;

/**
 * The query for the comments that are no part of what an operation creates.
 */
final class CommentQueries {

	static final String COMMENTS = """
			SELECT 0::bigint AS class, 0::bigint AS object, x.relation, s.nspname AS schema,
				concat_ws(' ', lower(x.kind), x.identity) AS name, '' AS part, format('COMMENT ON %s %s IS %L', x.kind, x.identity, d.description) AS creation, NULL AS removal
			FROM pg_description d CROSS JOIN LATERAL (
				SELECT c.relnamespace AS namespace, CASE c.relkind WHEN 'c' THEN 0 ELSE c.oid::bigint END AS relation,
						'COLUMN' AS kind, format('%s.%I', c.oid::regclass, a.attname) AS identity
					FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid
					WHERE d.classoid = 'pg_class'::regclass AND c.oid = d.objoid AND (c.relkind IN ('v', 'm', 'c')
						OR (c.relkind = 'r' AND a.attinhcount > 0 AND NOT a.attislocal AND NOT c.relispartition))
				UNION ALL SELECT c.relnamespace, o.refobjid::bigint, 'SEQUENCE', c.oid::regclass::text
					FROM pg_class c JOIN pg_depend o ON o.classid = 'pg_class'::regclass AND o.objid = c.oid
						AND o.refclassid = 'pg_class'::regclass AND o.deptype = 'i'
					WHERE d.classoid = 'pg_class'::regclass AND c.oid = d.objoid AND c.relkind = 'S'
				UNION ALL SELECT t.typnamespace, 0, CASE t.typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END,
						format_type(t.oid, NULL)
					FROM pg_type t WHERE d.classoid = 'pg_type'::regclass AND t.oid = d.objoid AND t.typtype IN ('d', 'c', 'r')
				UNION ALL SELECT t.typnamespace, 0, 'CONSTRAINT', format('%I ON DOMAIN %s', k.conname,
						format_type(t.oid, NULL))
					FROM pg_constraint k JOIN pg_type t ON t.oid = k.contypid
					WHERE d.classoid = 'pg_constraint'::regclass AND k.oid = d.objoid
				UNION ALL SELECT c.relnamespace, c.oid::bigint, 'CONSTRAINT', format('%I ON %s', k.conname,
						c.oid::regclass)
					FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
					WHERE d.classoid = 'pg_constraint'::regclass AND k.oid = d.objoid AND k.contype = 'n'
				UNION ALL SELECT p.pronamespace, 0, CASE p.prokind WHEN 'a' THEN 'AGGREGATE' ELSE 'ROUTINE' END,
						format('%s.%I(%s)', p.pronamespace::regnamespace, p.proname,
							COALESCE(NULLIF(pg_get_function_identity_arguments(p.oid), ''),
								CASE p.prokind WHEN 'a' THEN '*' ELSE '' END))
					FROM pg_proc p WHERE d.classoid = 'pg_proc'::regclass AND p.oid = d.objoid
						AND (p.prokind = 'a' OR p.prosqlbody IS NOT NULL OR p.prosrc !~ '\\S')
				UNION ALL SELECT c.relnamespace, c.oid::bigint, 'TRIGGER', format('%I ON %s', t.tgname, c.oid::regclass)
					FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
					WHERE d.classoid = 'pg_trigger'::regclass AND t.oid = d.objoid
				UNION ALL SELECT c.relnamespace, c.oid::bigint, 'RULE', format('%I ON %s', r.rulename, c.oid::regclass)
					FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
					WHERE d.classoid = 'pg_rewrite'::regclass AND r.oid = d.objoid
				UNION ALL SELECT x.stxnamespace, x.stxrelid::bigint, 'STATISTICS', format('%s.%I',
						x.stxnamespace::regnamespace, x.stxname)
					FROM pg_statistic_ext x WHERE d.classoid = 'pg_statistic_ext'::regclass AND x.oid = d.objoid
				UNION ALL SELECT c.collnamespace, 0, 'COLLATION', format('%s.%I', c.collnamespace::regnamespace,
						c.collname)
					FROM pg_collation c WHERE d.classoid = 'pg_collation'::regclass AND c.oid = d.objoid
				) x JOIN s ON s.oid = x.namespace
			WHERE d.objoid >= 16384 AND (d.classoid, d.objoid) NOT IN (SELECT classid, objid FROM e)""";

	// The server is initialized with a schema public and a comment on it
	static final String SCHEMA_COMMENTS = """
			SELECT 0::bigint AS class, 0::bigint AS object, 0::bigint AS relation, NULL::name AS schema, s.nspname AS name,
				'' AS part, format('COMMENT ON SCHEMA %I IS %L', s.nspname, x.description) AS creation,
				format('COMMENT ON SCHEMA %I IS %L', s.nspname, x.usual) AS removal
			FROM s CROSS JOIN LATERAL (SELECT obj_description(s.oid, 'pg_namespace') AS description,
				CASE s.nspname WHEN 'public' THEN 'standard public schema' END AS usual) x
			WHERE x.description IS DISTINCT FROM x.usual""";

	/** Comments on extensions that are not the ones that they come with. */
	static final String EXTENSION_COMMENTS = """
			SELECT 0::bigint AS class, 0::bigint AS object, 0::bigint AS relation, NULL::name AS schema,
				concat('extension ', x.extname) AS name, '' AS part,
				format('COMMENT ON EXTENSION %I IS %L', x.extname, d.description) AS creation, NULL AS removal
			FROM pg_extension x CROSS JOIN LATERAL (SELECT obj_description(x.oid, 'pg_extension') AS description) d
			WHERE x.extname <> 'plpgsql' AND d.description IS DISTINCT FROM
				(SELECT a.comment FROM pg_available_extensions a WHERE a.name = x.extname)""";

	private CommentQueries() {
	}

}
