package dev.limbeck.operation;

import java.util.List;

import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Insert rows into a table.
 *
 * @param table the table
 * @param columns the columns
 * @param rows the values of each row, in the order of the columns
 * @since 0.1.0
 */
public record BulkInsert(QualifiedName table, List<String> columns,
		List<List<@Nullable Object>> rows) implements StatementOperation {

	/**
	 * Create a bulk insert.
	 * @param table the table
	 * @param columns the columns
	 * @param rows the values of each row, in the order of the columns
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public BulkInsert {
		OperationRequirement.present("table", table);
		columns = OperationRequirement.filled("columns", columns);
		columns.forEach((column) -> OperationRequirement.text("columns", column));
		rows = BulkRows.of(columns, rows);
	}

	@Override
	public <R> R accept(StatementOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
