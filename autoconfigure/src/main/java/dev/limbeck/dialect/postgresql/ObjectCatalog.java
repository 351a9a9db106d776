package dev.limbeck.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.limbeck.dialect.ObjectAddress;
import dev.limbeck.dialect.ObjectAddress.Kind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * What the objects of the catalog are called, and which of them needs which. What belongs
 * to an extension is the extension here.
 */
final class ObjectCatalog {

	// A default of a generated column cannot be told apart from the table
	private static final String OBJECT_QUERY = """
			WITH s AS (SELECT oid, nspname FROM pg_namespace WHERE nspname = ANY (?::text[]))
			SELECT 'pg_namespace'::regclass::oid::bigint AS class, s.oid::bigint AS object, 'SCHEMA' AS kind,
				NULL::name AS schema, s.nspname AS name, '' AS part FROM s
			UNION ALL SELECT 'pg_class'::regclass::oid::bigint, c.oid::bigint,
				CASE c.relkind WHEN 'c' THEN 'TYPE' ELSE 'RELATION' END, s.nspname, c.relname, ''
				FROM pg_class c JOIN s ON s.oid = c.relnamespace WHERE c.relkind NOT IN ('i', 'I', 't')
			UNION ALL SELECT 'pg_class'::regclass::oid::bigint, i.indexrelid::bigint,
				CASE WHEN k.oid IS NULL THEN 'INDEX' ELSE 'CONSTRAINT' END, s.nspname, t.relname,
				COALESCE(k.conname, x.relname)
				FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
					JOIN s ON s.oid = t.relnamespace LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid
						AND k.conrelid = i.indrelid AND k.contype IN ('p', 'u', 'x')
			UNION ALL SELECT 'pg_constraint'::regclass::oid::bigint, k.oid::bigint, 'CONSTRAINT', s.nspname, t.relname,
				k.conname FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid JOIN s ON s.oid = t.relnamespace
			UNION ALL SELECT 'pg_constraint'::regclass::oid::bigint, k.oid::bigint, 'TYPE', s.nspname, t.typname, ''
				FROM pg_constraint k JOIN pg_type t ON t.oid = k.contypid JOIN s ON s.oid = t.typnamespace
			UNION ALL SELECT 'pg_attrdef'::regclass::oid::bigint, f.oid::bigint,
				CASE a.attgenerated WHEN '' THEN 'DEFAULT' ELSE 'RELATION' END, s.nspname, t.relname,
				CASE a.attgenerated WHEN '' THEN a.attname ELSE '' END
				FROM pg_attrdef f JOIN pg_attribute a ON a.attrelid = f.adrelid AND a.attnum = f.adnum
					JOIN pg_class t ON t.oid = f.adrelid JOIN s ON s.oid = t.relnamespace
			UNION ALL SELECT 'pg_rewrite'::regclass::oid::bigint, r.oid::bigint, 'RELATION', s.nspname, t.relname, ''
				FROM pg_rewrite r JOIN pg_class t ON t.oid = r.ev_class JOIN s ON s.oid = t.relnamespace
				WHERE r.rulename = '_RETURN'
			UNION ALL SELECT 'pg_proc'::regclass::oid::bigint, p.oid::bigint, 'ROUTINE', s.nspname, p.proname,
				pg_get_function_arguments(p.oid) FROM pg_proc p JOIN s ON s.oid = p.pronamespace
			UNION ALL SELECT 'pg_type'::regclass::oid::bigint, t.oid::bigint,
				CASE WHEN b.typtype = 'c' AND c.relkind <> 'c' THEN 'RELATION' ELSE 'TYPE' END, s.nspname,
				COALESCE(c.relname, g.typname, b.typname), '' FROM pg_type t
					JOIN pg_type b ON b.oid = CASE WHEN t.typcategory = 'A' THEN t.typelem ELSE t.oid END
					JOIN s ON s.oid = b.typnamespace LEFT JOIN pg_class c ON c.oid = b.typrelid
					LEFT JOIN pg_range r ON r.rngmultitypid = b.oid LEFT JOIN pg_type g ON g.oid = r.rngtypid
			UNION ALL SELECT d.classid::bigint, d.objid::bigint, 'EXTENSION', NULL, x.extname, ''
				FROM pg_depend d JOIN pg_extension x ON x.oid = d.refobjid
				WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'
			UNION ALL SELECT 'pg_extension'::regclass::oid::bigint, x.oid::bigint, 'EXTENSION', NULL, x.extname, ''
				FROM pg_extension x
			""";

