package dev.limbeck.operation;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Says which rows are inserted.
 *
 * @since 0.1.0
 */
public final class RowsBuilder {

	private final List<List<@Nullable Object>> rows = new ArrayList<>();

	private List<String> columns = List.of();

	RowsBuilder() {
	}

	/**
	 * Say which columns the values are for.
	 * @param columns the columns
	 * @return this
	 */
	public RowsBuilder columns(String... columns) {
		this.columns = Directive.list("columns", columns);
		return this;
	}

	/**
	 * Add a row.
	 * @param values a value for each column, in their order
	 * @return this
	 */
	public RowsBuilder row(@Nullable Object... values) {
		this.rows.add(Directive.values(values));
		return this;
	}

	BulkInsert operation(QualifiedName table) {
		return new BulkInsert(table, this.columns, this.rows);
	}

}
