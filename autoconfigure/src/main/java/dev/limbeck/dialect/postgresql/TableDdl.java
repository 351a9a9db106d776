package dev.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.limbeck.dialect.DdlStatement;
import dev.limbeck.operation.AlterTable;
import dev.limbeck.operation.AttachPartition;
import dev.limbeck.operation.ColumnOperation;
import dev.limbeck.operation.CommentOnTable;
import dev.limbeck.operation.ConstraintOperation;
import dev.limbeck.operation.CreateIndex;
import dev.limbeck.operation.CreateTable;
import dev.limbeck.operation.DetachPartition;
import dev.limbeck.operation.DropTable;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.RenameTable;
import dev.limbeck.operation.SetTableSchema;
import dev.limbeck.operation.TableOperationVisitor;
import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TableOptions;
import dev.limbeck.schema.UniqueConstraint;

/**
 * Writes the operations on tables.
 */
final class TableDdl implements TableOperationVisitor<List<DdlStatement>> {

	private final DdlContext context;

	private final ColumnDdl columns;

	private final ConstraintDdl constraints;

	TableDdl(DdlContext context, ColumnDdl columns, ConstraintDdl constraints) {
		this.context = context;
		this.columns = columns;
		this.constraints = constraints;
	}

	@Override
	public List<DdlStatement> visit(CreateTable operation) {
		Table table = operation.table();
		List<DdlStatement> statements = new ArrayList<>();
		statements.add(DdlContext.statement(create(table, operation.ifNotExists())));
		table.constraints()
			.stream()
			.filter((constraint) -> !isWithin(table, constraint))
			.forEach((constraint) -> statements.addAll(add(table.name(), constraint)));
		addIndexes(operation, statements);
		statements.addAll(new TableComments(this.context).of(table));
		return statements;
	}

	private String create(Table table, boolean ifNotExists) {
		TableOptions options = table.options();
		ColumnClause column = new ColumnClause(this.context);
		ConstraintClause constraint = new ConstraintClause(this.context);
		Stream<String> elements = Stream.concat(table.columns().stream().map(column::of),
				table.constraints()
					.stream()
					.filter((within) -> isWithin(table, within))
					.map((within) -> constraint.named(table.name(), within)));
		String body = elements.map((element) -> "\n    " + element).collect(Collectors.joining(","));
		return "CREATE " + (options.unlogged() ? "UNLOGGED " : "") + "TABLE " + (ifNotExists ? "IF NOT EXISTS " : "")
				+ this.context.name(table.name()) + " (" + body + (body.isEmpty() ? ")" : "\n)") + options(options);
	}

	private String options(TableOptions options) {
		String inherits = options.inherits().stream().map(this.context::name).collect(Collectors.joining(", "));
		return (inherits.isEmpty() ? "" : " INHERITS (" + inherits + ")")
				+ ((options.partitionBy() != null)
						? " PARTITION BY " + SqlFragment.of("partitioning", options.partitionBy()) : "")
				+ this.context.options("WITH", options.storageParameters())
				+ ((options.tablespace() != null) ? " TABLESPACE " + this.context.name(options.tablespace()) : "");
	}

	// The server would take NOT VALID within CREATE TABLE for valid, as there are no
	// rows,
	// and make one constraint of two that are alike but for their names
	private static boolean isWithin(Table table, Constraint constraint) {
		if (constraint instanceof UniqueConstraint unique) {
			return !KeyShape.of(unique).isBefore(unique, table);
		}
		if (constraint instanceof ForeignKey key) {
			return key.validated() || !key.enforced();
		}
		return !(constraint instanceof CheckConstraint check) || check.validated() || !check.enforced();
	}

	private List<DdlStatement> add(QualifiedName table, Constraint constraint) {
		String clause = new ConstraintClause(this.context).named(table, constraint);
		return Alteration.statements(this.context.name(table), List.of(Alteration.of("ADD " + clause)));
	}

	private void addIndexes(CreateTable operation, List<DdlStatement> statements) {
		IndexDdl indexes = new IndexDdl(this.context);
		for (Index index : operation.table().indexes()) {
			statements.addAll(
					indexes.visit(new CreateIndex(operation.table().name(), index, false, operation.ifNotExists())));
		}
	}

	@Override
	public List<DdlStatement> visit(DropTable operation) {
		return List.of(DdlContext.statement(DdlContext.drop("TABLE", this.context.name(operation.table()),
				operation.ifExists(), operation.cascade())));
	}

	@Override
	public List<DdlStatement> visit(RenameTable operation) {
		return List.of(DdlContext.statement("ALTER TABLE " + this.context.name(operation.table()) + " RENAME TO "
				+ this.context.name(operation.newName())));
	}

	@Override
	public List<DdlStatement> visit(SetTableSchema operation) {
		return List.of(this.context.setSchema("TABLE", operation.table(), operation.schema()));
	}

	@Override
	public List<DdlStatement> visit(CommentOnTable operation) {
		return List.of(this.context.comment("TABLE", this.context.name(operation.table()), operation.comment()));
	}

	@Override
	public List<DdlStatement> visit(AlterTable operation) {
		List<Alteration> alterations = new ArrayList<>();
		for (Operation part : operation.operations()) {
			if (part instanceof ColumnOperation column) {
				alterations.add(column.accept(this.columns));
			}
			else if (part instanceof ConstraintOperation constraint) {
				alterations.add(constraint.accept(this.constraints));
			}
		}
		return Alteration.statements(this.context.name(operation.table()), alterations);
	}

	@Override
	public List<DdlStatement> visit(AttachPartition operation) {
		return List.of(DdlContext.statement("ALTER TABLE " + this.context.name(operation.table()) + " ATTACH PARTITION "
				+ this.context.name(operation.partition()) + " " + SqlFragment.of("bound", operation.bound())));
	}

	@Override
	public List<DdlStatement> visit(DetachPartition operation) {
		String sql = "ALTER TABLE " + this.context.name(operation.table()) + " DETACH PARTITION "
				+ this.context.name(operation.partition()) + (operation.concurrently() ? " CONCURRENTLY" : "");
		return List.of(new DdlStatement(sql, !operation.concurrently()));
	}

}
