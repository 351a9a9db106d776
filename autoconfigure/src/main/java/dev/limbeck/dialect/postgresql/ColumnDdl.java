package dev.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.dialect.DdlStatement;
import dev.limbeck.dialect.UnwritableOperationException;
import dev.limbeck.operation.AddColumn;
import dev.limbeck.operation.AlterColumn;
import dev.limbeck.operation.ColumnOperationVisitor;
import dev.limbeck.operation.CommentOnColumn;
import dev.limbeck.operation.DropColumn;
import dev.limbeck.schema.Constraint;

/**
 * Writes the operations on columns.
 */
final class ColumnDdl implements ColumnOperationVisitor<Alteration> {

	private final DdlContext context;

	ColumnDdl(DdlContext context) {
		this.context = context;
	}

	@Override
	public Alteration visit(AddColumn operation) {
		String column = operation.column().name();
		InlineConstraintClause inline = new InlineConstraintClause(this.context, operation.table(), column);
		StringBuilder definition = new StringBuilder(new ColumnClause(this.context).of(operation.column()));
		List<String> actions = new ArrayList<>();
		List<DdlStatement> comments = new ArrayList<>();
		for (Constraint constraint : operation.constraints()) {
			String clause = inline.of(constraint);
			if (!clause.isEmpty()) {
				definition.append(' ').append(clause);
			}
			else {
				actions.add(addConstraint(operation, constraint));
			}
			comments.addAll(new TableComments(this.context).of(operation.table(), constraint));
		}
		actions.add(0, "ADD COLUMN " + (operation.ifNotExists() ? "IF NOT EXISTS " : "") + definition);
		if (operation.column().comment() != null) {
			comments.add(0,
					new TableComments(this.context).of(operation.table(), column, operation.column().comment()));
		}
		return new Alteration(actions, comments, List.of());
	}

	private String addConstraint(AddColumn operation, Constraint constraint) {
		String clause = new ConstraintClause(this.context).named(operation.table(), constraint);
		if (operation.ifNotExists()) {
			throw new UnwritableOperationException(
					"The constraint '%s' cannot be part of ADD COLUMN, so IF NOT EXISTS would not hold for it."
						.formatted(clause),
					"Add it by an operation of its own.");
		}
		return "ADD " + clause;
	}

	@Override
	public Alteration visit(DropColumn operation) {
		return Alteration.of(DdlContext.drop("COLUMN", this.context.name(operation.column()), operation.ifExists(),
				operation.cascade()));
	}

	@Override
	public Alteration visit(AlterColumn operation) {
		return new ColumnChangeDdl(this.context, operation).alteration();
	}

	@Override
	public Alteration visit(CommentOnColumn operation) {
		return Alteration
			.comment(new TableComments(this.context).of(operation.table(), operation.column(), operation.comment()));
	}

}
