package dev.limbeck.operation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a bulk insert.
 */
final class BulkRows {

	private BulkRows() {
	}

	static List<List<@Nullable Object>> of(List<String> columns, List<List<@Nullable Object>> rows) {
		OperationRequirement.list("rows", rows);
		List<List<@Nullable Object>> copies = new ArrayList<>(rows.size());
		for (List<@Nullable Object> row : rows) {
			if (row.size() != columns.size()) {
				throw new InvalidOperationException("rows", "has " + row.size() + " values for " + columns.size()
						+ " columns in row " + (copies.size() + 1));
			}
			copies.add(Collections.unmodifiableList(new ArrayList<>(row)));
		}
		return Collections.unmodifiableList(copies);
	}

	// There is at least one row, which says what the columns are
	static BulkInsert of(QualifiedName table, List<? extends Map<String, ? extends @Nullable Object>> rows) {
		OperationRequirement.list("rows", rows);
		List<String> columns = List.copyOf(rows.get(0).keySet());
		List<List<@Nullable Object>> values = new ArrayList<>(rows.size());
		for (Map<String, ? extends @Nullable Object> row : rows) {
			if (!row.keySet().equals(Set.copyOf(columns))) {
				throw new InvalidOperationException("rows", "has the columns " + row.keySet() + " in row "
						+ (values.size() + 1) + ", and " + columns + " in the first");
			}
			List<@Nullable Object> inOrder = new ArrayList<>();
			columns.forEach((column) -> inOrder.add(row.get(column)));
			values.add(inOrder);
		}
		return new BulkInsert(table, columns, values);
	}

}
