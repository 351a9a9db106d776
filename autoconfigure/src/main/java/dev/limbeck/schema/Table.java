package dev.limbeck.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

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
 * @param hints what whoever compares it with a database has to know
 * @since 0.1.0
 */
public record Table(QualifiedName name, List<Column> columns, @Nullable PrimaryKey primaryKey,
		List<UniqueConstraint> uniqueConstraints, List<ForeignKey> foreignKeys, List<CheckConstraint> checkConstraints,
		List<ExcludeConstraint> excludeConstraints, List<Index> indexes, TableOptions options, @Nullable String comment,
		TableHints hints) {

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
	 * @param hints what whoever compares it with a database has to know
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
		Requirement.present("hints", hints);
	}

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
	public Table(QualifiedName name, List<Column> columns, @Nullable PrimaryKey primaryKey,
			List<UniqueConstraint> uniqueConstraints, List<ForeignKey> foreignKeys,
			List<CheckConstraint> checkConstraints, List<ExcludeConstraint> excludeConstraints, List<Index> indexes,
			TableOptions options, @Nullable String comment) {
		this(name, columns, primaryKey, uniqueConstraints, foreignKeys, checkConstraints, excludeConstraints, indexes,
				options, comment, TableHints.NONE);
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
		for (Column candidate : this.columns) {
			if (candidate.name().equals(column)) {
				return candidate;
			}
		}
		return null;
	}

	/**
	 * Return this table with another name.
	 * @param name the name
	 * @return the table
	 */
	public Table withName(QualifiedName name) {
		return new Table(name, this.columns, this.primaryKey, this.uniqueConstraints, this.foreignKeys,
				this.checkConstraints, this.excludeConstraints, this.indexes, this.options, this.comment, this.hints);
	}

	/**
	 * Return this table with other columns.
	 * @param columns the columns
	 * @return the table
	 */
	public Table withColumns(List<Column> columns) {
		return new Table(this.name, columns, this.primaryKey, this.uniqueConstraints, this.foreignKeys,
				this.checkConstraints, this.excludeConstraints, this.indexes, this.options, this.comment, this.hints);
	}

	/**
	 * Return this table with other indexes.
	 * @param indexes the indexes
	 * @return the table
	 */
	public Table withIndexes(List<Index> indexes) {
		return new Table(this.name, this.columns, this.primaryKey, this.uniqueConstraints, this.foreignKeys,
				this.checkConstraints, this.excludeConstraints, indexes, this.options, this.comment, this.hints);
	}

	/**
	 * Return this table with another comment.
	 * @param comment the comment, or {@code null}
	 * @return the table
	 */
	public Table withComment(@Nullable String comment) {
		return new Table(this.name, this.columns, this.primaryKey, this.uniqueConstraints, this.foreignKeys,
				this.checkConstraints, this.excludeConstraints, this.indexes, this.options, comment, this.hints);
	}

	/**
	 * Return this table with other hints.
	 * @param hints the hints
	 * @return the table
	 */
	public Table withHints(TableHints hints) {
		return new Table(this.name, this.columns, this.primaryKey, this.uniqueConstraints, this.foreignKeys,
				this.checkConstraints, this.excludeConstraints, this.indexes, this.options, this.comment, hints);
	}

	/**
	 * Return this table with other constraints.
	 * @param constraints the constraints of every kind, among them at most one primary
	 * key
	 * @return the table
	 */
	public Table withConstraints(List<? extends Constraint> constraints) {
		return new Table(this.name, this.columns, of(constraints, PrimaryKey.class).findFirst().orElse(null),
				of(constraints, UniqueConstraint.class).toList(), of(constraints, ForeignKey.class).toList(),
				of(constraints, CheckConstraint.class).toList(), of(constraints, ExcludeConstraint.class).toList(),
				this.indexes, this.options, this.comment, this.hints);
	}

	private static <T extends Constraint> Stream<T> of(List<? extends Constraint> constraints, Class<T> type) {
		return constraints.stream().filter(type::isInstance).map(type::cast);
	}

}
