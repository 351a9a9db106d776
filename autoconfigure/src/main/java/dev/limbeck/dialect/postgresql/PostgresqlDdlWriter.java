package dev.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.dialect.DdlStatement;
import dev.limbeck.dialect.DdlWriter;
import dev.limbeck.dialect.NamingConvention;
import dev.limbeck.dialect.UnwritableOperationException;
import dev.limbeck.operation.ColumnOperation;
import dev.limbeck.operation.ConstraintOperation;
import dev.limbeck.operation.CustomOperation;
import dev.limbeck.operation.DatabaseOperation;
import dev.limbeck.operation.EnumOperation;
import dev.limbeck.operation.IndexOperation;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.OperationVisitor;
import dev.limbeck.operation.Operations;
import dev.limbeck.operation.RoutineOperation;
import dev.limbeck.operation.SequenceOperation;
import dev.limbeck.operation.StatementOperation;
import dev.limbeck.operation.TableOperation;
import dev.limbeck.operation.ViewOperation;

/**
 * Says operations as PostgreSQL of a version does. Each kind of operation has a class of
 * its own.
 */
final class PostgresqlDdlWriter implements DdlWriter, OperationVisitor<List<DdlStatement>> {

	private static final int OLDEST_VERSION = 14;

	private final DdlContext context;

	private final ColumnDdl columns;

	private final ConstraintDdl constraints;

	PostgresqlDdlWriter(int version, NamingConvention naming) {
		if (version < OLDEST_VERSION) {
			throw new UnwritableOperationException("PostgreSQL " + version + " is older than what Limbeck writes for.",
					"Migrate version " + OLDEST_VERSION + " or later.");
		}
		this.context = DdlContext.of(version, naming);
		this.columns = new ColumnDdl(this.context);
		this.constraints = new ConstraintDdl(this.context);
	}

	@Override
	public List<DdlStatement> write(Operation operation) {
		return operation.accept(this);
	}

	@Override
	public List<DdlStatement> visit(TableOperation operation) {
		return operation.accept(new TableDdl(this.context, this.columns, this.constraints));
	}

	@Override
	public List<DdlStatement> visit(ColumnOperation operation) {
		String table = this.context.name(operation.table());
		return Alteration.statements(table, List.of(operation.accept(this.columns)));
	}

	@Override
	public List<DdlStatement> visit(IndexOperation operation) {
		return operation.accept(new IndexDdl(this.context));
	}

	@Override
	public List<DdlStatement> visit(ConstraintOperation operation) {
		String table = this.context.name(operation.table());
		return Alteration.statements(table, List.of(operation.accept(this.constraints)));
	}

	@Override
	public List<DdlStatement> visit(SequenceOperation operation) {
		return operation.accept(new SequenceDdl(this.context));
	}

	@Override
	public List<DdlStatement> visit(EnumOperation operation) {
		return operation.accept(new EnumDdl(this.context));
	}

	@Override
	public List<DdlStatement> visit(ViewOperation operation) {
		return operation.accept(new ViewDdl(this.context));
	}

	@Override
	public List<DdlStatement> visit(RoutineOperation operation) {
		return operation.accept(new RoutineDdl(this.context));
	}

	@Override
	public List<DdlStatement> visit(DatabaseOperation operation) {
		return operation.accept(new DatabaseDdl(this.context));
	}

	@Override
	public List<DdlStatement> visit(StatementOperation operation) {
		return operation.accept(new StatementSql(this.context, this));
	}

	@Override
	public List<DdlStatement> visit(CustomOperation operation) {
		List<DdlStatement> statements = new ArrayList<>();
		operation.perform(Operations.of((part) -> statements.addAll(write(part))));
		return statements;
	}

}
