package dev.limbeck.compare;

import java.util.Objects;
import java.util.stream.Stream;

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

	TablePair(Table database, Table declared, Table normalized) {
		this.database = database;
		this.declared = declared;
		this.normalized = normalized;
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
		return this.declared.constraints()
			.stream()
			.filter(type::isInstance)
			.map(type::cast)
			.filter((candidate) -> Objects.equals(candidate.name(), constraint.name()))
			.findFirst()
			.orElseThrow();
	}

	Index declared(Index index) {
		return this.declared.indexes()
			.stream()
			.filter((candidate) -> Objects.equals(candidate.name(), index.name()))
			.findFirst()
			.orElseThrow();
	}

	Column declared(Column column) {
		return Objects.requireNonNull(this.declared.column(column.name()));
	}

	/**
	 * Tell whether an index goes with a column that is removed.
	 * @param index the index
	 * @return whether one of the columns that it is about is removed
	 */
	boolean goesWithColumn(Index index) {
		return removed().anyMatch(UsedColumns.of(index)::contain);
	}

	/**
	 * Tell whether a constraint goes with a column that is removed.
	 * @param constraint the constraint
	 * @return whether one of the columns that it is about is removed
	 */
	boolean goesWithColumn(Constraint constraint) {
		return removed().anyMatch(UsedColumns.of(constraint)::contain);
	}

	private Stream<String> removed() {
		return this.database.columns().stream().map(Column::name).filter((name) -> this.declared.column(name) == null);
	}

	ComparedObject object(ObjectType type, String name) {
		return ComparedObject.of(type, name(), name);
	}

}
