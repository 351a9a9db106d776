package dev.limbeck.dialect.postgresql;

/**
 * The query for what depends on what. What a partition or a child has from its parent is
 * left out, since it changes and goes with that.
 */
final class DependentQuery {

	private static final String SOURCES = """
			WITH RECURSIVE s AS (SELECT n.oid FROM pg_catalog.pg_namespace n
				WHERE n.nspname OPERATOR(pg_catalog.=) ANY (?::pg_catalog.text[])),
			-- a relation, and what has its columns from there
			heirs(root, relation) AS (
				SELECT c.oid, c.oid FROM pg_catalog.pg_class c JOIN s ON s.oid OPERATOR(pg_catalog.=) c.relnamespace
					WHERE c.relkind OPERATOR(pg_catalog.=) ANY ('{r,p,v,m}'::pg_catalog."char"[])
				UNION SELECT h.root, i.inhrelid FROM heirs h
					JOIN pg_catalog.pg_inherits i ON i.inhparent OPERATOR(pg_catalog.=) h.relation),
			-- the types of rows, and what is made of them, to whatever depth
			made(relation, type) AS (
				SELECT c.oid, c.reltype FROM pg_catalog.pg_class c JOIN s ON s.oid OPERATOR(pg_catalog.=) c.relnamespace
					WHERE c.relkind OPERATOR(pg_catalog.=) ANY ('{r,p,v,m}'::pg_catalog."char"[])
				UNION SELECT m.relation, COALESCE(c.reltype, d.objid)
					FROM made m JOIN pg_catalog.pg_depend d ON d.refobjid OPERATOR(pg_catalog.=) m.type
						AND d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_type'::pg_catalog.regclass
					LEFT JOIN pg_catalog.pg_class c ON d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
						AND c.oid OPERATOR(pg_catalog.=) d.objid AND c.relkind OPERATOR(pg_catalog.=) 'c'
					WHERE c.oid IS NOT NULL
						OR d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_type'::pg_catalog.regclass),
			-- enum types, and arrays of them
			enums(root, type) AS (
				SELECT t.oid, u.type FROM pg_catalog.pg_type t JOIN s ON s.oid OPERATOR(pg_catalog.=) t.typnamespace
					CROSS JOIN LATERAL (VALUES (t.oid), (t.typarray)) u(type)
					WHERE t.typtype OPERATOR(pg_catalog.=) 'e'),
			""";

	// Up to PostgreSQL 14 a generated column, and not its expression, depends on others,
	// and goes with them
	private static final String ON_COLUMNS = """
			SELECT 'COLUMN', c.relnamespace, c.relname, a.attname::pg_catalog.text, d.classid, d.objid, d.objsubid,
					CASE WHEN d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass THEN 'GOES_ALONG'
						WHEN d.classid OPERATOR(pg_catalog.=) ANY (ARRAY['pg_catalog.pg_constraint', 'pg_catalog.pg_attrdef',
							'pg_catalog.pg_class']::pg_catalog.regclass[]) THEN 'NEEDS' ELSE 'USES' END, NULL::pg_catalog.text
				FROM heirs h JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) h.root
					JOIN pg_catalog.pg_depend d ON d.refobjid OPERATOR(pg_catalog.=) h.relation
						AND d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
						AND d.refobjsubid OPERATOR(pg_catalog.>) 0
					JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) h.relation
						AND a.attnum OPERATOR(pg_catalog.=) d.refobjsubid
				WHERE (h.root OPERATOR(pg_catalog.=) h.relation
						OR (a.attinhcount OPERATOR(pg_catalog.>) 0 AND NOT a.attislocal))
					AND ((d.deptype OPERATOR(pg_catalog.=) 'n' AND d.classid OPERATOR(pg_catalog.=) ANY (
							ARRAY['pg_catalog.pg_trigger', 'pg_catalog.pg_policy', 'pg_catalog.pg_rewrite', 'pg_catalog.pg_proc',
								'pg_catalog.pg_publication_rel', 'pg_catalog.pg_constraint', 'pg_catalog.pg_attrdef'
								]::pg_catalog.regclass[]))
						OR (d.deptype OPERATOR(pg_catalog.=) 'a'
							AND d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass)
						OR (d.deptype OPERATOR(pg_catalog.=) 'a' AND d.objid OPERATOR(pg_catalog.=) h.relation
							AND d.objsubid OPERATOR(pg_catalog.>) 0
							AND d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass))
			""";

