package dev.limbeck.operation;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SqlExpression;
import org.jspecify.annotations.Nullable;

/**
 * The directives for statements and rows.
 *
 * @since 0.1.0
 */
public interface StatementDirectives extends Directives {

	/**
	 * Execute SQL as it stands.
	 * @param sql one or more statements
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void execute(String sql) {
		Directive.perform(this, "execute", () -> new ExecuteSql(sql, List.of()));
	}

	/**
	 * Execute SQL with values, which are written as literals in the place of its question
	 * marks. A {@link QualifiedName} is written as a name, a {@link SqlExpression} as it
	 * stands. Two question marks are one.
	 * @param sql one or more statements
	 * @param parameters a value for each question mark
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void execute(String sql, @Nullable Object... parameters) {
		Directive.perform(this, "execute", () -> new ExecuteSql(sql, Directive.values(parameters)));
	}

	/**
	 * Insert rows into a table, many at a time.
	 * @param table the table
	 * @param rows says which rows
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void bulkInsert(String table, Consumer<RowsBuilder> rows) {
		Directive.perform(this, "bulkInsert", () -> {
			OperationRequirement.present("rows", rows);
			RowsBuilder builder = new RowsBuilder();
			rows.accept(builder);
			return builder.operation(qualify(table));
		});
	}

	/**
	 * Insert rows into a table, many at a time. Without rows there is nothing to do, as
	 * in Alembic.
	 * @param table the table
	 * @param rows the values of each row by column
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void bulkInsert(String table, List<? extends Map<String, ? extends @Nullable Object>> rows) {
		if (!List.of().equals(rows)) {
			Directive.perform(this, "bulkInsert", () -> BulkRows.of(qualify(table), rows));
		}
	}

}
