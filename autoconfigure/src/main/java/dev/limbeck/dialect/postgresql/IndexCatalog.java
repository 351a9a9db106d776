package dev.limbeck.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexKey;
import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * The indexes of the catalog, those of constraints, too.
 */
final class IndexCatalog {

	private static final String QUERY = """
			SELECT i.indexrelid, i.indrelid, c.relname, m.amname, i.indisunique, %s AS nullsnotdistinct, i.indisvalid,
				i.indnkeyatts, i.indkey::text AS columns, i.indoption::text AS options, c.reloptions, s.spcname,
				i.indcollation::text AS collations, i.indexprs IS NOT NULL OR m.amname <> 'btree'
					OR i.indclass::oid[] && ARRAY(SELECT o.oid FROM pg_opclass o JOIN pg_am b ON b.oid = o.opcmethod
						WHERE b.amname = 'btree' AND NOT o.opcdefault) AS special,
				pg_get_expr(i.indpred, i.indrelid) AS predicate, d.description
			FROM pg_index i
				JOIN pg_class c ON c.oid = i.indexrelid
				JOIN pg_am m ON m.oid = c.relam
				LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
				LEFT JOIN pg_description d ON d.objoid = c.oid AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0
			WHERE i.indrelid = ANY (?::oid[])
			ORDER BY i.indrelid, c.relname
			""";

	// Only the keys that are more than a column in its own collation and the usual
	// operator class, of the few indexes that may have such keys
	private static final String KEY_QUERY = """
			SELECT i.indexrelid, k.place, i.indkey[k.place - 1] = 0 AS computed, CASE WHEN i.indkey[k.place - 1] = 0
					THEN pg_get_indexdef(i.indexrelid, k.place, false) END AS expression,
				CASE WHEN NOT o.opcdefault OR a.attoptions IS NOT NULL THEN o.opcname END AS opcname,
				n.nspname AS opcschema, a.attoptions, l.collname, m.nspname AS collschema
			FROM pg_index i
				CROSS JOIN LATERAL generate_series(1, i.indnkeyatts) k (place)
				JOIN pg_opclass o ON o.oid = i.indclass[k.place - 1]
				JOIN pg_namespace n ON n.oid = o.opcnamespace
				JOIN pg_attribute a ON a.attrelid = i.indexrelid AND a.attnum = k.place
				LEFT JOIN pg_attribute b ON b.attrelid = i.indrelid AND b.attnum = i.indkey[k.place - 1]
				LEFT JOIN pg_collation l ON l.oid = i.indcollation[k.place - 1]
					AND l.oid <> COALESCE(b.attcollation, 100)
				LEFT JOIN pg_namespace m ON m.oid = l.collnamespace
			WHERE i.indexrelid = ANY (?::oid[]) AND (i.indkey[k.place - 1] = 0 OR NOT o.opcdefault
				OR l.oid IS NOT NULL OR a.attoptions IS NOT NULL)
			""";

	private static final String NO_COLLATION = "0";

	private static final String DEFAULT_COLLATION = "100";

	// The name of a key until it is known which expression it is
	private static final String UNKNOWN = "?";

	private static final int DESCENDING = 1;

	private static final int NULLS_FIRST = 2;

	private final CatalogReader reader;

	private final ColumnCatalog columns;

	private final Map<Long, Map<Integer, IndexKey>> keys = new HashMap<>();

	private final Set<Long> special = new LinkedHashSet<>();

	private final List<CatalogIndex> all;

	IndexCatalog(CatalogReader reader, ColumnCatalog columns, Collection<Long> tables) throws SQLException {
		this.reader = reader;
		this.columns = columns;
		List<CatalogIndex> plain = reader.ofObjects(QUERY.formatted(reader.since(15, "i.indnullsnotdistinct", "false")),
				tables, this::index);
		reader.ofObjects(KEY_QUERY, this.special,
				(row) -> this.keys.computeIfAbsent(row.getLong("indexrelid"), (index) -> new HashMap<>())
					.put(row.getInt("place"), key(row)));
		this.all = plain.stream().map(this::withSpecialKeys).toList();
	}

	List<CatalogIndex> all() {
		return this.all;
	}

	private IndexKey key(ResultSet row) throws SQLException {
		boolean computed = row.getBoolean("computed");
		String expression = computed ? ExpressionText.of(CatalogReader.printed(row, "expression")) : null;
		return new IndexKey((expression != null) ? null : UNKNOWN, expression, own(row, "collschema", "collname"),
				own(row, "opcschema", "opcname"), CatalogReader.options(row, "attoptions"), false, false);
	}

	private @Nullable QualifiedName own(ResultSet row, String schema, String name) throws SQLException {
		return (row.getString(name) != null) ? this.reader.nameBesideSystem(row.getString(schema), row.getString(name))
				: null;
	}

	private CatalogIndex index(ResultSet row) throws SQLException {
		long oid = row.getLong("indexrelid");
		long table = row.getLong("indrelid");
		List<Integer> numbers = CatalogReader.numbers(row.getString("columns"));
		int keyCount = row.getInt("indnkeyatts");
		List<Integer> options = CatalogReader.numbers(row.getString("options"));
		List<IndexKey> plain = new ArrayList<>();
		for (int i = 0; i < keyCount; i++) {
			plain.add(key((numbers.get(i) != 0) ? this.columns.name(table, numbers.get(i)) : UNKNOWN, options.get(i)));
		}
		if (row.getBoolean("special") || !isUsual(table, numbers, row.getString("collations").split(" "))) {
			this.special.add(oid);
		}
		List<String> include = this.columns.names(table, numbers.subList(keyCount, numbers.size()));
		Index index = new Index(row.getString("relname"), plain, row.getBoolean("indisunique"),
				row.getBoolean("nullsnotdistinct"), row.getString("amname"), include,
				ExpressionText.ofNullable(row.getString("predicate")), CatalogReader.options(row, "reloptions"),
				row.getString("spcname"), row.getBoolean("indisvalid"), row.getString("description"));
		return new CatalogIndex(oid, table, index);
	}

	private static IndexKey key(String column, int options) {
		return new IndexKey(column, null, null, null, Map.of(), (options & DESCENDING) != 0,
				(options & NULLS_FIRST) != 0);
	}

	private boolean isUsual(long table, List<Integer> numbers, String[] collations) {
		for (int i = 0; i < collations.length; i++) {
			String collation = collations[i];
			if (!collation.equals(NO_COLLATION) && (!collation.equals(DEFAULT_COLLATION)
					|| !this.columns.isInDefaultCollation(table, numbers.get(i)))) {
				return false;
			}
		}
		return true;
	}

	private CatalogIndex withSpecialKeys(CatalogIndex plain) {
		Map<Integer, IndexKey> byPlace = this.keys.get(plain.oid());
		if (byPlace == null) {
			return plain;
		}
		Index index = plain.index();
		List<IndexKey> all = new ArrayList<>();
		for (IndexKey key : index.keys()) {
			IndexKey found = byPlace.get(all.size() + 1);
			all.add((found != null) ? withSpecial(key, found) : key);
		}
		return new CatalogIndex(plain.oid(), plain.table(), index.withKeys(all));
	}

	private static IndexKey withSpecial(IndexKey plain, IndexKey found) {
		return new IndexKey((found.expression() != null) ? null : plain.column(), found.expression(), found.collation(),
				found.operatorClass(), found.operatorClassParameters(), plain.descending(), plain.nullsFirst());
	}

}