	private static final String ON_RELATIONS = """
			SELECT 'RELATION', c.relnamespace, c.relname, '', d.classid, d.objid, 0,
					CASE WHEN d.deptype OPERATOR(pg_catalog.=) 'n' THEN 'NEEDS' ELSE 'GOES_ALONG' END, NULL
				FROM pg_catalog.pg_class c JOIN s ON s.oid OPERATOR(pg_catalog.=) c.relnamespace
					JOIN pg_catalog.pg_depend d ON d.refobjid OPERATOR(pg_catalog.=) c.oid
						AND d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
						AND d.refobjsubid OPERATOR(pg_catalog.=) 0
					LEFT JOIN pg_catalog.pg_class o ON o.oid OPERATOR(pg_catalog.=) d.objid
						AND d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
				WHERE c.relkind OPERATOR(pg_catalog.=) ANY ('{r,p,v,m,S}'::pg_catalog."char"[])
					AND ((d.deptype OPERATOR(pg_catalog.=) 'n' AND d.classid OPERATOR(pg_catalog.=) ANY (
							ARRAY['pg_catalog.pg_trigger', 'pg_catalog.pg_policy', 'pg_catalog.pg_rewrite', 'pg_catalog.pg_proc',
								'pg_catalog.pg_attrdef']::pg_catalog.regclass[]))
						OR (d.deptype OPERATOR(pg_catalog.=) 'a' AND d.classid OPERATOR(pg_catalog.=) ANY (
							ARRAY['pg_catalog.pg_trigger', 'pg_catalog.pg_policy', 'pg_catalog.pg_rewrite',
								'pg_catalog.pg_publication_rel', 'pg_catalog.pg_statistic_ext']::pg_catalog.regclass[]))
						OR (d.deptype OPERATOR(pg_catalog.=) ANY ('{n,a}'::pg_catalog."char"[])
							AND o.relkind OPERATOR(pg_catalog.=) ANY ('{r,p,f}'::pg_catalog."char"[])
							AND d.objsubid OPERATOR(pg_catalog.=) 0))
			""";

	private static final String ON_TYPES = """
			SELECT 'RELATION', c.relnamespace, c.relname, '', d.classid, d.objid,
					CASE WHEN o.relkind OPERATOR(pg_catalog.=) ANY ('{m,c}'::pg_catalog."char"[]) THEN 0 ELSE d.objsubid END,
					CASE WHEN o.relkind OPERATOR(pg_catalog.=) ANY ('{r,p,m}'::pg_catalog."char"[]) THEN 'USES' ELSE 'NEEDS' END,
					NULL
				FROM made m JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) m.relation
					JOIN pg_catalog.pg_depend d ON d.refobjid OPERATOR(pg_catalog.=) m.type
						AND d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_type'::pg_catalog.regclass
						AND d.deptype OPERATOR(pg_catalog.=) 'n'
					LEFT JOIN pg_catalog.pg_class o ON o.oid OPERATOR(pg_catalog.=) d.objid
						AND d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
				WHERE o.oid IS NULL OR (o.relkind OPERATOR(pg_catalog.=) ANY ('{r,p,m,c}'::pg_catalog."char"[])
					AND d.objsubid OPERATOR(pg_catalog.>) 0)
			UNION SELECT 'TYPE', t.typnamespace, t.typname, '', d.classid, d.objid,
					CASE WHEN o.relkind OPERATOR(pg_catalog.=) ANY ('{c,v,m}'::pg_catalog."char"[]) THEN 0
						ELSE d.objsubid END, 'USES', NULL
				FROM enums e JOIN pg_catalog.pg_type t ON t.oid OPERATOR(pg_catalog.=) e.root
					JOIN pg_catalog.pg_depend d ON d.refobjid OPERATOR(pg_catalog.=) e.type
						AND d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_type'::pg_catalog.regclass
						AND d.deptype OPERATOR(pg_catalog.=) ANY ('{n,a}'::pg_catalog."char"[])
					LEFT JOIN pg_catalog.pg_class o ON o.oid OPERATOR(pg_catalog.=) d.objid
						AND d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
			""";

