package dev.limbeck.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * @param name the name
 * @param columns the columns, in order
 * @param primaryKey the primary key, if it has one
 * @param uniqueConstraints the unique constraints
 * @param foreignKeys the foreign keys
 * @param checkConstraints the check constraints
 * @param excludeConstraints the exclusion constraints
 * @param indexes the indexes, except those that belong to a constraint
 * @param options what else there is to say
 * @param comment the comment, if it has one
 * @since 0.1.0
 */
public record Table(QualifiedName name, List<Column> columns, @Nullable PrimaryKey primaryKey,
		List<UniqueConstraint> uniqueConstraints, List<ForeignKey> foreignKeys, List<CheckConstraint> checkConstraints,
		List<ExcludeConstraint> excludeConstraints, List<Index> indexes, TableOptions options,
		@Nullable String comment) {

	/**
	 * Create a table.
	 * @param name the name
	 * @param columns the columns, in order
	 * @param primaryKey the primary key, if it has one
	 * @param uniqueConstraints the unique constraints
	 * @param foreignKeys the foreign keys
	 * @param checkConstraints the check constraints
	 * @param excludeConstraints the exclusion constraints
	 * @param indexes the indexes, except those that belong to a constraint
	 * @param options what else there is to say
	 * @param comment the comment, if it has one
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public Table {
		Requirement.present("table", name);
		columns = Requirement.list("columns", columns);
		Requirement.distinct("columns", columns.stream().map(Column::name).toList());
		uniqueConstraints = Requirement.list("uniqueConstraints", uniqueConstraints);
		foreignKeys = Requirement.list("foreignKeys", foreignKeys);
		checkConstraints = Requirement.list("checkConstraints", checkConstraints);
		excludeConstraints = Requirement.list("excludeConstraints", excludeConstraints);
		indexes = Requirement.list("indexes", indexes);
		Requirement.present("options", options);
	}

	/**
	 * Return a table.
	 * @param name the name
	 * @param definition says what it consists of
	 * @return the table
	 */
	public static Table of(QualifiedName name, Consumer<TableBuilder> definition) {
		TableBuilder builder = new TableBuilder(name);
		definition.accept(builder);
		return builder.table();
	}

	/**
	 * Return all constraints: the primary key, then the unique constraints, the checks,
	 * the exclusions and the foreign keys.
	 * @return the constraints
	 */
	public List<Constraint> constraints() {
		List<Constraint> constraints = new ArrayList<>();
		if (this.primaryKey != null) {
			constraints.add(this.primaryKey);
		}
		constraints.addAll(this.uniqueConstraints);
		constraints.addAll(this.checkConstraints);
		constraints.addAll(this.excludeConstraints);
		constraints.addAll(this.foreignKeys);
		return List.copyOf(constraints);
	}

	/**
	 * Return a column.
	 * @param column the name of the column
	 * @return the column, {@code null} if there is none of that name
	 */
	public @Nullable Column column(String column) {
		return this.columns.stream().filter((candidate) -> candidate.name().equals(column)).findFirst().orElse(null);
	}

}
