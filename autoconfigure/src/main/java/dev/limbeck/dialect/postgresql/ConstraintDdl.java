package dev.limbeck.dialect.postgresql;

import java.util.List;
import java.util.Objects;

import dev.limbeck.operation.CommentOnConstraint;
import dev.limbeck.operation.ConstraintOperationVisitor;
import dev.limbeck.operation.CreateCheckConstraint;
import dev.limbeck.operation.CreateConstraintFromIndex;
import dev.limbeck.operation.CreateExcludeConstraint;
import dev.limbeck.operation.CreateForeignKey;
import dev.limbeck.operation.CreatePrimaryKey;
import dev.limbeck.operation.CreateUniqueConstraint;
import dev.limbeck.operation.DropConstraint;
import dev.limbeck.operation.RenameConstraint;
import dev.limbeck.operation.ValidateConstraint;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.QualifiedName;

/**
 * Writes the operations on constraints.
 */
final class ConstraintDdl implements ConstraintOperationVisitor<Alteration> {

	private final DdlContext context;

	ConstraintDdl(DdlContext context) {
		this.context = context;
	}

	@Override
	public Alteration visit(CreatePrimaryKey operation) {
		return add(operation.table(), operation.constraint());
	}

	@Override
	public Alteration visit(CreateUniqueConstraint operation) {
		return add(operation.table(), operation.constraint());
	}

	@Override
	public Alteration visit(CreateForeignKey operation) {
		return add(operation.table(), operation.constraint());
	}

	@Override
	public Alteration visit(CreateCheckConstraint operation) {
		return add(operation.table(), operation.constraint());
	}

	@Override
	public Alteration visit(CreateExcludeConstraint operation) {
		return add(operation.table(), operation.constraint());
	}

	private Alteration add(QualifiedName table, Constraint constraint) {
		String clause = new ConstraintClause(this.context).named(table, constraint);
		return new Alteration(List.of("ADD " + clause), new TableComments(this.context).of(table, constraint),
				List.of());
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