	// The index of a constraint has its name
	private static final String ON_PARTS = """
			SELECT 'CONSTRAINT', c.relnamespace, c.relname, k.conname::pg_catalog.text, d.classid, d.objid, d.objsubid,
					'NEEDS', NULL
				FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) k.conrelid
					JOIN s ON s.oid OPERATOR(pg_catalog.=) c.relnamespace
					JOIN pg_catalog.pg_depend d ON d.refobjid OPERATOR(pg_catalog.=) k.oid
						AND d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_constraint'::pg_catalog.regclass
						AND d.deptype OPERATOR(pg_catalog.=) 'n'
			UNION SELECT 'INDEX', c.relnamespace, c.relname, x.relname::pg_catalog.text, d.classid, d.objid, d.objsubid,
					'NEEDS', NULL
				FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid
					JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) i.indrelid
					JOIN s ON s.oid OPERATOR(pg_catalog.=) c.relnamespace
					JOIN pg_catalog.pg_depend d ON d.refobjid OPERATOR(pg_catalog.=) x.oid
						AND d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
						AND d.deptype OPERATOR(pg_catalog.=) 'n'
			UNION SELECT 'ROUTINE', p.pronamespace, p.proname, pg_catalog.pg_get_function_arguments(p.oid), d.classid,
					d.objid, d.objsubid, 'NEEDS', NULL
				FROM pg_catalog.pg_proc p JOIN s ON s.oid OPERATOR(pg_catalog.=) p.pronamespace
					JOIN pg_catalog.pg_depend d ON d.refobjid OPERATOR(pg_catalog.=) p.oid
						AND d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_proc'::pg_catalog.regclass
						AND d.deptype OPERATOR(pg_catalog.=) ANY ('{n,a}'::pg_catalog."char"[])
				WHERE p.prokind OPERATOR(pg_catalog.=) ANY ('{f,p}'::pg_catalog."char"[])
					AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend h WHERE h.objid OPERATOR(pg_catalog.=) p.oid
						AND h.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_proc'::pg_catalog.regclass
						AND h.deptype OPERATOR(pg_catalog.=) 'e')
			""";

	// What is no object, and goes with one
	private static final String SETTINGS = """
			SELECT 'INDEX', c.relnamespace, c.relname, x.relname::pg_catalog.text,
					'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid, c.oid, 0, 'GOES_ALONG', u.setting
				FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid
					JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) i.indrelid
					JOIN s ON s.oid OPERATOR(pg_catalog.=) c.relnamespace
					CROSS JOIN LATERAL (SELECT 'CLUSTER ON' WHERE i.indisclustered UNION ALL
						SELECT 'REPLICA IDENTITY USING INDEX'
							WHERE i.indisreplident AND c.relreplident OPERATOR(pg_catalog.=) 'i') u(setting)
			UNION SELECT 'RELATION', c.relnamespace, c.relname, '',
					'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid, c.oid, 0, 'GOES_ALONG', 'privileges'
				FROM pg_catalog.pg_class c JOIN s ON s.oid OPERATOR(pg_catalog.=) c.relnamespace
				WHERE c.relkind OPERATOR(pg_catalog.=) ANY ('{v,m}'::pg_catalog."char"[]) AND c.relacl IS NOT NULL
			""";

	private static final String FOUND = SOURCES
			+ "found(kind, namespace, name, part, class, object, sub, dependence, setting) AS (" + ON_COLUMNS + "UNION "
			+ ON_RELATIONS + "UNION " + ON_TYPES + "UNION " + ON_PARTS + "UNION " + SETTINGS + ")\n";

