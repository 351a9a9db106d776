package dev.limbeck.dialect.postgresql;

import java.util.List;
import java.util.Objects;

import dev.limbeck.operation.CommentOnConstraint;
import dev.limbeck.operation.ConstraintOperationVisitor;
import dev.limbeck.operation.CreateConstraint;
import dev.limbeck.operation.CreateConstraintFromIndex;
import dev.limbeck.operation.DropConstraint;
import dev.limbeck.operation.RenameConstraint;
import dev.limbeck.operation.ValidateConstraint;

/**
 * Writes the operations on constraints.
 */
final class ConstraintDdl implements ConstraintOperationVisitor<Alteration> {

	private final DdlContext context;

	ConstraintDdl(DdlContext context) {
		this.context = context;
	}

	@Override
	public Alteration visit(CreateConstraint operation) {
		String clause = new ConstraintClause(this.context).named(operation.table(), operation.constraint());
		return new Alteration(List.of("ADD " + clause),
				new TableComments(this.context).of(operation.table(), operation.constraint()), List.of());
	}

	@Override
	public Alteration visit(CreateConstraintFromIndex operation) {
		return Alteration.of("ADD CONSTRAINT " + this.context.name(operation.name())
				+ (operation.primaryKey() ? " PRIMARY KEY" : " UNIQUE") + " USING INDEX "
				+ this.context.name(operation.index())
				+ new ConstraintClause(this.context).deferrability(operation.deferrability()));
	}

	@Override
	public Alteration visit(DropConstraint operation) {
		return Alteration.of(DdlContext.drop("CONSTRAINT", this.context.name(name(operation)), operation.ifExists(),
				operation.cascade()));
	}

	private String name(DropConstraint operation) {
		return (operation.name() != null) ? operation.name()
				: this.context.naming().nameOf(operation.table(), Objects.requireNonNull(operation.dropped()));
	}

	@Override
	public Alteration visit(ValidateConstraint operation) {
		return Alteration.of("VALIDATE CONSTRAINT " + this.context.name(operation.name()));
	}

	@Override
	public Alteration visit(RenameConstraint operation) {
		return Alteration
			.rename(DdlContext.statement("ALTER TABLE " + this.context.name(operation.table()) + " RENAME CONSTRAINT "
					+ this.context.name(operation.name()) + " TO " + this.context.name(operation.newName())));
	}

	@Override
	public Alteration visit(CommentOnConstraint operation) {
		return Alteration.comment(
				new TableComments(this.context).ofConstraint(operation.table(), operation.name(), operation.comment()));
	}

}
