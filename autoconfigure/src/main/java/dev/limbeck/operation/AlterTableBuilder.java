package dev.limbeck.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.limbeck.schema.CheckBuilder;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.ForeignKeyBuilder;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.UniqueConstraint;

/**
 * Says what changes about a table, all at once.
 *
 * @since 0.1.0
 */
public final class AlterTableBuilder {

	private final QualifiedName table;

	private final List<Operation> operations = new ArrayList<>();

	AlterTableBuilder(QualifiedName table) {
		this.table = table;
	}

	/**
	 * Add a column that may be null and has nothing but a type.
	 * @param column the name
	 * @param type the type
	 * @return this
	 */
	public AlterTableBuilder addColumn(String column, ColumnType type) {
		return addColumn(column, type, (definition) -> {
		});
	}

	/**
	 * Add a column.
	 * @param column the name
	 * @param type the type
	 * @param definition says what else there is to say
	 * @return this
	 */
	public AlterTableBuilder addColumn(String column, ColumnType type, Consumer<AddColumnBuilder> definition) {
		AddColumnBuilder builder = new AddColumnBuilder(column, type);
		definition.accept(builder);
		return add(builder.operation(this.table));
	}

	/**
	 * Drop a column.
	 * @param column the column
	 * @return this
	 */
	public AlterTableBuilder dropColumn(String column) {
		return dropColumn(column, (definition) -> {
		});
	}

	/**
	 * Drop a column.
	 * @param column the column
	 * @param definition says what else there is to say
	 * @return this
	 */
	public AlterTableBuilder dropColumn(String column, Consumer<DropBuilder> definition) {
		DropBuilder drop = DropBuilder.of(definition);
		return add(new DropColumn(this.table, column, drop.isIfExists(), drop.isCascade(), null, List.of()));
	}

	/**
	 * Change a column.
	 * @param column the column
	 * @param definition says what changes
	 * @return this
	 */
	public AlterTableBuilder alterColumn(String column, Consumer<AlterColumnBuilder> definition) {
		AlterColumnBuilder builder = new AlterColumnBuilder();
		definition.accept(builder);
		return add(builder.operation(this.table, column));
	}

	/**
	 * Make columns the primary key.
	 * @param columns the columns
	 * @return this
	 */
	public AlterTableBuilder primaryKey(String... columns) {
		return add(PrimaryKey.of(null, columns));
	}

	/**
	 * Let no two rows be equal in columns.
	 * @param columns the columns
	 * @return this
	 */
	public AlterTableBuilder unique(String... columns) {
		return add(UniqueConstraint.of(null, columns));
	}

	/**
	 * Let a column refer to another table.
	 * @param column the column
	 * @param referredTable the other table, in the schema of this one
	 * @param referredColumn its column
	 * @return this
	 */
	public AlterTableBuilder foreignKey(String column, String referredTable, String referredColumn) {
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
	public AlterTableBuilder foreignKey(String column, String referredTable, String referredColumn,
			Consumer<ForeignKeyBuilder> definition) {
		return add(ForeignKey.of(null, List.of(column), this.table.sibling(referredTable), List.of(referredColumn),
				definition));
	}

	/**
	 * Demand a condition of every row.
	 * @param condition the condition
	 * @param definition says what else there is to say, such as a name
	 * @return this
	 */
	public AlterTableBuilder check(String condition, Consumer<CheckBuilder> definition) {
		return add(CheckBuilder.build(null, condition, definition));
	}

	/**
	 * Add a constraint.
	 * @param constraint the constraint
	 * @return this
	 */
	public AlterTableBuilder add(Constraint constraint) {
		return add(new CreateConstraint(this.table, constraint));
	}

	/**
	 * Drop a constraint.
	 * @param name the constraint
	 * @return this
	 */
	public AlterTableBuilder dropConstraint(String name) {
		return dropConstraint(name, (definition) -> {
		});
	}

	/**
	 * Drop a constraint.
	 * @param name the constraint
	 * @param definition says what else there is to say
	 * @return this
	 */
	public AlterTableBuilder dropConstraint(String name, Consumer<DropBuilder> definition) {
		DropBuilder drop = DropBuilder.of(definition);
		return add(new DropConstraint(this.table, name, drop.isIfExists(), drop.isCascade(), null));
	}

	/**
	 * Check the rows that were there before a constraint that is not valid yet.
	 * @param name the constraint
	 * @return this
	 */
	public AlterTableBuilder validateConstraint(String name) {
		return add(new ValidateConstraint(this.table, name));
	}

	private AlterTableBuilder add(Operation operation) {
		this.operations.add(operation);
		return this;
	}

	AlterTable operation() {
		return new AlterTable(this.table, this.operations);
	}

}