	// What an object is part of, and how it is to be called
	private static final String PARTS = """
			SELECT v.ev_class AS relation, 'RELATION' AS kind, '' AS part, NULL::pg_catalog.text AS words,
					'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid AS class, v.ev_class AS object, 0 AS sub,
					false AS derived, false AS stored
				FROM pg_catalog.pg_rewrite v WHERE v.oid OPERATOR(pg_catalog.=) f.object
					AND f.class OPERATOR(pg_catalog.=) 'pg_catalog.pg_rewrite'::pg_catalog.regclass
					AND v.rulename OPERATOR(pg_catalog.=) '_RETURN'
			UNION ALL SELECT v.ev_class, 'FURTHER', v.rulename::pg_catalog.text, NULL, f.class, f.object, 0, false, false
				FROM pg_catalog.pg_rewrite v WHERE v.oid OPERATOR(pg_catalog.=) f.object
					AND f.class OPERATOR(pg_catalog.=) 'pg_catalog.pg_rewrite'::pg_catalog.regclass
					AND v.rulename OPERATOR(pg_catalog.<>) '_RETURN'
			UNION ALL SELECT t.tgrelid, 'FURTHER', t.tgname::pg_catalog.text, NULL, f.class, f.object, 0,
					t.tgparentid OPERATOR(pg_catalog.<>) 0, false
				FROM pg_catalog.pg_trigger t WHERE t.oid OPERATOR(pg_catalog.=) f.object
					AND f.class OPERATOR(pg_catalog.=) 'pg_catalog.pg_trigger'::pg_catalog.regclass
			UNION ALL SELECT p.polrelid, 'FURTHER', p.polname::pg_catalog.text, NULL, f.class, f.object, 0, false, false
				FROM pg_catalog.pg_policy p WHERE p.oid OPERATOR(pg_catalog.=) f.object
					AND f.class OPERATOR(pg_catalog.=) 'pg_catalog.pg_policy'::pg_catalog.regclass
			UNION ALL SELECT p.prrelid, 'FURTHER', 'publication', NULL, f.class, f.object, 0, false, false
				FROM pg_catalog.pg_publication_rel p WHERE p.oid OPERATOR(pg_catalog.=) f.object
					AND f.class OPERATOR(pg_catalog.=) 'pg_catalog.pg_publication_rel'::pg_catalog.regclass
			UNION ALL SELECT x.stxrelid, 'FURTHER', x.stxname::pg_catalog.text, NULL, f.class, f.object, 0, false, false
				FROM pg_catalog.pg_statistic_ext x WHERE x.oid OPERATOR(pg_catalog.=) f.object
					AND f.class OPERATOR(pg_catalog.=) 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass
			UNION ALL SELECT k.conrelid, 'CONSTRAINT', k.conname::pg_catalog.text,
					CASE WHEN k.contype OPERATOR(pg_catalog.=) 'f' THEN 'foreign key' END, f.class, f.object, 0,
					k.conparentid OPERATOR(pg_catalog.<>) 0 OR k.coninhcount OPERATOR(pg_catalog.>) 0, false
				FROM pg_catalog.pg_constraint k WHERE k.oid OPERATOR(pg_catalog.=) f.object
					AND f.class OPERATOR(pg_catalog.=) 'pg_catalog.pg_constraint'::pg_catalog.regclass
			UNION ALL SELECT g.adrelid, 'DEFAULT', a.attname::pg_catalog.text, NULL, f.class, f.object, 0,
					a.attinhcount OPERATOR(pg_catalog.>) 0, false
				FROM pg_catalog.pg_attrdef g JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) g.adrelid
					AND a.attnum OPERATOR(pg_catalog.=) g.adnum AND a.attgenerated OPERATOR(pg_catalog.=) ''
				WHERE g.oid OPERATOR(pg_catalog.=) f.object
					AND f.class OPERATOR(pg_catalog.=) 'pg_catalog.pg_attrdef'::pg_catalog.regclass
			UNION ALL SELECT g.adrelid, 'COLUMN', a.attname::pg_catalog.text, 'generated column',
					'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid, g.adrelid, g.adnum,
					a.attinhcount OPERATOR(pg_catalog.>) 0, false
				FROM pg_catalog.pg_attrdef g JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) g.adrelid
					AND a.attnum OPERATOR(pg_catalog.=) g.adnum AND a.attgenerated OPERATOR(pg_catalog.<>) ''
				WHERE g.oid OPERATOR(pg_catalog.=) f.object
					AND f.class OPERATOR(pg_catalog.=) 'pg_catalog.pg_attrdef'::pg_catalog.regclass
			UNION ALL SELECT i.indrelid, 'INDEX', x.relname::pg_catalog.text, NULL, f.class, f.object, 0,
					EXISTS (SELECT FROM pg_catalog.pg_inherits h WHERE h.inhrelid OPERATOR(pg_catalog.=) x.oid), false
				FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid
				WHERE x.oid OPERATOR(pg_catalog.=) f.object
					AND f.class OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
			UNION ALL SELECT l.oid, CASE WHEN f.setting IS NOT NULL THEN 'FURTHER'
						WHEN a.attnum IS NOT NULL THEN 'COLUMN' WHEN l.relkind OPERATOR(pg_catalog.=) 'c' THEN 'TYPE'
						ELSE 'RELATION' END, COALESCE(f.setting, a.attname::pg_catalog.text, ''),
					CASE WHEN l.relispartition AND f.sub OPERATOR(pg_catalog.=) 0 THEN 'partition'
						WHEN a.attgenerated OPERATOR(pg_catalog.<>) '' THEN 'generated column' END, f.class, f.object, f.sub,
					COALESCE(a.attinhcount, 0) OPERATOR(pg_catalog.>) 0, f.setting IS NULL AND (a.attnum IS NOT NULL
						OR l.relkind OPERATOR(pg_catalog.=) ANY ('{r,p,f}'::pg_catalog."char"[]))
				FROM pg_catalog.pg_class l LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) l.oid
					AND a.attnum OPERATOR(pg_catalog.=) f.sub AND f.sub OPERATOR(pg_catalog.<>) 0
				WHERE l.oid OPERATOR(pg_catalog.=) f.object
					AND l.relkind OPERATOR(pg_catalog.<>) ALL ('{i,I}'::pg_catalog."char"[])
					AND f.class OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
			""";

