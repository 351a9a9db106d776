package dev.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.limbeck.dialect.DdlStatement;
import dev.limbeck.operation.CreateIndex;
import dev.limbeck.operation.DropIndex;
import dev.limbeck.operation.IndexOperationVisitor;
import dev.limbeck.operation.RenameIndex;
import dev.limbeck.schema.Index;

/**
 * Writes the operations on indexes.
 */
final class IndexDdl implements IndexOperationVisitor<List<DdlStatement>> {

	private final DdlContext context;

	IndexDdl(DdlContext context) {
		this.context = context;
	}

	@Override
	public List<DdlStatement> visit(CreateIndex operation) {
		Index index = operation.index();
		String name = this.context.naming().nameOf(operation.table(), index);
		String sql = "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX "
				+ (operation.concurrently() ? "CONCURRENTLY " : "") + (operation.ifNotExists() ? "IF NOT EXISTS " : "")
				+ this.context.name(name) + " ON " + this.context.name(operation.table()) + definition(index);
		List<DdlStatement> statements = new ArrayList<>();
		statements.add(new DdlStatement(sql, !operation.concurrently()));
		if (index.comment() != null) {
			statements.add(
					this.context.comment("INDEX", this.context.name(operation.table().sibling(name)), index.comment()));
		}
		return statements;
	}

	private String definition(Index index) {
		String method = index.method().equals(Index.DEFAULT_METHOD) ? ""
				: " USING " + this.context.name(index.method());
		String keys = index.keys()
			.stream()
			.map(new IndexKeyClause(this.context)::of)
			.collect(Collectors.joining(", ", " (", ")"));
		String nulls = new ConstraintClause(this.context).nullsNotDistinct(index.nullsNotDistinct());
		return method + keys + (index.include().isEmpty() ? "" : " INCLUDE " + this.context.columns(index.include()))
				+ (nulls.isEmpty() ? "" : " " + nulls.strip()) + this.context.options("WITH", index.storageParameters())
				+ ((index.tablespace() != null) ? " TABLESPACE " + this.context.name(index.tablespace()) : "")
				+ ((index.where() != null) ? " WHERE " + SqlFragment.of("where condition", index.where()) : "");
	}

	@Override
	public List<DdlStatement> visit(DropIndex operation) {
		String index = this.context.name(operation.table().sibling(name(operation)));
		String kind = operation.concurrently() ? "INDEX CONCURRENTLY" : "INDEX";
		return List.of(new DdlStatement(DdlContext.drop(kind, index, operation.ifExists(), operation.cascade()),
				!operation.concurrently()));
	}

	private String name(DropIndex operation) {
		return (operation.name() != null) ? operation.name()
				: this.context.naming().nameOf(operation.table(), Objects.requireNonNull(operation.dropped()));
	}

	@Override
	public List<DdlStatement> visit(RenameIndex operation) {
		return List.of(DdlContext.statement("ALTER INDEX " + this.context.name(operation.index()) + " RENAME TO "
				+ this.context.name(operation.newName())));
	}

}
