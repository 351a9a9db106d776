package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.limbeck.operation.ExecuteSql;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SequenceOptions;

/**
 * What has to be done for the rows that are there.
 */
final class DataStatements {

	private static final String PLACEHOLDER = "/* value for existing rows */";

	private DataStatements() {
	}

	/**
	 * Give the rows that have no value in a column one, before none may be without. If
	 * there is no default, somebody has to say which value: until then it is a comment
	 * that no server runs, and the step behind it fails if there are such rows.
	 * @param table the table
	 * @param column the column
	 * @return the operation
	 */
	static Operation fill(QualifiedName table, Column column) {
		String value = hasValue(column) ? "DEFAULT" : PLACEHOLDER;
		QualifiedName name = QualifiedName.of(column.name());
		return new ExecuteSql("UPDATE ? SET ? = " + value + " WHERE ? IS NULL", List.of(table, name, name));
	}

	/**
	 * Return which consent is needed before rows get a value.
	 * @param column the column
	 * @return the value, if it has no default
	 */
	static Consent consent(Column column) {
		return hasValue(column) ? Consent.NONE : Consent.VALUE;
	}

	private static boolean hasValue(Column column) {
		return column.serverDefault() != null;
	}

	/**
	 * Bring the sequence of an identity column within new bounds, which it has to be
	 * before it gets them.
	 * @param table the table
	 * @param column the column
	 * @param options a start, and the bounds that it has now and will have
	 * @return the operation
	 */
	static Operation clamp(QualifiedName table, String column, SequenceOptions options) {
		return clamp("pg_catalog.pg_get_serial_sequence(?, ?)::pg_catalog.regclass", options,
				List.of(quoted(table), column));
	}

	/**
	 * Bring a sequence within new bounds, which it has to be before it gets them.
	 * @param sequence the sequence
	 * @param options a start, and the bounds that it has now and will have
	 * @return the operation
	 */
	static Operation clamp(QualifiedName sequence, SequenceOptions options) {
		return clamp("?::pg_catalog.regclass", options, List.of(quoted(sequence)));
	}

	private static Operation clamp(String sequence, SequenceOptions options, List<Object> names) {
		String sql = "SELECT pg_catalog.setval(s, GREATEST(LEAST(COALESCE(last, ?), ?), ?), last IS NOT NULL)\n"
				+ "FROM (SELECT %1$s AS s, pg_catalog.pg_sequence_last_value(%1$s) AS last) counter"
					.formatted(sequence);
		List<Object> parameters = new ArrayList<>();
		parameters.add(Objects.requireNonNull(options.start()));
		parameters.add(Objects.requireNonNull(options.maximum()));
		parameters.add(Objects.requireNonNull(options.minimum()));
		parameters.addAll(names);
		parameters.addAll(names);
		return new ExecuteSql(sql, parameters);
	}

	/**
	 * Let the sequence of a column begin anew.
	 * @param table the table
	 * @param column the column
	 * @param start the number to begin with
	 * @return the operation
	 */
	static Operation restart(QualifiedName table, String column, long start) {
		return new ExecuteSql("SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence(?, ?), ?, false)",
				List.of(quoted(table), column, start));
	}

	/**
	 * Let the sequence of a column that has counted beyond the bounds which it will have
	 * go on behind the rows, if there are any.
	 * @param table the table
	 * @param column the column
	 * @param options how it counts, with the bounds that it will have
	 * @return the operation
	 */
	static Operation retreat(QualifiedName table, String column, SequenceOptions options) {
		boolean descending = Objects.requireNonNull(options.increment()) < 0;
		long least = Objects.requireNonNull(options.minimum());
		long most = Objects.requireNonNull(options.maximum());
		long start = Objects.requireNonNull(options.start());
		long begin = (start >= least && start <= most) ? start : descending ? most : least;
		String sql = """
				SELECT pg_catalog.setval(s, %s(id, ?), COALESCE(id %s ?, false)) -- beyond the new type: back to the rows
				FROM (SELECT pg_catalog.pg_get_serial_sequence(?, ?)::pg_catalog.regclass AS s,
				    (SELECT %s(?)::pg_catalog.int8 FROM ?) AS id) ids
				WHERE pg_catalog.pg_sequence_last_value(s) NOT BETWEEN ? AND ?"""
			.formatted(descending ? "LEAST" : "GREATEST", descending ? "<=" : ">=",
					descending ? "pg_catalog.min" : "pg_catalog.max");
		return new ExecuteSql(sql,
				List.of(begin, begin, quoted(table), column, QualifiedName.of(column), table, least, most));
	}

	// The function reads its first argument as SQL does, and folds what is not quoted
	static String quoted(QualifiedName name) {
		String own = '"' + name.name().replace("\"", "\"\"") + '"';
		return (name.schema() != null) ? '"' + name.schema().replace("\"", "\"\"") + "\"." + own : own;
	}

}
