package dev.limbeck.compare;

import java.util.List;

import dev.limbeck.operation.ExecuteSql;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.QualifiedName;

/**
 * What has to be done for the rows that are there.
 */
final class ExistingRows {

	private ExistingRows() {
	}

	/**
	 * Give the rows that have no value in a column one, before none may be without. It
	 * changes nothing in a table without rows; in one with rows somebody has to say which
	 * value, or the next step fails.
	 * @param table the table
	 * @param column the column
	 * @return the operation
	 */
	static Operation fill(QualifiedName table, Column column) {
		boolean known = column.serverDefault() != null;
		String value = known ? "DEFAULT" : "NULL";
		String comment = known ? "-- Rows that have no value get the default.\n"
				: "-- Rows that have no value need one: write it in place of the first NULL.\n";
		QualifiedName name = QualifiedName.of(column.name());
		return new ExecuteSql(comment + "UPDATE ? SET ? = " + value + " WHERE ? IS NULL", List.of(table, name, name));
	}

	/**
	 * Let an identity column go on behind the numbers that are there.
	 * @param table the table
	 * @param column the column
	 * @return the operation
	 */
	static Operation resume(QualifiedName table, String column) {
		QualifiedName name = QualifiedName.of(column);
		String sql = "SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence(?, ?), "
				+ "(SELECT COALESCE(MAX(?), 0) + 1 FROM ?), false)";
		return new ExecuteSql(sql, List.of(quoted(table), column, name, table));
	}

	// The function reads its first argument as SQL does, and folds what is not quoted
	private static String quoted(QualifiedName name) {
		String own = '"' + name.name().replace("\"", "\"\"") + '"';
		return (name.schema() != null) ? '"' + name.schema().replace("\"", "\"\"") + "\"." + own : own;
	}

}
