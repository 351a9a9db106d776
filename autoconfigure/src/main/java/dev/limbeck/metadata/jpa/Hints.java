package dev.limbeck.metadata.jpa;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import dev.limbeck.metadata.IgnoredObjects;
import dev.limbeck.schema.Extent;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.TableHints;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * What the annotations of entities and attributes say about tables and columns.
 */
final class Hints {

	private final Names names;

	private final Set<Table> ignoredTables = new LinkedHashSet<>();

	private final Map<Table, Set<String>> ignoredColumns = new LinkedHashMap<>();

	private final Map<Table, QualifiedName> renamedTables = new LinkedHashMap<>();

	private final Map<Table, Map<String, String>> renamedColumns = new LinkedHashMap<>();

	private final Map<Table, Map<String, QualifiedName>> counters = new LinkedHashMap<>();

	Hints(Names names) {
		this.names = names;
	}

	void ignore(Table table) {
		this.ignoredTables.add(table);
	}

	void ignore(Table table, String column) {
		this.ignoredColumns.computeIfAbsent(table, (key) -> new LinkedHashSet<>()).add(column);
	}

	/**
	 * Say which name a table had.
	 * @param table the table
	 * @param before the name, with a schema if it was in another one
	 */
	void renamed(Table table, String before) {
		QualifiedName name = this.names.of(table);
		int dot = before.lastIndexOf('.');
		QualifiedName old = (dot > 0) ? QualifiedName.of(before.substring(0, dot), before.substring(dot + 1))
				: name.sibling(before);
		QualifiedName other = this.renamedTables.putIfAbsent(table, old);
		if (other != null && !other.equals(old)) {
			throw new IllegalArgumentException(
					"table '" + name + "' is said to have been '" + other + "', and '" + old + "'");
		}
	}

	/**
	 * Say which name a column had.
	 * @param table the table
	 * @param column the column
	 * @param before the name that it had
	 */
	void renamed(Table table, String column, String before) {
		String other = this.renamedColumns.computeIfAbsent(table, (key) -> new LinkedHashMap<>())
			.putIfAbsent(before, column);
		if (other != null && !other.equals(column)) {
			throw new IllegalArgumentException("columns '" + other + "' and '" + column + "' of table '"
					+ this.names.of(table) + "' are both said to have been '" + before + "'");
		}
	}

	/**
	 * Say from which sequence the values of a column come.
	 * @param table the table
	 * @param column the column
	 * @param sequence the sequence
	 */
	void counter(Table table, String column, QualifiedName sequence) {
		this.counters.computeIfAbsent(table, (key) -> new LinkedHashMap<>()).put(column, sequence);
	}

	boolean isIgnored(Table table) {
		return this.ignoredTables.contains(table);
	}

	Set<String> ignoredColumns(Table table) {
		return this.ignoredColumns.getOrDefault(table, Set.of());
	}

	@Nullable QualifiedName renamedFrom(Table table) {
		return this.renamedTables.get(table);
	}

	Map<String, String> renamedColumns(Table table) {
		return this.renamedColumns.getOrDefault(table, Map.of());
	}

	TableHints of(Table table) {
		boolean ordered = table.getPrimaryKey() != null && table.getPrimaryKey().getOrderingUniqueKey() != null;
		return new TableHints(renamedFrom(table), renamedColumns(table), Set.of(), !ordered,
				this.counters.getOrDefault(table, Map.of()), Extent.ENTITY, null);
	}

	IgnoredObjects ignored() {
		Set<QualifiedName> tables = new LinkedHashSet<>();
		this.ignoredTables.forEach((table) -> tables.add(this.names.of(table)));
		Map<QualifiedName, Set<String>> columns = new LinkedHashMap<>();
		this.ignoredColumns.forEach((table, ignored) -> columns.put(this.names.of(table), ignored));
		return new IgnoredObjects(tables, columns);
	}

}
