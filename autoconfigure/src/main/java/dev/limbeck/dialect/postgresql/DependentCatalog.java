package dev.limbeck.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import dev.limbeck.dialect.DependentObject;

/**
 * Finds what depends on columns and types. What the server itself carries along with a
 * column is left out: constraints, indexes, statistics, sequences.
 */
final class DependentCatalog {

	private static final String TYPES = """
			WITH RECURSIVE s AS (SELECT n.oid FROM pg_catalog.pg_namespace n
				WHERE n.nspname OPERATOR(pg_catalog.=) ANY (?::pg_catalog.text[])),
			-- the types of rows, and what is made of them, to whatever depth
			made(relation, type) AS (
				SELECT c.oid, c.reltype FROM pg_catalog.pg_class c JOIN s ON s.oid OPERATOR(pg_catalog.=) c.relnamespace
					WHERE c.relkind OPERATOR(pg_catalog.=) ANY ('{r,p}'::pg_catalog."char"[])
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

	private static final String FOUND = """
			found(namespace, name, attname, class, object, part, carried) AS (
				SELECT c.relnamespace, c.relname, a.attname, d.classid, d.objid, 0, true
					FROM pg_catalog.pg_class c JOIN s ON s.oid OPERATOR(pg_catalog.=) c.relnamespace
						JOIN pg_catalog.pg_depend d ON d.refobjid OPERATOR(pg_catalog.=) c.oid
							AND d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
						JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) c.oid
							AND a.attnum OPERATOR(pg_catalog.=) d.refobjsubid
					WHERE c.relkind OPERATOR(pg_catalog.=) ANY ('{r,p}'::pg_catalog."char"[])
						AND d.refobjsubid OPERATOR(pg_catalog.>) 0
						AND d.classid OPERATOR(pg_catalog.=) ANY (ARRAY['pg_catalog.pg_trigger', 'pg_catalog.pg_policy',
							'pg_catalog.pg_rewrite', 'pg_catalog.pg_proc', 'pg_catalog.pg_publication_rel']::pg_catalog.regclass[])
				UNION SELECT c.relnamespace, c.relname, NULL, d.classid, d.objid,
						CASE WHEN o.relkind OPERATOR(pg_catalog.=) 'm' THEN 0 ELSE d.objsubid END,
						o.relkind OPERATOR(pg_catalog.=) 'm'
					FROM made m JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) m.relation
						JOIN pg_catalog.pg_depend d ON d.refobjid OPERATOR(pg_catalog.=) m.type
							AND d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_type'::pg_catalog.regclass
							AND d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
							AND d.objsubid OPERATOR(pg_catalog.>) 0
						JOIN pg_catalog.pg_class o ON o.oid OPERATOR(pg_catalog.=) d.objid
							AND o.relkind OPERATOR(pg_catalog.=) ANY ('{r,p,m}'::pg_catalog."char"[])
				UNION SELECT t.typnamespace, t.typname, NULL, d.classid, d.objid,
						CASE WHEN o.relkind OPERATOR(pg_catalog.=) ANY ('{c,v,m}'::pg_catalog."char"[]) THEN 0
							ELSE d.objsubid END, true
					FROM enums e JOIN pg_catalog.pg_type t ON t.oid OPERATOR(pg_catalog.=) e.root
						JOIN pg_catalog.pg_depend d ON d.refobjid OPERATOR(pg_catalog.=) e.type
							AND d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_type'::pg_catalog.regclass
							AND d.deptype OPERATOR(pg_catalog.=) ANY ('{n,a}'::pg_catalog."char"[])
						LEFT JOIN pg_catalog.pg_class o ON o.oid OPERATOR(pg_catalog.=) d.objid
							AND d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass)
			""";

	// What a partition or a child has from its parent changes with that, and the
	// constructors of a range type go with it
	private static final String QUERY = TYPES + FOUND
			+ """
					SELECT n.nspname AS schema, f.name, f.attname,
						COALESCE(i.type, o.type) OPERATOR(pg_catalog.||) ' ' OPERATOR(pg_catalog.||) COALESCE(i.identity, o.identity)
							AS description,
						CASE WHEN f.carried THEN p.nspname END AS part_schema,
						CASE WHEN f.carried THEN COALESCE(r.relname, t.typname, u.proname) END AS part,
						a.attnum IS NOT NULL AS stored
					FROM found f JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) f.namespace
						CROSS JOIN LATERAL pg_catalog.pg_identify_object(f.class, f.object, f.part) o
						LEFT JOIN pg_catalog.pg_rewrite v ON f.class OPERATOR(pg_catalog.=) 'pg_catalog.pg_rewrite'::pg_catalog.regclass
							AND v.oid OPERATOR(pg_catalog.=) f.object AND v.rulename OPERATOR(pg_catalog.=) '_RETURN'
						LEFT JOIN LATERAL pg_catalog.pg_identify_object('pg_catalog.pg_class'::pg_catalog.regclass, v.ev_class, 0) i
							ON v.oid IS NOT NULL
						LEFT JOIN pg_catalog.pg_constraint k ON k.oid OPERATOR(pg_catalog.=) f.object
							AND f.class OPERATOR(pg_catalog.=) 'pg_catalog.pg_constraint'::pg_catalog.regclass
						LEFT JOIN pg_catalog.pg_attrdef g ON g.oid OPERATOR(pg_catalog.=) f.object
							AND f.class OPERATOR(pg_catalog.=) 'pg_catalog.pg_attrdef'::pg_catalog.regclass
						LEFT JOIN pg_catalog.pg_index x ON x.indexrelid OPERATOR(pg_catalog.=) f.object
							AND f.class OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
						LEFT JOIN pg_catalog.pg_class l ON l.oid OPERATOR(pg_catalog.=) f.object
							AND f.class OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
						LEFT JOIN pg_catalog.pg_class r ON r.oid OPERATOR(pg_catalog.=)
							COALESCE(v.ev_class, NULLIF(k.conrelid, 0), g.adrelid, x.indrelid, l.oid)
						LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) l.oid
							AND a.attnum OPERATOR(pg_catalog.=) f.part AND f.part OPERATOR(pg_catalog.<>) 0
						LEFT JOIN pg_catalog.pg_type t ON t.oid OPERATOR(pg_catalog.=) f.object
							AND f.class OPERATOR(pg_catalog.=) 'pg_catalog.pg_type'::pg_catalog.regclass
							AND t.typtype OPERATOR(pg_catalog.=) 'd'
						LEFT JOIN pg_catalog.pg_proc u ON u.oid OPERATOR(pg_catalog.=) f.object
							AND f.class OPERATOR(pg_catalog.=) 'pg_catalog.pg_proc'::pg_catalog.regclass
							AND EXISTS (SELECT FROM enums e JOIN pg_catalog.pg_type y ON y.oid OPERATOR(pg_catalog.=) e.root
								WHERE y.typname OPERATOR(pg_catalog.=) f.name AND y.typnamespace OPERATOR(pg_catalog.=) f.namespace
									AND e.type OPERATOR(pg_catalog.=) ANY (u.proargtypes::pg_catalog.oid[]
										OPERATOR(pg_catalog.||) u.prorettype OPERATOR(pg_catalog.||) u.proallargtypes))
						LEFT JOIN pg_catalog.pg_namespace p ON p.oid OPERATOR(pg_catalog.=)
							COALESCE(r.relnamespace, t.typnamespace, u.pronamespace)
					WHERE o.identity IS NOT NULL AND COALESCE(a.attinhcount, 0) OPERATOR(pg_catalog.=) 0
						AND (r.oid IS NULL OR a.attnum IS NOT NULL OR NOT EXISTS (SELECT FROM pg_catalog.pg_inherits h
							WHERE h.inhrelid OPERATOR(pg_catalog.=) r.oid))
						AND NOT EXISTS (SELECT FROM pg_catalog.pg_trigger h WHERE h.oid OPERATOR(pg_catalog.=) f.object
							AND f.class OPERATOR(pg_catalog.=) 'pg_catalog.pg_trigger'::pg_catalog.regclass
							AND h.tgparentid OPERATOR(pg_catalog.<>) 0)
						AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend h WHERE h.classid OPERATOR(pg_catalog.=) f.class
							AND h.objid OPERATOR(pg_catalog.=) f.object AND h.deptype OPERATOR(pg_catalog.=) 'i'
							AND f.class OPERATOR(pg_catalog.=) 'pg_catalog.pg_proc'::pg_catalog.regclass)
					ORDER BY 1, 2, 3, 4
					""";

	private DependentCatalog() {
	}

	static List<DependentObject> read(CatalogReader reader) throws SQLException {
		return reader.inSchemas(QUERY, (row) -> object(reader, row));
	}

	private static DependentObject object(CatalogReader reader, ResultSet row) throws SQLException {
		return new DependentObject(reader.name(row, "schema", "name"), row.getString("attname"),
				row.getString("description"),
				(row.getString("part") != null) ? reader.name(row, "part_schema", "part") : null,
				row.getBoolean("stored"));
	}

}
