package dev.limbeck.metadata;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import dev.limbeck.schema.QualifiedName;

/**
 * What a part of the application's model has left out of the comparison with the
 * database. It is not in the schema that is needed, and if the database has it, it stays.
 *
 * @param tables the tables
 * @param columns the columns of tables that are not left out
 * @see MigrationsIgnore
 * @since 0.1.0
 */
public record IgnoredObjects(Set<QualifiedName> tables, Map<QualifiedName, Set<String>> columns) {

	/**
	 * Nothing is left out.
	 */
	public static final IgnoredObjects NONE = new IgnoredObjects(Set.of(), Map.of());

	/**
	 * Create a record of what is left out.
	 * @param tables the tables
	 * @param columns the columns of tables that are not left out
	 */
	public IgnoredObjects {
		tables = Set.copyOf(tables);
		Map<QualifiedName, Set<String>> copy = new LinkedHashMap<>();
		columns.forEach((table, names) -> copy.put(table, Set.copyOf(names)));
		columns = Map.copyOf(copy);
	}

	/**
	 * Return this together with what somebody else has left out.
	 * @param other the other
	 * @return both
	 */
	public IgnoredObjects and(IgnoredObjects other) {
		Set<QualifiedName> allTables = union(this.tables, other.tables);
		Map<QualifiedName, Set<String>> allColumns = new LinkedHashMap<>(this.columns);
		other.columns.forEach((table, names) -> allColumns.merge(table, names, IgnoredObjects::union));
		return new IgnoredObjects(allTables, allColumns);
	}

	private static <T> Set<T> union(Set<T> one, Set<T> other) {
		Set<T> all = new LinkedHashSet<>(one);
		all.addAll(other);
		return all;
	}

	/**
	 * Return the same with other names of the tables.
	 * @param rename returns the other name of one
	 * @return the same
	 */
	public IgnoredObjects named(UnaryOperator<QualifiedName> rename) {
		Set<QualifiedName> allTables = new LinkedHashSet<>();
		this.tables.forEach((table) -> allTables.add(rename.apply(table)));
		Map<QualifiedName, Set<String>> allColumns = new LinkedHashMap<>();
		this.columns.forEach((table, names) -> allColumns.merge(rename.apply(table), names, IgnoredObjects::union));
		return new IgnoredObjects(allTables, allColumns);
	}

	/**
	 * Tell whether a table is left out.
	 * @param table the table
	 * @return whether it is
	 */
	public boolean hasTable(QualifiedName table) {
		return this.tables.contains(table);
	}

	/**
	 * Tell whether a column is left out, by itself or with its table.
	 * @param table the table
	 * @param column the column
	 * @return whether it is
	 */
	public boolean hasColumn(QualifiedName table, String column) {
		return hasTable(table) || this.columns.getOrDefault(table, Set.of()).contains(column);
	}

}
