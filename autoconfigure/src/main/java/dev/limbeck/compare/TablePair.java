package dev.limbeck.compare;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;

/**
 * A table as it is and as it is wanted, the latter as it was declared and as the database
 * would print it.
 */
final class TablePair {

	private final Table database;

	private final Table declared;

	private final Table normalized;

	private final Map<String, Constraint> constraints = new HashMap<>();

	private final Map<String, Index> indexes = new HashMap<>();

	private final Map<String, Column> columns = new HashMap<>();

	private final Set<String> removedColumns = new HashSet<>();

	TablePair(Table database, Table declared, Table normalized) {
		this.database = database;
		this.declared = declared;
		this.normalized = normalized;
		declared.constraints()
			.forEach((constraint) -> this.constraints.put(Objects.requireNonNull(constraint.name()), constraint));
		declared.indexes().forEach((index) -> this.indexes.put(Objects.requireNonNull(index.name()), index));
		declared.columns().forEach((column) -> this.columns.put(column.name(), column));
		database.columns()
			.stream()
			.map(Column::name)
			.filter((column) -> !this.columns.containsKey(column))
			.forEach(this.removedColumns::add);
	}

	QualifiedName name() {
		return this.declared.name();
	}

	Table database() {
		return this.database;
	}

	Table declared() {
		return this.declared;
	}

	Table normalized() {
		return this.normalized;
	}

	boolean isGenerated(String name) {
		return this.declared.hints().generatedNames().contains(name);
	}

	<T extends Constraint> T declared(T constraint, Class<T> type) {
		return type.cast(Objects.requireNonNull(this.constraints.get(Objects.requireNonNull(constraint.name()))));
	}

	Index declared(Index index) {
		return Objects.requireNonNull(this.indexes.get(Objects.requireNonNull(index.name())));
	}

	Column declared(Column column) {
		return Objects.requireNonNull(this.columns.get(column.name()));
	}

	/**
	 * Tell whether something goes with a column.
	 * @param names the names of columns that it is about
	 * @return whether one of them is removed
	 */
	boolean isRemoved(Iterable<String> names) {
		for (String name : names) {
			if (this.removedColumns.contains(name)) {
				return true;
			}
		}
		return false;
	}

	boolean mentionsRemoved(String expression) {
		return this.removedColumns.stream().anyMatch((column) -> new Identifiers(column).areIn(expression));
	}

	ComparedObject object(ObjectType type, String name) {
		return ComparedObject.of(type, name(), name);
	}

}