	private static final String PLACES = """
			SELECT r.relnamespace AS namespace, r.relname AS name, q.kind, q.part, q.words, q.class, q.object, q.sub, q.derived,
					q.stored
				FROM ("""
			+ PARTS
			+ """
					) q JOIN pg_catalog.pg_class r ON r.oid OPERATOR(pg_catalog.=) q.relation
					UNION ALL SELECT t.typnamespace, t.typname, 'TYPE', '', NULL, f.class, f.object, f.sub, false, false
						FROM pg_catalog.pg_type t WHERE t.oid OPERATOR(pg_catalog.=) f.object
							AND f.class OPERATOR(pg_catalog.=) 'pg_catalog.pg_type'::pg_catalog.regclass
					UNION ALL SELECT p.pronamespace, p.proname, 'ROUTINE', pg_catalog.pg_get_function_arguments(p.oid), NULL, f.class,
							f.object, f.sub, EXISTS (SELECT FROM pg_catalog.pg_depend h WHERE h.objid OPERATOR(pg_catalog.=) p.oid
								AND h.classid OPERATOR(pg_catalog.=) f.class AND h.deptype OPERATOR(pg_catalog.=) 'i'), false
						FROM pg_catalog.pg_proc p WHERE p.oid OPERATOR(pg_catalog.=) f.object
							AND f.class OPERATOR(pg_catalog.=) 'pg_catalog.pg_proc'::pg_catalog.regclass
					""";

	static final String SQL = FOUND + """
			SELECT * FROM (SELECT n.nspname AS schema, f.name, f.kind, f.part, f.dependence, f.setting,
				CASE WHEN f.setting IS NULL THEN '' ELSE f.setting OPERATOR(pg_catalog.||) ' of ' END
					OPERATOR(pg_catalog.||) COALESCE(w.words, o.type) OPERATOR(pg_catalog.||) ' '
					OPERATOR(pg_catalog.||) o.identity AS description,
				p.nspname AS address_schema, w.name AS address_name, w.kind AS address_kind, w.part AS address_part,
				COALESCE(w.stored, false) AS stored, y.nspname AS statistics_schema, x.stxname AS statistics_name,
				pg_catalog.array_to_string(x.stxkind, '') AS kinds, x.stxstattarget AS target,
				ARRAY(SELECT a.attname::pg_catalog.text FROM pg_catalog.unnest(x.stxkeys::pg_catalog.int2[]) u(key)
					JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) x.stxrelid
						AND a.attnum OPERATOR(pg_catalog.=) u.key ORDER BY u.key) AS columns,
				pg_catalog.pg_get_statisticsobjdef_expressions(x.oid) AS expressions,
				pg_catalog.obj_description(x.oid, 'pg_statistic_ext') AS comment
			FROM found f JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) f.namespace
				LEFT JOIN LATERAL (""" + PLACES
			+ """
					) w ON true
						LEFT JOIN pg_catalog.pg_namespace p ON p.oid OPERATOR(pg_catalog.=) w.namespace
						CROSS JOIN LATERAL pg_catalog.pg_identify_object(COALESCE(w.class, f.class), COALESCE(w.object, f.object),
							COALESCE(w.sub, f.sub)) o
						LEFT JOIN pg_catalog.pg_statistic_ext x ON x.oid OPERATOR(pg_catalog.=) f.object
							AND f.class OPERATOR(pg_catalog.=) 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass
						LEFT JOIN pg_catalog.pg_namespace y ON y.oid OPERATOR(pg_catalog.=) x.stxnamespace
					WHERE o.identity IS NOT NULL AND NOT COALESCE(w.derived, false)) q
					ORDER BY q.schema, q.name, q.kind COLLATE pg_catalog."C", q.part COLLATE pg_catalog."C",
						q.description COLLATE pg_catalog."C\"""";

	private DependentQuery() {
	}

}
