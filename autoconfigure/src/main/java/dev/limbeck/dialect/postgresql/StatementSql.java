package dev.limbeck.dialect.postgresql;

import java.util.List;
import java.util.stream.Collectors;

import dev.limbeck.dialect.DdlStatement;
import dev.limbeck.dialect.DdlWriter;
import dev.limbeck.dialect.SqlStatement;
import dev.limbeck.dialect.SqlSyntaxException;
import dev.limbeck.dialect.StatementKind;
import dev.limbeck.dialect.UnwritableOperationException;
import dev.limbeck.operation.Autocommit;
import dev.limbeck.operation.BulkInsert;
import dev.limbeck.operation.ExecuteSql;
import dev.limbeck.operation.StatementOperationVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Writes SQL of the user's, rows, and what runs outside of transactions.
 */
final class StatementSql implements StatementOperationVisitor<List<DdlStatement>> {

	private final DdlContext context;

	private final DdlWriter writer;

	StatementSql(DdlContext context, DdlWriter writer) {
		this.context = context;
		this.writer = writer;
	}

	@Override
	public List<DdlStatement> visit(ExecuteSql operation) {
		try {
			String sql = operation.parameters().isEmpty() ? operation.sql()
					: new ParameterizedSql(operation.sql()).with(operation.parameters(), this.context.literals());
			return new PostgresqlStatementSplitter().split(sql).stream().map(StatementSql::classified).toList();
		}
		catch (SqlSyntaxException ex) {
			throw new UnwritableOperationException("The SQL of op.execute has %s at position %s:%n%s"

				.formatted(withArticle(ex.getProblem()), ex.getOffset() + 1, operation.sql()),
					capitalized(ex.getAdvice()) + ".");
		}
	}

	private static String withArticle(String problem) {
		return (problem.startsWith("COPY") ? "a " : "an ") + problem;
	}

	private static DdlStatement classified(SqlStatement statement) {
		StatementKind kind = new PostgresqlStatementClassifier().classify(statement);
		if (kind == StatementKind.TRANSACTION_CONTROL) {
			throw new UnwritableOperationException(
					"The statement '" + statement.text() + "' would start or end a transaction.",
					"Leave transactions to Limbeck; op.autocommit(…) does something outside of them.");
		}
		return new DdlStatement(statement.text(), kind != StatementKind.NON_TRANSACTIONAL);
	}

	private static String capitalized(String advice) {
		return Character.toUpperCase(advice.charAt(0)) + advice.substring(1);
	}

	@Override
	public List<DdlStatement> visit(BulkInsert operation) {
		String head = "INSERT INTO " + this.context.name(operation.table()) + " "
				+ this.context.columns(operation.columns()) + " VALUES";
		InsertBatches batches = new InsertBatches(head);
		for (List<@Nullable Object> row : operation.rows()) {
			batches.add(row.stream().map(this.context::literal).collect(Collectors.joining(", ", "(", ")")));
		}
		return batches.statements();
	}

	@Override
	public List<DdlStatement> visit(Autocommit operation) {
		return operation.operations()
			.stream()
			.flatMap((part) -> this.writer.write(part).stream())
			.map((statement) -> new DdlStatement(statement.sql(), false))
			.toList();
	}

}
