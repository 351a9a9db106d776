package dev.limbeck.metadata.jpa;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexKey;
import dev.limbeck.schema.QualifiedName;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Selectable;
import org.jspecify.annotations.Nullable;

/**
 * Reads indexes.
 */
final class IndexReader {

	private static final Set<String> CLAUSES = Set.of("include", "nulls", "with", "tablespace", "where");

	private static final Set<String> ORDER = Set.of("asc", "desc", "nulls");

	private final Dialect dialect;

	private final Declarations declarations;

	IndexReader(Dialect dialect, Declarations declarations) {
		this.dialect = dialect;
		this.declarations = declarations;
	}

	/**
	 * Read an index.
	 * @param index the index
	 * @param table the table
	 * @param parts receives it
	 */
	void read(org.hibernate.mapping.Index index, org.hibernate.mapping.Table table, TableParts parts) {
		List<IndexKey> keys = new ArrayList<>();
		for (Selectable selectable : index.getSelectables()) {
			String order = index.getSelectableOrderMap().get(selectable);
			if (selectable instanceof Column column) {
				this.declarations.requireColumn(table, column);
				keys.add(key(column, order));
			}
			else {
				keys.add(expression(selectable.getText(this.dialect), order));
			}
		}
		parts.add(index(keys, index.isUnique(), index.getOptions()), Names.of(index.getName()));
	}

	static IndexKey key(Column column, @Nullable String order) {
		boolean descending = "desc".equalsIgnoreCase(order);
		return new IndexKey(Names.of(column), null, null, null, Map.of(), descending, descending);
	}

	/**
	 * Read what stands in parentheses, behind which Hibernate passes on whatever comes.
	 * @param text the parentheses, and what is behind
	 * @param order the order that was split off, if any was
	 * @return the key
	 */
	private static IndexKey expression(String text, @Nullable String order) {
		SqlCursor cursor = new SqlCursor((order != null) ? text + " " + order : text);
		String expression = cursor.group().inside();
		SqlCursor inside = new SqlCursor(expression);
		SqlToken first = inside.next();
		String column = (first.isName() && !inside.hasNext()) ? first.name() : null;
		QualifiedName collation = cursor.accept("collate") ? cursor.qualifiedName() : null;
		boolean classed = cursor.hasNext() && !cursor.isAtAny(ORDER);
		QualifiedName operatorClass = classed ? cursor.qualifiedName() : null;
		boolean descending = cursor.accept("desc");
		cursor.accept("asc");
		boolean nullsFirst = cursor.accept("nulls first") || (!cursor.accept("nulls last") && descending);
		if (cursor.hasNext()) {
			throw cursor.unreadable();
		}
		return new IndexKey(column, (column != null) ? null : expression, collation, operatorClass, Map.of(),
				descending, nullsFirst);
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
