package dev.limbeck.script.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.limbeck.operation.Operation;

/**
 * Operations as the SQL of a section, with the markers of what runs outside a
 * transaction.
 *
 * @since 0.1.0
 */
public final class SqlStatements {

	private final Function<Operation, List<Statement>> writer;

	/**
	 * Create a renderer.
	 * @param writer writes an operation in the words of a database
	 */
	public SqlStatements(Function<Operation, List<Statement>> writer) {
		this.writer = writer;
	}

	/**
	 * Return the statements for operations.
	 * @param operations the operations, in order
	 * @return statements with their semicolons
	 */
	public List<String> render(List<? extends Operation> operations) {
		List<String> result = new ArrayList<>();
		List<String> outside = new ArrayList<>();
		for (Operation operation : operations) {
			for (Statement statement : this.writer.apply(operation)) {
				if (statement.transactional()) {
					flush(outside, result);
					result.add(statement.sql() + ";");
				}
				else {
					outside.add(statement.sql() + ";");
				}
			}
		}
		flush(outside, result);
		return result;
	}

	private static void flush(List<String> outside, List<String> result) {
		if (!outside.isEmpty()) {
			result.add("-- migrate:autocommit\n" + String.join("\n", outside) + "\n-- migrate:end");
			outside.clear();
		}
	}

	/**
	 * A statement.
	 *
	 * @param sql its text, without a semicolon behind it
	 * @param transactional whether it may run in a transaction
	 */
	public record Statement(String sql, boolean transactional) {
	}

}
