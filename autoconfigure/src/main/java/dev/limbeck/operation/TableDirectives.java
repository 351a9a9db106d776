package dev.limbeck.operation;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The directives for tables.
 *
 * @since 0.1.0
 */
public interface TableDirectives extends Directives {

	/**
	 * Create a table, with its constraints, its indexes and all comments.
	 * @param table the name
	 * @param definition says what it consists of
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void createTable(String table, Consumer<CreateTableBuilder> definition) {
		Directive.perform(this, "createTable", () -> {
			CreateTableBuilder builder = new CreateTableBuilder(qualify(table));
			definition.accept(builder);
			return builder.operation();
		});
	}

	/**
	 * Drop a table.
	 * @param table the table
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void dropTable(String table) {
		Directive.perform(this, "dropTable", () -> new DropTable(qualify(table), false, false, null));
	}

	/**
	 * Drop a table.
	 * @param table the table
	 * @param definition says what else there is to say
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void dropTable(String table, Consumer<DropBuilder> definition) {
		Directive.perform(this, "dropTable", () -> {
			DropBuilder drop = DropBuilder.of(definition);
			return new DropTable(qualify(table), drop.isIfExists(), drop.isCascade(), null);
		});
	}

	/**
	 * Rename a table.
	 * @param table the table
	 * @param newName the new name
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void renameTable(String table, String newName) {
		Directive.perform(this, "renameTable", () -> new RenameTable(qualify(table), newName));
	}

	/**
	 * Move a table into another schema, with its indexes, its constraints and the
	 * sequences that it owns.
	 * @param table the table
	 * @param schema the schema; {@code null} means the one in which the connection would
	 * create the table
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void setTableSchema(String table, @Nullable String schema) {
		Directive.perform(this, "setTableSchema", () -> new SetTableSchema(qualify(table), schema));
	}

	/**
	 * Describe a table.
	 * @param table the table
	 * @param comment the comment; {@code null} takes it away
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void commentOnTable(String table, @Nullable String comment) {
		Directive.perform(this, "commentOnTable", () -> new CommentOnTable(qualify(table), comment, null));
	}

	/**
	 * Change several things about a table at once, so that it is locked and rewritten
	 * once.
	 * @param table the table
	 * @param definition says what changes
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void alterTable(String table, Consumer<AlterTableBuilder> definition) {
		Directive.perform(this, "alterTable", () -> {
			AlterTableBuilder builder = new AlterTableBuilder(qualify(table));
			definition.accept(builder);
			return builder.operation();
		});
	}

	/**
	 * Make a table a partition of another.
	 * @param table the table
	 * @param partition the table that becomes a partition of it
	 * @param bound the rows that belong there, such as {@code FOR VALUES IN (1)} or
	 * {@code DEFAULT}
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void attachPartition(String table, String partition, String bound) {
		Directive.perform(this, "attachPartition",
				() -> new AttachPartition(qualify(table), qualify(partition), bound));
	}

	/**
	 * Make a partition a table of its own.
	 * @param table the table
	 * @param partition the partition
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void detachPartition(String table, String partition) {
		Directive.perform(this, "detachPartition",
				() -> new DetachPartition(qualify(table), qualify(partition), false, null));
	}

	/**
	 * Make a partition a table of its own while others go on, which cannot be in a
	 * transaction.
	 * @param table the table
	 * @param partition the partition
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void detachPartitionConcurrently(String table, String partition) {
		Directive.perform(this, "detachPartitionConcurrently",
				() -> new DetachPartition(qualify(table), qualify(partition), true, null));
	}

}
