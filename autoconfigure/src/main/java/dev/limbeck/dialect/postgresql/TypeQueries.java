package dev.limbeck.dialect.postgresql;

/**
 * The queries for types and collations that are created by statements.
 */
final class TypeQueries {

	/**
	 * Schemas that are not read, but that extensions are in. Others may use them, too, so
	 * that they are dropped only by who owns them, and only once they are empty.
	 */
	static final String EXTENSION_SCHEMAS = """
			SELECT 'pg_namespace'::regclass::oid::bigint AS class, n.oid::bigint AS object, 0::bigint AS relation,
				NULL::name AS schema, n.nspname AS name, '' AS part,
				format('CREATE SCHEMA IF NOT EXISTS %I', n.nspname) AS creation,
				'DO ' || quote_literal(format(E'\\nBEGIN\\n    IF EXISTS (SELECT FROM pg_catalog.pg_namespace n WHERE n.nspname = %L'
					|| E'\\n        AND n.nspacl IS NULL AND pg_catalog.pg_get_userbyid(n.nspowner) = CURRENT_USER'
					|| E'\\n        AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.refobjid = n.oid'
					|| E'\\n            AND d.refclassid = ''pg_catalog.pg_namespace''::pg_catalog.regclass)) THEN'
					|| E'\\n        DROP SCHEMA %I;\\n    END IF;\\nEND\\n', n.nspname, n.nspname)) AS removal
			FROM pg_namespace n WHERE n.oid >= 16384 AND n.nspname !~ '^pg_' AND n.oid NOT IN (SELECT oid FROM s)
				AND n.oid IN (SELECT extnamespace FROM pg_extension)
				AND ('pg_namespace'::regclass, n.oid) NOT IN (SELECT classid, objid FROM e)""";

	// The columns that a collation consists of differ from version to version
	static final String COLLATIONS = """
			SELECT 'pg_collation'::regclass::oid::bigint AS class, c.oid::bigint AS object, 0::bigint AS relation,
				s.nspname AS schema, c.collname AS name, '' AS part,
				format('CREATE COLLATION %I.%I (%s)', s.nspname, c.collname, concat_ws(', ',
					'PROVIDER = ' || CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END,
					CASE WHEN j.locale IS NULL AND c.collcollate <> c.collctype THEN format('LC_COLLATE = %L, LC_CTYPE = %L',
						c.collcollate, c.collctype) ELSE format('LOCALE = %L', COALESCE(j.locale, c.collcollate)) END,
					'RULES = ' || quote_literal(j.rules),
					CASE WHEN NOT c.collisdeterministic THEN 'DETERMINISTIC = false' END)) AS creation,
				format('DROP COLLATION %I.%I', s.nspname, c.collname) AS removal
			FROM pg_collation c JOIN s ON s.oid = c.collnamespace CROSS JOIN LATERAL (SELECT
				COALESCE(to_jsonb(c) ->> 'colllocale', to_jsonb(c) ->> 'colliculocale') AS locale,
				to_jsonb(c) ->> 'collicurules' AS rules) j
			WHERE c.collprovider <> 'd' AND ('pg_collation'::regclass, c.oid) NOT IN (SELECT classid, objid FROM e)""";

	private static final String COLLATE = """
			(SELECT format(' COLLATE %I.%I', m.nspname, o.collname) FROM pg_collation o
				JOIN pg_namespace m ON m.oid = o.collnamespace WHERE o.oid =
			""";

	static final String DOMAINS = """
			SELECT 'pg_type'::regclass::oid::bigint AS class, t.oid::bigint AS object, 0::bigint AS relation,
				s.nspname AS schema, t.typname AS name, '' AS part,
				concat(format('CREATE DOMAIN %I.%I AS %s', s.nspname, t.typname, format_type(t.typbasetype, t.typtypmod)),
					CASE WHEN t.typcollation <> b.typcollation THEN
			"""
			+ COLLATE
			+ """
					t.typcollation) END,
					' DEFAULT ' || COALESCE(pg_get_expr(t.typdefaultbin, 0), quote_literal(t.typdefault)),
					CASE WHEN t.typnotnull THEN COALESCE((SELECT format(' CONSTRAINT %I NOT NULL', k.conname)
						FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'n'), ' NOT NULL') END) AS creation,
						format('DROP DOMAIN %I.%I', s.nspname, t.typname) AS removal
					FROM pg_type t JOIN s ON s.oid = t.typnamespace JOIN pg_type b ON b.oid = t.typbasetype
					WHERE t.typtype = 'd' AND ('pg_type'::regclass, t.oid) NOT IN (SELECT classid, objid FROM e)""";

