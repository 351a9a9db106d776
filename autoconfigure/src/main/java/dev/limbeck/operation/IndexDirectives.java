package dev.limbeck.operation;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The directives for indexes.
 *
 * @since 0.1.0
 */
public interface IndexDirectives extends Directives {

	/**
	 * Index columns of a table in ascending order.
	 * @param index the name; {@code null} lets the naming convention give one
	 * @param table the table
	 * @param columns the columns
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void createIndex(@Nullable String index, String table, String... columns) {
		Directive.perform(this, "createIndex",
				() -> new CreateIndexBuilder().columns(columns).operation(index, qualify(table)));
	}

	/**
	 * Index columns or expressions of a table.
	 * @param index the name; {@code null} lets the naming convention give one
	 * @param table the table
	 * @param definition says what is indexed, and how
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void createIndex(@Nullable String index, String table, Consumer<CreateIndexBuilder> definition) {
		Directive.perform(this, "createIndex", () -> {
			CreateIndexBuilder builder = new CreateIndexBuilder();
			definition.accept(builder);
			return builder.operation(index, qualify(table));
		});
	}

	/**
	 * Drop an index.
	 * @param index the index
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void dropIndex(String index) {
		Directive.perform(this, "dropIndex", () -> new DropIndexBuilder().operation(qualify(index)));
	}

	/**
	 * Drop an index.
	 * @param index the index
	 * @param definition says what else there is to say
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void dropIndex(String index, Consumer<DropIndexBuilder> definition) {
		Directive.perform(this, "dropIndex", () -> {
			DropIndexBuilder builder = new DropIndexBuilder();
			definition.accept(builder);
			return builder.operation(qualify(index));
		});
	}

	/**
	 * Rename an index.
	 * @param index the index
	 * @param newName the new name
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void renameIndex(String index, String newName) {
		Directive.perform(this, "renameIndex", () -> new RenameIndex(qualify(index), newName));
	}

}
