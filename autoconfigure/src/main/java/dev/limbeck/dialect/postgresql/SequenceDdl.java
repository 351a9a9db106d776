package dev.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.dialect.DdlStatement;
import dev.limbeck.operation.AlterSequence;
import dev.limbeck.operation.CreateSequence;
import dev.limbeck.operation.DropSequence;
import dev.limbeck.operation.RenameSequence;
import dev.limbeck.operation.SequenceOperationVisitor;
import dev.limbeck.operation.SetSequenceSchema;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOwner;
import org.jspecify.annotations.Nullable;

/**
 * Writes the operations on sequences.
 */
final class SequenceDdl implements SequenceOperationVisitor<List<DdlStatement>> {

	private final DdlContext context;

	SequenceDdl(DdlContext context) {
		this.context = context;
	}

	@Override
	public List<DdlStatement> visit(CreateSequence operation) {
		Sequence sequence = operation.sequence();
		List<String> clauses = new ArrayList<>();
		clauses.add("CREATE SEQUENCE" + (operation.ifNotExists() ? " IF NOT EXISTS" : ""));
		clauses.add(this.context.name(sequence.name()));
		addType(clauses, sequence.type());
		clauses.addAll(CounterClause.of(sequence.options()));
		addOwner(clauses, sequence.ownedBy());
		List<DdlStatement> statements = new ArrayList<>();
		statements.add(DdlContext.statement(String.join(" ", clauses)));
		if (sequence.comment() != null) {
			statements.add(this.context.comment("SEQUENCE", this.context.name(sequence.name()), sequence.comment()));
		}
		return statements;
	}

	private void addType(List<String> clauses, @Nullable ColumnType type) {
		if (type != null) {
			clauses.add("AS " + this.context.type(type));
		}
	}

	private void addOwner(List<String> clauses, @Nullable SequenceOwner owner) {
		if (owner != null) {
			clauses.add("OWNED BY " + this.context.name(owner.table()) + "." + this.context.name(owner.column()));
		}
	}

	@Override
	public List<DdlStatement> visit(AlterSequence operation) {
		List<String> clauses = new ArrayList<>();
		clauses.add("ALTER SEQUENCE " + this.context.name(operation.sequence()));
		addType(clauses, operation.type());
		clauses.addAll(CounterClause.of(operation.options()));
		if (operation.restart()) {
			clauses.add((operation.restartWith() != null) ? "RESTART WITH " + operation.restartWith() : "RESTART");
		}
		addOwner(clauses, operation.ownedBy());
		if (operation.disowned()) {
			clauses.add("OWNED BY NONE");
		}
		return List.of(DdlContext.statement(String.join(" ", clauses)));
	}

	@Override
	public List<DdlStatement> visit(DropSequence operation) {
		return List.of(DdlContext.statement(DdlContext.drop("SEQUENCE", this.context.name(operation.sequence()),
				operation.ifExists(), operation.cascade())));
	}

	@Override
	public List<DdlStatement> visit(RenameSequence operation) {
		return List.of(DdlContext.statement("ALTER SEQUENCE " + this.context.name(operation.sequence()) + " RENAME TO "
				+ this.context.name(operation.newName())));
	}

	@Override
	public List<DdlStatement> visit(SetSequenceSchema operation) {
		return List.of(this.context.setSchema("SEQUENCE", operation.sequence(), operation.schema()));
	}

}