	// A valid constraint cannot be added to a domain once a table has a column in whose
	// type the domain is
	private static final String DOMAIN_NEED_QUERY = """
			UNION ALL SELECT 'pg_class'::regclass::oid::bigint, u.relation::bigint, 'pg_constraint'::regclass::oid::bigint,
				u.constraint::bigint, false FROM (
					WITH RECURSIVE w AS (SELECT k.oid AS constraint, k.contypid AS type, false AS within
							FROM pg_constraint k WHERE k.contypid >= 16384 AND k.contype = 'c' AND k.convalidated
						UNION SELECT w.constraint, x.type, w.within OR x.contains FROM w JOIN (
							SELECT t.oid AS type, t.typbasetype AS of, false AS contains FROM pg_type t WHERE t.typtype = 'd'
							UNION ALL SELECT t.oid, t.typelem, true FROM pg_type t WHERE t.typcategory = 'A' AND t.typelem <> 0
							UNION ALL SELECT r.rngtypid, r.rngsubtype, true FROM pg_range r
							UNION ALL SELECT r.rngmultitypid, r.rngtypid, true FROM pg_range r
							UNION ALL SELECT c.reltype, a.atttypid, true FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
								WHERE c.reltype <> 0 AND a.attnum > 0 AND NOT a.attisdropped) x ON x.of = w.type)
					SELECT DISTINCT a.attrelid AS relation, w.constraint FROM w JOIN pg_attribute a ON a.atttypid = w.type
						JOIN pg_class c ON c.oid = a.attrelid
					WHERE w.within AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'm')) u
			""";

	// What the server was initialized with needs nothing and is always there
	private static final String NEED_QUERY = """
			SELECT d.classid::bigint AS class, d.objid::bigint AS object, d.refclassid::bigint AS refclass,
				d.refobjid::bigint AS refobject, d.refobjsubid > 0 AND d.deptype IN ('a', 'i') AS owned
			FROM pg_depend d WHERE d.deptype IN ('n', 'a', 'i', 'P', 'S') AND ?::text[] IS NOT NULL
				AND d.objid >= 16384 AND d.refobjid >= 16384
			""" + DOMAIN_NEED_QUERY;

	private final Map<Long, Map<Long, ObjectAddress>> addresses = new HashMap<>();

	private final List<Need> needs;

	ObjectCatalog(CatalogReader reader) throws SQLException {
		reader.inSchemas(OBJECT_QUERY, (row) -> put(row.getLong("class"), row.getLong("object"),
				new ObjectAddress(Kind.valueOf(row.getString("kind")), name(reader, row), row.getString("part"))));
		this.needs = reader.inSchemas(NEED_QUERY, (row) -> new Need(row.getLong("class"), row.getLong("object"),
				row.getLong("refclass"), row.getLong("refobject"), row.getBoolean("owned")));
	}

	private static QualifiedName name(CatalogReader reader, ResultSet row) throws SQLException {
		String schema = row.getString("schema");
		return (schema != null) ? reader.scope().name(schema, row.getString("name"))
				: QualifiedName.of(row.getString("name"));
	}

	ObjectAddress put(long catalog, long object, ObjectAddress address) {
		this.addresses.computeIfAbsent(catalog, (missing) -> new HashMap<>()).put(object, address);
		return address;
	}

	private @Nullable ObjectAddress get(long catalog, long object) {
		return this.addresses.getOrDefault(catalog, Map.of()).get(object);
	}

	/**
	 * Return which object needs which. A sequence that is part of its column is the
	 * table, and one that is not comes before the column that it belongs to.
	 * @param schema the objects for which there are operations
	 * @return what each object needs
	 */
	Map<ObjectAddress, Set<ObjectAddress>> needs(Schema schema) {
		Set<QualifiedName> sequences = new HashSet<>();
		schema.sequences().stream().map(Sequence::name).forEach(sequences::add);
		Map<ObjectAddress, ObjectAddress> owners = new HashMap<>();
		Map<ObjectAddress, Set<ObjectAddress>> result = new LinkedHashMap<>();
		for (Need need : this.needs) {
			ObjectAddress object = get(need.catalog(), need.object());
			ObjectAddress needed = get(need.refCatalog(), need.refObject());
			if (object == null || needed == null || object.equals(needed)) {
				continue;
			}
			if (sequences.contains(object.name()) && object.kind() == Kind.RELATION && need.owned()) {
				continue;
			}
			if (need.owned() && object.kind() == Kind.RELATION && needed.kind() == Kind.RELATION) {
				owners.put(object, needed);
			}
			result.computeIfAbsent(object, (missing) -> new HashSet<>()).add(needed);
		}
		return withOwners(result, owners);
	}

	private static Map<ObjectAddress, Set<ObjectAddress>> withOwners(Map<ObjectAddress, Set<ObjectAddress>> needs,
			Map<ObjectAddress, ObjectAddress> owners) {
		Map<ObjectAddress, Set<ObjectAddress>> result = new LinkedHashMap<>();
		needs.forEach((object, needed) -> {
			ObjectAddress owner = owners.getOrDefault(object, object);
			Set<ObjectAddress> all = result.computeIfAbsent(owner, (missing) -> new HashSet<>());
			needed.stream().map((each) -> owners.getOrDefault(each, each)).forEach(all::add);
			all.remove(owner);
		});
		return result;
	}

	/**
	 * An object that needs another.
	 *
	 * @param catalog the catalog of the object
	 * @param object the object
	 * @param refCatalog the catalog of the other
	 * @param refObject the other
	 * @param owned whether the object goes with a column of the other
	 */
	private record Need(long catalog, long object, long refCatalog, long refObject, boolean owned) {

	}

}
