package dev.limbeck.dialect.postgresql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.limbeck.dialect.LeftOutObjects;

/**
 * The objects of the catalog that are not created at all: those that need a superuser, a
 * program on the server or a password, and what is not part of one database's structure.
 */
final class LeftOutCatalog {

	private static final String QUERY = """
			WITH s AS (SELECT oid, nspname FROM pg_namespace WHERE nspname = ANY (?::text[])),
				e AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'i'
					OR (refclassid = 'pg_extension'::regclass AND deptype = 'e'))
			SELECT x.kind, x.name FROM (
				SELECT 'pg_class'::regclass AS class, c.oid AS object, c.relnamespace AS namespace,
					'foreign tables' AS kind, c.oid::regclass::text AS name FROM pg_class c WHERE c.relkind = 'f'
				UNION ALL SELECT 'pg_class'::regclass, c.oid, c.relnamespace, 'types of tables',
					format('%s of %s', c.reloftype::regtype, c.oid::regclass) FROM pg_class c WHERE c.reloftype <> 0
				UNION ALL SELECT 'pg_class'::regclass, c.oid, c.relnamespace, 'access methods of tables',
					format('%s of %s', a.amname, c.oid::regclass)
					FROM pg_class c JOIN pg_am a ON a.oid = c.relam WHERE c.relkind IN ('r', 'm') AND a.amname <> 'heap'
				UNION ALL SELECT 'pg_constraint'::regclass, k.oid, c.relnamespace, 'disabled triggers of foreign keys',
					format('%s of %s', k.conname, c.oid::regclass) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
					JOIN pg_constraint k ON k.oid = t.tgconstraint WHERE t.tgisinternal AND t.tgenabled <> 'O'
						AND NOT EXISTS (SELECT FROM pg_trigger r WHERE r.oid = t.tgparentid AND r.tgenabled = t.tgenabled)
				UNION ALL SELECT 'pg_constraint'::regclass, k.oid, c.relnamespace, 'names of inherited constraints',
					format('%s of %s', k.conname, c.oid::regclass) FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
					JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1] WHERE k.contype = 'n'
						AND k.conislocal AND k.coninhcount > 0 AND a.attislocal AND NOT c.relispartition
						AND k.conname <> concat(c.relname, '_', a.attname, '_not_null')
				UNION ALL SELECT COALESCE(k.tableoid, x.tableoid), COALESCE(k.oid, x.oid), x.relnamespace,
					'states of invalid indexes', x.oid::regclass::text
					FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
						LEFT JOIN pg_constraint k ON k.conindid = x.oid AND k.contype IN ('p', 'u', 'x')
					WHERE NOT i.indisvalid AND (x.relkind = 'i' OR k.oid IS NOT NULL)
				UNION ALL SELECT 'pg_class'::regclass, c.oid, c.relnamespace, 'privileges that owners have given up',
					c.oid::regclass::text FROM pg_class c WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S') AND EXISTS (
						SELECT u.privilege_type FROM aclexplode(acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char",
							c.relowner)) u WHERE c.relacl IS NOT NULL AND u.grantee = c.relowner
						EXCEPT SELECT h.privilege_type FROM aclexplode(c.relacl) h WHERE h.grantee = c.relowner)
				UNION ALL SELECT 'pg_proc'::regclass, p.oid, p.pronamespace, 'functions in C', p.oid::regprocedure::text
					FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
					WHERE l.lanname IN ('c', 'internal') AND p.prokind <> 'a'
				UNION ALL SELECT 'pg_type'::regclass, t.oid, t.typnamespace, 'base types', format_type(t.oid, NULL)
					FROM pg_type t WHERE (t.typtype = 'b' AND t.typcategory <> 'A') OR (t.typtype = 'p' AND NOT t.typisdefined)
				UNION ALL SELECT 'pg_type'::regclass, t.oid, t.typnamespace, 'range types with a canonical function',
					format_type(t.oid, NULL) FROM pg_range r JOIN pg_type t ON t.oid = r.rngtypid WHERE r.rngcanonical <> 0
				UNION ALL SELECT 'pg_operator'::regclass, o.oid, o.oprnamespace, 'operators', o.oid::regoperator::text
					FROM pg_operator o
				UNION ALL SELECT 'pg_opclass'::regclass, o.oid, o.opcnamespace, 'operator classes', o.opcname FROM pg_opclass o
				UNION ALL SELECT 'pg_opfamily'::regclass, o.oid, o.opfnamespace, 'operator families', o.opfname FROM pg_opfamily o
				UNION ALL SELECT 'pg_conversion'::regclass, c.oid, c.connamespace, 'conversions', c.conname FROM pg_conversion c
				UNION ALL SELECT 'pg_ts_config'::regclass, c.oid, c.cfgnamespace, 'text search configurations',
					c.oid::regconfig::text FROM pg_ts_config c
				UNION ALL SELECT 'pg_ts_dict'::regclass, d.oid, d.dictnamespace, 'text search dictionaries',
					d.oid::regdictionary::text FROM pg_ts_dict d
				UNION ALL SELECT 'pg_ts_parser'::regclass, p.oid, p.prsnamespace, 'text search parsers', p.prsname
					FROM pg_ts_parser p
				UNION ALL SELECT 'pg_ts_template'::regclass, t.oid, t.tmplnamespace, 'text search templates', t.tmplname
					FROM pg_ts_template t
				UNION ALL SELECT 'pg_default_acl'::regclass, a.oid, COALESCE(NULLIF(a.defaclnamespace, 0),
						(SELECT min(oid) FROM s)), 'default privileges',
					format('on %s of %s', CASE a.defaclobjtype WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences'
						WHEN 'f' THEN 'functions' WHEN 'T' THEN 'types' ELSE 'schemas' END, pg_get_userbyid(a.defaclrole))
					FROM pg_default_acl a
				UNION ALL SELECT d.class, d.object, (SELECT min(oid) FROM s), d.kind, d.name FROM (
					SELECT 'pg_cast'::regclass AS class, c.oid AS object, 'casts' AS kind,
						format('%s to %s', format_type(c.castsource, NULL), format_type(c.casttarget, NULL)) AS name
						FROM pg_cast c WHERE c.oid >= 16384
					UNION ALL SELECT 'pg_event_trigger'::regclass, t.oid, 'event triggers', t.evtname FROM pg_event_trigger t
					UNION ALL SELECT 'pg_publication'::regclass, p.oid, 'publications', p.pubname FROM pg_publication p
					UNION ALL SELECT 'pg_subscription'::regclass, u.oid, 'subscriptions', u.subname FROM pg_subscription u
						WHERE u.subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())
					UNION ALL SELECT 'pg_foreign_data_wrapper'::regclass, f.oid, 'foreign data wrappers', f.fdwname
						FROM pg_foreign_data_wrapper f
					UNION ALL SELECT 'pg_foreign_server'::regclass, f.oid, 'foreign servers', f.srvname
						FROM pg_foreign_server f
					UNION ALL SELECT 'pg_user_mapping'::regclass, u.umid, 'user mappings', format('%s on %s', u.usename,
						u.srvname) FROM pg_user_mappings u
					UNION ALL SELECT 'pg_am'::regclass, a.oid, 'access methods', a.amname FROM pg_am a
					UNION ALL SELECT 'pg_transform'::regclass, t.oid, 'transforms', format('%s for %s',
						format_type(t.trftype, NULL), l.lanname)
						FROM pg_transform t JOIN pg_language l ON l.oid = t.trflang
					UNION ALL SELECT l.classoid, l.objoid, 'security labels', format('%s by %s',
						pg_describe_object(l.classoid, l.objoid, l.objsubid), l.provider) FROM pg_seclabel l
					UNION ALL SELECT 'pg_namespace'::regclass, n.oid, 'schemas', n.nspname FROM pg_namespace n
						WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND n.oid NOT IN (SELECT oid FROM s)
							AND NOT (n.oid IN (SELECT extnamespace FROM pg_extension) AND n.nspacl IS NULL
								AND obj_description(n.oid, 'pg_namespace') IS NULL
								AND NOT EXISTS (SELECT FROM pg_depend p WHERE p.refclassid = 'pg_namespace'::regclass
									AND p.refobjid = n.oid AND p.classid <> 'pg_extension'::regclass
									AND (p.classid, p.objid) NOT IN (SELECT classid, objid FROM e)))
					UNION ALL SELECT 'pg_language'::regclass, l.oid, 'procedural languages', l.lanname FROM pg_language l
						WHERE l.oid >= 16384) d
			) x JOIN s ON s.oid = x.namespace
			WHERE x.object >= 16384 AND (x.class, x.object) NOT IN (SELECT classid, objid FROM e)
			""";

