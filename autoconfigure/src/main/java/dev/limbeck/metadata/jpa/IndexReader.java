package dev.limbeck.metadata.jpa;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexKey;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Selectable;
import org.jspecify.annotations.Nullable;

/**
 * Reads indexes.
 */
final class IndexReader {

	private static final Set<String> CLAUSES = Set.of("include", "nulls", "with", "tablespace", "where");

	private final Dialect dialect;

	IndexReader(Dialect dialect) {
		this.dialect = dialect;
	}

	/**
	 * Read an index.
	 * @param index the index
	 * @param parts receives it
	 */
	void read(org.hibernate.mapping.Index index, TableParts parts) {
		List<IndexKey> keys = new ArrayList<>();
		for (Selectable selectable : index.getSelectables()) {
			String order = index.getSelectableOrderMap().get(selectable);
			keys.add((selectable instanceof Column column) ? key(column, order)
					: expression(selectable.getText(this.dialect), order));
		}
		parts.add(index(keys, index.isUnique(), index.getOptions()), Names.of(index.getName()));
	}

	static IndexKey key(Column column, @Nullable String order) {
		return ordered(IndexKey.column(Names.of(column)), order);
	}

	private static IndexKey expression(String expression, @Nullable String order) {
		return ordered(IndexKey.expression(expression), order);
	}

	private static IndexKey ordered(IndexKey key, @Nullable String order) {
		String words = (order != null) ? order.toLowerCase(Locale.ROOT) : "";
		boolean descending = words.contains("desc");
		boolean nullsFirst = words.contains("nulls first") || (descending && !words.contains("nulls last"));
		return new IndexKey(key.column(), key.expression(), null, null, Map.of(), descending, nullsFirst);
	}

	static Index index(List<IndexKey> keys, boolean unique, @Nullable String options) {
		SqlCursor cursor = new SqlCursor((options != null) ? options : "");
		List<String> include = cursor.accept("include") ? cursor.names() : List.of();
		boolean nullsNotDistinct = cursor.accept("nulls not distinct");
		if (!nullsNotDistinct) {
			cursor.accept("nulls distinct");
		}
		Map<String, String> parameters = cursor.accept("with") ? StorageText.read(cursor) : new LinkedHashMap<>();
		String tablespace = cursor.accept("tablespace") ? cursor.name() : null;
		String where = cursor.accept("where") ? cursor.expression(CLAUSES) : null;
		if (cursor.hasNext()) {
			throw cursor.unreadable();
		}
		return new Index(null, keys, unique, nullsNotDistinct, Index.DEFAULT_METHOD, include, where, parameters,
				tablespace, true, null);
	}

}
