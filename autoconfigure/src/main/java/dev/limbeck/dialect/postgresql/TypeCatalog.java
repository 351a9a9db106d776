package dev.limbeck.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import dev.limbeck.schema.Domain;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Extension;
import dev.limbeck.schema.Namespace;
import dev.limbeck.schema.Routine;

/**
 * What the catalog has besides tables, views and sequences.
 */
final class TypeCatalog {

	private static final String NAMESPACE_QUERY = """
			SELECT n.nspname, d.description FROM pg_namespace n
				LEFT JOIN pg_description d ON d.objoid = n.oid AND d.classoid = 'pg_namespace'::regclass
			WHERE n.nspname = ANY (?::text[]) ORDER BY n.nspname
			""";

	private static final String EXTENSION_QUERY = """
			SELECT x.extname, n.nspname FROM pg_extension x
				JOIN pg_namespace n ON n.oid = x.extnamespace
			WHERE x.extname <> 'plpgsql' AND ?::text[] IS NOT NULL ORDER BY x.extname
			""";

	private static final String TYPE_QUERY = """
			SELECT n.nspname, t.typname, d.description,
				CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END AS base,
				ARRAY(SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder) AS labels
			FROM pg_type t
				JOIN pg_namespace n ON n.oid = t.typnamespace
				LEFT JOIN pg_description d ON d.objoid = t.oid AND d.classoid = 'pg_type'::regclass AND d.objsubid = 0
			WHERE n.nspname = ANY (?::text[]) AND t.typtype IN ('e', 'd') AND t.oid NOT IN (SELECT p.objid FROM pg_depend p
				WHERE p.refclassid = 'pg_extension'::regclass AND p.classid = 'pg_type'::regclass AND p.deptype = 'e')
			ORDER BY n.nspname, t.typname
			""";

	private static final String ROUTINE_QUERY = """
			SELECT n.nspname, p.proname, p.prokind, pg_get_function_arguments(p.oid) AS arguments,
				pg_get_function_result(p.oid) AS result, l.lanname, p.prosrc, d.description,
				concat_ws(' ', CASE p.provolatile WHEN 'i' THEN 'IMMUTABLE' WHEN 's' THEN 'STABLE' END,
					CASE WHEN p.proisstrict THEN 'STRICT' END, CASE WHEN p.prosecdef THEN 'SECURITY DEFINER' END,
					CASE WHEN p.proleakproof THEN 'LEAKPROOF' END,
					CASE p.proparallel WHEN 's' THEN 'PARALLEL SAFE' WHEN 'r' THEN 'PARALLEL RESTRICTED' END,
					CASE WHEN p.procost <> 100 THEN 'COST ' || p.procost END,
					CASE WHEN p.proretset AND p.prorows <> 1000 THEN 'ROWS ' || p.prorows END,
					(SELECT string_agg(format('SET %I TO %s', c.name, CASE WHEN c.value <> '""' AND c.name IN ('search_path',
							'temp_tablespaces', 'local_preload_libraries', 'session_preload_libraries')
							THEN c.value ELSE quote_literal(CASE c.value WHEN '""' THEN '' ELSE c.value END) END), ' ')
						FROM (SELECT split_part(v, '=', 1) AS name, substr(v, strpos(v, '=') + 1) AS value
							FROM unnest(p.proconfig) v) c)) AS options
			FROM pg_proc p
				JOIN pg_namespace n ON n.oid = p.pronamespace
				JOIN pg_language l ON l.oid = p.prolang
				LEFT JOIN pg_description d ON d.objoid = p.oid AND d.classoid = 'pg_proc'::regclass
			WHERE n.nspname = ANY (?::text[]) AND p.prokind IN ('f', 'p') AND p.prosqlbody IS NULL AND p.prosrc ~ '\\S'
				AND l.lanname NOT IN ('c', 'internal') AND p.oid NOT IN (SELECT e.objid FROM pg_depend e
				WHERE e.refclassid = 'pg_extension'::regclass AND e.classid = 'pg_proc'::regclass AND e.deptype = 'e')
			ORDER BY n.nspname, p.proname, arguments
			""";

	private final List<Namespace> namespaces;

	private final List<Extension> extensions;

	private final List<EnumType> enumTypes;

	private final List<Domain> domains;

	private final List<Routine> routines;

	TypeCatalog(CatalogReader reader) throws SQLException {
		this.namespaces = reader.inSchemas(NAMESPACE_QUERY,
				(row) -> new Namespace(row.getString("nspname"), null, row.getString("description")));
		this.extensions = reader.inSchemas(EXTENSION_QUERY, (row) -> new Extension(row.getString("extname"),
				reader.name(row, "nspname", "extname").schema(), null, null));
		List<Object> types = reader.inSchemas(TYPE_QUERY, (row) -> type(reader, row));
		this.enumTypes = types.stream().filter(EnumType.class::isInstance).map(EnumType.class::cast).toList();
		this.domains = types.stream().filter(Domain.class::isInstance).map(Domain.class::cast).toList();
		this.routines = reader.inSchemas(ROUTINE_QUERY, (row) -> routine(reader, row));
	}

	private static Object type(CatalogReader reader, ResultSet row) throws SQLException {
		if (row.getString("base") != null) {
			return new Domain(reader.name(row, "nspname", "typname"), reader.type(row, "base"));
		}
		return new EnumType(reader.name(row, "nspname", "typname"), CatalogReader.strings(row, "labels"),
				row.getString("description"));
	}

	private static Routine routine(CatalogReader reader, ResultSet row) throws SQLException {
		boolean procedure = row.getString("prokind").equals("p");
		String options = row.getString("options");
		return new Routine(reader.name(row, "nspname", "proname"), procedure, CatalogReader.printed(row, "arguments"),
				procedure ? null : row.getString("result"), row.getString("lanname"),
				options.isEmpty() ? null : options, row.getString("prosrc"), row.getString("description"));
	}

	List<Namespace> namespaces() {
		return this.namespaces;
	}

	List<Extension> extensions() {
		return this.extensions;
	}

	List<EnumType> enumTypes() {
		return this.enumTypes;
	}

	List<Domain> domains() {
		return this.domains;
	}

	List<Routine> routines() {
		return this.routines;
	}

}