	// Within CREATE DOMAIN, the server does not look into the functions that a check
	// calls
	static final String DOMAIN_CONSTRAINTS = """
			SELECT 'pg_constraint'::regclass::oid::bigint AS class, k.oid::bigint AS object, 0::bigint AS relation,
				s.nspname AS schema, t.typname || '.' || k.conname AS name, '' AS part,
				format('ALTER DOMAIN %I.%I ADD CONSTRAINT %I %s', s.nspname, t.typname, k.conname,
					pg_get_constraintdef(k.oid)) AS creation,
				format('ALTER DOMAIN %I.%I DROP CONSTRAINT %I', s.nspname, t.typname, k.conname) AS removal,
				t.typname AS domain, CASE WHEN k.convalidated THEN
					format(E'\\n    CONSTRAINT %I %s', k.conname, pg_get_constraintdef(k.oid)) END AS clause
			FROM pg_constraint k JOIN pg_type t ON t.oid = k.contypid JOIN s ON s.oid = t.typnamespace
			WHERE k.contype = 'c' AND ('pg_type'::regclass, t.oid) NOT IN (SELECT classid, objid FROM e)""";

	static final String COMPOSITE_TYPES = """
			SELECT 'pg_class'::regclass::oid::bigint AS class, c.oid::bigint AS object, 0::bigint AS relation,
				s.nspname AS schema, c.relname AS name, '' AS part, format(E'CREATE TYPE %I.%I AS (%s\\n)', s.nspname,
					c.relname, (SELECT string_agg(concat(format(E'\\n    %I %s', a.attname,
						format_type(a.atttypid, a.atttypmod)), CASE WHEN a.attcollation <> b.typcollation THEN
			""" + COLLATE + """
			a.attcollation) END), ',' ORDER BY a.attnum) FROM pg_attribute a JOIN pg_type b ON b.oid = a.atttypid
						WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)) AS creation,
				format('DROP TYPE %I.%I', s.nspname, c.relname) AS removal
			FROM pg_class c JOIN s ON s.oid = c.relnamespace
			WHERE c.relkind = 'c' AND ('pg_type'::regclass, c.reltype) NOT IN (SELECT classid, objid FROM e)
				AND ('pg_class'::regclass, c.oid) NOT IN (SELECT classid, objid FROM e)""";

	static final String RANGE_TYPES = """
			SELECT 'pg_type'::regclass::oid::bigint AS class, t.oid::bigint AS object, 0::bigint AS relation,
				s.nspname AS schema, t.typname AS name, '' AS part, format('CREATE TYPE %I.%I AS RANGE (%s)', s.nspname,
					t.typname, concat_ws(', ', 'SUBTYPE = ' || format_type(r.rngsubtype, NULL),
						CASE WHEN NOT o.opcdefault THEN format('SUBTYPE_OPCLASS = %I.%I', n.nspname, o.opcname) END,
						CASE WHEN r.rngcollation <> b.typcollation THEN (SELECT format('COLLATION = %I.%I', v.nspname,
							l.collname) FROM pg_collation l JOIN pg_namespace v ON v.oid = l.collnamespace
							WHERE l.oid = r.rngcollation) END,
						CASE WHEN r.rngsubdiff <> 0 THEN 'SUBTYPE_DIFF = ' || r.rngsubdiff::regproc END,
						format('MULTIRANGE_TYPE_NAME = %s', format_type(r.rngmultitypid, NULL)))) AS creation,
				format('DROP TYPE %I.%I', s.nspname, t.typname) AS removal
			FROM pg_range r JOIN pg_type t ON t.oid = r.rngtypid JOIN s ON s.oid = t.typnamespace
				JOIN pg_type b ON b.oid = r.rngsubtype JOIN pg_opclass o ON o.oid = r.rngsubopc
				JOIN pg_namespace n ON n.oid = o.opcnamespace
			WHERE r.rngcanonical = 0 AND ('pg_type'::regclass, t.oid) NOT IN (SELECT classid, objid FROM e)""";

	private TypeQueries() {
	}

}
