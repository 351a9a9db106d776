package dev.limbeck.operation;

import java.util.List;
import java.util.function.Consumer;

import dev.limbeck.schema.CheckBuilder;
import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Deferrability;
import dev.limbeck.schema.ExcludeBuilder;
import dev.limbeck.schema.ExcludeConstraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.ForeignKeyBuilder;
import dev.limbeck.schema.KeyBuilder;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * The directives for constraints. Where a name may be {@code null}, the naming convention
 * gives one then.
 *
 * @since 0.1.0
 */
public interface ConstraintDirectives extends Directives {

	/**
	 * Make columns the primary key of a table.
	 * @param name the name, or {@code null}
	 * @param table the table
	 * @param columns the columns
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void createPrimaryKey(@Nullable String name, String table, String... columns) {
		Directive.perform(this, "createPrimaryKey",
				() -> new CreateConstraint(qualify(table), PrimaryKey.of(name, columns)));
	}

	/**
	 * Make columns the primary key of a table.
	 * @param name the name, or {@code null}
	 * @param table the table
	 * @param columns the columns
	 * @param definition says what else there is to say
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void createPrimaryKey(@Nullable String name, String table, List<String> columns,
			Consumer<KeyBuilder> definition) {
		Directive.perform(this, "createPrimaryKey",
				() -> new CreateConstraint(qualify(table), KeyBuilder.primaryKey(name, columns, definition)));
	}

	/**
	 * Make a unique index the primary key, which takes no time.
	 * @param name the name that the index gets, too
	 * @param table the table
	 * @param index a unique index
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void createPrimaryKeyFromIndex(String name, String table, String index) {
		Directive.perform(this, "createPrimaryKeyFromIndex",
				() -> new CreateConstraintFromIndex(qualify(table), name, index, true, Deferrability.NOT_DEFERRABLE));
	}

	/**
	 * Let no two rows of a table be equal in columns.
	 * @param name the name, or {@code null}
	 * @param table the table
	 * @param columns the columns
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void createUniqueConstraint(@Nullable String name, String table, String... columns) {
		Directive.perform(this, "createUniqueConstraint",
				() -> new CreateConstraint(qualify(table), UniqueConstraint.of(name, columns)));
	}

	/**
	 * Let no two rows of a table be equal in columns.
	 * @param name the name, or {@code null}
	 * @param table the table
	 * @param columns the columns
	 * @param definition says what else there is to say
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void createUniqueConstraint(@Nullable String name, String table, List<String> columns,
			Consumer<KeyBuilder> definition) {
		Directive.perform(this, "createUniqueConstraint",
				() -> new CreateConstraint(qualify(table), KeyBuilder.unique(name, columns, definition)));
	}

	/**
	 * Make a unique index a constraint, which takes no time.
	 * @param name the name that the index gets, too
	 * @param table the table
	 * @param index a unique index
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void createUniqueConstraintFromIndex(String name, String table, String index) {
		Directive.perform(this, "createUniqueConstraintFromIndex",
				() -> new CreateConstraintFromIndex(qualify(table), name, index, false, Deferrability.NOT_DEFERRABLE));
	}

	/**
	 * Let a column of a table refer to another table.
	 * @param name the name, or {@code null}
	 * @param table the table
	 * @param column the column that refers
	 * @param referredTable the table it refers to, in the same schema
	 * @param referredColumn the column it refers to
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void createForeignKey(@Nullable String name, String table, String column, String referredTable,
			String referredColumn) {
		Directive.perform(this, "createForeignKey", () -> new CreateConstraint(qualify(table),
				ForeignKey.of(name, List.of(column), qualify(referredTable), List.of(referredColumn), (key) -> {
				})));
	}

	/**
	 * Let columns of a table refer to another table.
	 * @param name the name, or {@code null}
	 * @param table the table
	 * @param columns the columns that refer
	 * @param referredTable the table they refer to, in the same schema unless the
	 * definition says another
	 * @param referredColumns the columns they refer to
	 * @param definition says what else there is to say
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void createForeignKey(@Nullable String name, String table, List<String> columns, String referredTable,
			List<String> referredColumns, Consumer<ForeignKeyBuilder> definition) {
		Directive.perform(this, "createForeignKey", () -> new CreateConstraint(qualify(table),
				ForeignKey.of(name, columns, qualify(referredTable), referredColumns, definition)));
	}

	/**
	 * Demand a condition of every row of a table.
	 * @param name the name, or {@code null}
	 * @param table the table
	 * @param condition the condition
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void createCheckConstraint(@Nullable String name, String table, String condition) {
		Directive.perform(this, "createCheckConstraint",
				() -> new CreateConstraint(qualify(table), CheckConstraint.of(name, condition)));
	}

	/**
	 * Demand a condition of every row of a table.
	 * @param name the name, or {@code null}
	 * @param table the table
	 * @param condition the condition
	 * @param definition says what else there is to say
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void createCheckConstraint(@Nullable String name, String table, String condition,
			Consumer<CheckBuilder> definition) {
		Directive.perform(this, "createCheckConstraint",
				() -> new CreateConstraint(qualify(table), CheckBuilder.build(name, condition, definition)));
	}

	/**
	 * Let no two rows of a table be alike by some operators.
	 * @param name the name, or {@code null}
	 * @param table the table
	 * @param definition says what is compared, and how
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void createExcludeConstraint(@Nullable String name, String table, Consumer<ExcludeBuilder> definition) {
		Directive.perform(this, "createExcludeConstraint",
				() -> new CreateConstraint(qualify(table), ExcludeConstraint.of(name, definition)));
	}

	/**
	 * Drop a constraint of any kind.
	 * @param name the name
	 * @param table the table
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void dropConstraint(String name, String table) {
		Directive.perform(this, "dropConstraint", () -> new DropConstraint(qualify(table), name, false, false, null));
	}

	/**
	 * Drop a constraint of any kind.
	 * @param name the name
	 * @param table the table
	 * @param definition says what else there is to say
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void dropConstraint(String name, String table, Consumer<DropBuilder> definition) {
		Directive.perform(this, "dropConstraint", () -> {
			DropBuilder drop = DropBuilder.of(definition);
			return new DropConstraint(qualify(table), name, drop.isIfExists(), drop.isCascade(), null);
		});
	}

	/**
	 * Check the rows that were there before a constraint that is not valid yet.
	 * @param name the name
	 * @param table the table
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void validateConstraint(String name, String table) {
		Directive.perform(this, "validateConstraint", () -> new ValidateConstraint(qualify(table), name));
	}

	/**
	 * Rename a constraint.
	 * @param name the name
	 * @param table the table
	 * @param newName the new name
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void renameConstraint(String name, String table, String newName) {
		Directive.perform(this, "renameConstraint", () -> new RenameConstraint(qualify(table), name, newName));
	}

	/**
	 * Describe a constraint.
	 * @param name the name
	 * @param table the table
	 * @param comment the comment; {@code null} takes it away
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void commentOnConstraint(String name, String table, @Nullable String comment) {
		Directive.perform(this, "commentOnConstraint",
				() -> new CommentOnConstraint(qualify(table), name, comment, null));
	}

}
