package dev.limbeck.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Execute SQL.
 *
 * @param sql one or more statements
 * @param parameters the values for its question marks; if there are none, a question mark
 * is just that
 * @since 0.1.0
 */
public record ExecuteSql(String sql, List<@Nullable Object> parameters) implements StatementOperation {

	/**
	 * Create an execute sql.
	 * @param sql one or more statements
	 * @param parameters the values for its question marks; if there are none, a question
	 * mark is just that
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public ExecuteSql {
		OperationRequirement.text("sql", sql);
		parameters = OperationRequirement.values("parameters", parameters);
	}

	@Override
	public <R> R accept(StatementOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
