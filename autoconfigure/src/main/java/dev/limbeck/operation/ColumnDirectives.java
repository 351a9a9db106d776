package dev.limbeck.operation;

import java.util.List;
import java.util.function.Consumer;

import dev.limbeck.schema.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * The directives for columns.
 *
 * @since 0.1.0
 */
public interface ColumnDirectives extends Directives {

	/**
	 * Add a column that may be null and has nothing but a type.
	 * @param table the table
	 * @param column the name
	 * @param type the type
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void addColumn(String table, String column, ColumnType type) {
		Directive.perform(this, "addColumn", () -> new AddColumnBuilder(column, type).operation(qualify(table)));
	}

	/**
	 * Add a column. A foreign key, a check or whatever else is said of it comes in the
	 * same statement.
	 * @param table the table
	 * @param column the name
	 * @param type the type
	 * @param definition says what else there is to say
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void addColumn(String table, String column, ColumnType type, Consumer<AddColumnBuilder> definition) {
		Directive.perform(this, "addColumn", () -> {
			AddColumnBuilder builder = new AddColumnBuilder(column, type);
			definition.accept(builder);
			return builder.operation(qualify(table));
		});
	}

	/**
	 * Drop a column.
	 * @param table the table
	 * @param column the column
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void dropColumn(String table, String column) {
		Directive.perform(this, "dropColumn",
				() -> new DropColumn(qualify(table), column, false, false, null, List.of()));
	}

	/**
	 * Drop a column.
	 * @param table the table
	 * @param column the column
	 * @param definition says what else there is to say
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void dropColumn(String table, String column, Consumer<DropBuilder> definition) {
		Directive.perform(this, "dropColumn", () -> {
			DropBuilder drop = DropBuilder.of(definition);
			return new DropColumn(qualify(table), column, drop.isIfExists(), drop.isCascade(), null, List.of());
		});
	}

	/**
	 * Change a column. What is not said stays as it is.
	 * @param table the table
	 * @param column the column
	 * @param definition says what changes
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void alterColumn(String table, String column, Consumer<AlterColumnBuilder> definition) {
		Directive.perform(this, "alterColumn", () -> {
			AlterColumnBuilder builder = new AlterColumnBuilder();
			definition.accept(builder);
			return builder.operation(qualify(table), column);
		});
	}

	/**
	 * Rename a column.
	 * @param table the table
	 * @param column the column
	 * @param newName the new name
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void renameColumn(String table, String column, String newName) {
		Directive.perform(this, "renameColumn",
				() -> new AlterColumn(qualify(table), column, List.of(new ColumnChange.Rename(newName)), null));
	}

	/**
	 * Describe a column.
	 * @param table the table
	 * @param column the column
	 * @param comment the comment; {@code null} takes it away
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void commentOnColumn(String table, String column, @Nullable String comment) {
		Directive.perform(this, "commentOnColumn", () -> new CommentOnColumn(qualify(table), column, comment, null));
	}

}
