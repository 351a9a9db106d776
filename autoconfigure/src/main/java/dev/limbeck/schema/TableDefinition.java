package dev.limbeck.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * What a table consists of: its columns, constraints and indexes.
 *
 * @param <B> the class itself
 * @since 0.1.0
 */
public abstract class TableDefinition<B extends TableDefinition<B>> extends TableOptionsDefinition<B> {

	private final QualifiedName name;

	private final List<Column> columns = new ArrayList<>();

	private final List<Constraint> constraints = new ArrayList<>();

	private final List<Index> indexes = new ArrayList<>();

	private final Map<String, String> renamedColumns = new LinkedHashMap<>();

	private @Nullable QualifiedName renamedFrom;

	/**
	 * Create a definition.
	 * @param name the name of the table
	 */
	protected TableDefinition(QualifiedName name) {
		this.name = name;
	}

	/**
	 * Add a column that may be null and has nothing but a type.
	 * @param name the name
	 * @param type the type
	 * @return this
	 */
	public B column(String name, ColumnType type) {
		return add(Column.of(name, type));
	}

	/**
	 * Add a column.
	 * @param name the name
	 * @param type the type
	 * @param definition says what else there is to say
	 * @return this
	 */
	public B column(String name, ColumnType type, Consumer<ColumnBuilder> definition) {
		ColumnBuilder builder = new ColumnBuilder(name, type);
		definition.accept(builder);
		this.columns.add(builder.column());
		if (builder.renamedFrom() != null) {
			this.renamedColumns.put(builder.renamedFrom(), name);
		}
		this.constraints.addAll(builder.constraints(this.name));
		return self();
	}

	/**
	 * Make columns the primary key.
	 * @param columns the columns
	 * @return this
	 */
	public B primaryKey(String... columns) {
		return add(PrimaryKey.of(null, columns));
	}

	/**
	 * Make columns the primary key.
	 * @param columns the columns
	 * @param definition says what else there is to say
	 * @return this
	 */
	public B primaryKey(List<String> columns, Consumer<KeyBuilder> definition) {
		return add(KeyBuilder.primaryKey(null, columns, definition));
	}

	/**
	 * Let no two rows be equal in columns.
	 * @param columns the columns
	 * @return this
	 */
	public B unique(String... columns) {
		return add(UniqueConstraint.of(null, columns));
	}

	/**
	 * Let no two rows be equal in columns.
	 * @param columns the columns
	 * @param definition says what else there is to say
	 * @return this
	 */
	public B unique(List<String> columns, Consumer<KeyBuilder> definition) {
		return add(KeyBuilder.unique(null, columns, definition));
	}

	/**
	 * Let a column refer to another table.
	 * @param column the column
	 * @param referredTable the other table, in the schema of this one
	 * @param referredColumn its column
	 * @return this
	 */
	public B foreignKey(String column, String referredTable, String referredColumn) {
		return foreignKey(column, referredTable, referredColumn, (key) -> {
		});
	}

	/**
	 * Let a column refer to another table.
	 * @param column the column
	 * @param referredTable the other table, in the schema of this one unless the
	 * definition says another
	 * @param referredColumn its column
	 * @param definition says what else there is to say
	 * @return this
	 */
	public B foreignKey(String column, String referredTable, String referredColumn,
			Consumer<ForeignKeyBuilder> definition) {
		return foreignKey(List.of(column), referredTable, List.of(referredColumn), definition);
	}

	/**
	 * Let columns refer to another table.
	 * @param columns the columns
	 * @param referredTable the other table, in the schema of this one unless the
	 * definition says another
	 * @param referredColumns its columns
	 * @param definition says what else there is to say
	 * @return this
	 */
	public B foreignKey(List<String> columns, String referredTable, List<String> referredColumns,
			Consumer<ForeignKeyBuilder> definition) {
		return add(ForeignKey.of(null, columns, this.name.sibling(referredTable), referredColumns, definition));
	}

	/**
	 * Demand a condition of every row.
	 * @param condition the condition
	 * @return this
	 */
	public B check(String condition) {
		return add(CheckConstraint.of(null, condition));
	}

	/**
	 * Demand a condition of every row.
	 * @param condition the condition
	 * @param definition says what else there is to say, such as a name
	 * @return this
	 */
	public B check(String condition, Consumer<CheckBuilder> definition) {
		return add(CheckBuilder.build(null, condition, definition));
	}

	/**
	 * Let no two rows be alike by some operators.
	 * @param definition says which
	 * @return this
	 */
	public B exclude(Consumer<ExcludeBuilder> definition) {
		return add(ExcludeConstraint.of(null, definition));
	}

	/**
	 * Index columns.
	 * @param columns the columns
	 * @return this
	 */
	public B index(String... columns) {
		return index((index) -> index.columns(columns));
	}

	/**
	 * Index columns or expressions.
	 * @param definition says which, and how
	 * @return this
	 */
	public B index(Consumer<IndexBuilder> definition) {
		return add(Index.of(null, definition));
	}

	/**
	 * Tell that the table had another name before, so that a comparison with a database
	 * that still has it renames it, rather than to drop one and create the other.
	 * @param name the name that it had, in the same schema
	 * @return this
	 */
	public B renamedFrom(String name) {
		return renamedFrom(this.name.sibling(name));
	}

	/**
	 * Say what the table was called before, where it was in another schema.
	 * @param name the name that it had, with the schema
	 * @return this
	 */
	public B renamedFrom(QualifiedName name) {
		this.renamedFrom = name;
		return self();
	}

	/**
	 * Add a column.
	 * @param column the column
	 * @return this
	 */
	public B add(Column column) {
		this.columns.add(column);
		return self();
	}

	/**
	 * Add a constraint.
	 * @param constraint the constraint
	 * @return this
	 */
	public B add(Constraint constraint) {
		this.constraints.add(constraint);
		return self();
	}

	/**
	 * Add an index.
	 * @param index the index
	 * @return this
	 */
	public B add(Index index) {
		this.indexes.add(index);
		return self();
	}

	/**
	 * Return the table.
	 * @return the table
	 */
	protected Table table() {
		List<PrimaryKey> primaryKeys = of(PrimaryKey.class);
		if (primaryKeys.size() > 1) {
			throw new InvalidSchemaException("primaryKey", "of table '" + this.name + "' is given twice");
		}
		return new Table(this.name, this.columns, primaryKeys.isEmpty() ? null : primaryKeys.get(0),
				of(UniqueConstraint.class), of(ForeignKey.class), of(CheckConstraint.class),
				of(ExcludeConstraint.class), this.indexes, options(), comment(),
				new TableHints(this.renamedFrom, this.renamedColumns, Set.of()));
	}

	private <T extends Constraint> List<T> of(Class<T> type) {
		return this.constraints.stream().filter(type::isInstance).map(type::cast).toList();
	}

}