	private static final String SCHEMAS = "schemas";

	private static final String TOOLS = "tables of other migration tools";

	private final Map<String, List<String>> names = new TreeMap<>();

	LeftOutCatalog(CatalogReader reader, RelationCatalog relations) throws SQLException {
		reader.inSchemas(QUERY, (row) -> this.names.computeIfAbsent(row.getString("kind"), (kind) -> new ArrayList<>())
			.add(row.getString("name")));
		List<String> tools = relations.ofTools();
		if (!tools.isEmpty()) {
			this.names.put(TOOLS, tools);
		}
	}

	List<LeftOutObjects> all() {
		List<LeftOutObjects> all = new ArrayList<>();
		this.names.forEach((kind, found) -> all
			.add(new LeftOutObjects(kind, found.stream().distinct().sorted().toList(), action(kind))));
		return all;
	}

	private static String action(String kind) {
		return switch (kind) {
			case SCHEMAS -> "If they belong to the application, name them in migrations.autogenerate.schemas.";
			case "types of tables", "access methods of tables", "disabled triggers of foreign keys",
					"privileges that owners have given up", "names of inherited constraints", "security labels" ->
				"What has them is created without.";
			case "states of invalid indexes" -> "They are created valid.";
			case TOOLS -> "Nothing needs to be done about them.";
			default -> "If the revision creates something that needs one of them, put what creates that before it.";
		};
	}

}
