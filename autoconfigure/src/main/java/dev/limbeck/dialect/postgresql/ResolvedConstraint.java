package dev.limbeck.dialect.postgresql;

import java.util.List;
import java.util.function.UnaryOperator;

import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ConstraintVisitor;
import dev.limbeck.schema.ExcludeConstraint;
import dev.limbeck.schema.ExcludeElement;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.IndexKey;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.UniqueConstraint;

/**
 * Gives the tables and columns that a constraint names the names that they are to have.
 */
final class ResolvedConstraint implements ConstraintVisitor<Constraint> {

	private final UnaryOperator<QualifiedName> tables;

	private final UnaryOperator<String> columns;

	ResolvedConstraint(UnaryOperator<QualifiedName> tables, UnaryOperator<String> columns) {
		this.tables = tables;
		this.columns = columns;
	}

	private List<String> names(List<String> names) {
		return names.stream().map(this.columns).toList();
	}

	IndexKey key(IndexKey key) {
		return (key.column() == null) ? key
				: new IndexKey(this.columns.apply(key.column()), key.expression(), key.collation(), key.operatorClass(),
						key.operatorClassParameters(), key.descending(), key.nullsFirst());
	}

	@Override
	public Constraint visit(PrimaryKey key) {
		return new PrimaryKey(key.name(), names(key.columns()), names(key.include()), key.withoutOverlaps(),
				key.deferrability(), key.comment());
	}

	@Override
	public Constraint visit(UniqueConstraint unique) {
		return new UniqueConstraint(unique.name(), names(unique.columns()), names(unique.include()),
				unique.nullsNotDistinct(), unique.withoutOverlaps(), unique.deferrability(), unique.comment());
	}

	@Override
	public Constraint visit(ForeignKey key) {
		return new ForeignKey(key.name(), names(key.columns()), this.tables.apply(key.referredTable()),
				names(key.referredColumns()), key.onDelete(), names(key.setOnDelete()), key.onUpdate(), key.match(),
				key.period(), key.deferrability(), key.validated(), key.enforced(), key.comment());
	}

	@Override
	public Constraint visit(CheckConstraint check) {
		return check;
	}

	@Override
	public Constraint visit(ExcludeConstraint exclusion) {
		List<ExcludeElement> elements = exclusion.elements()
			.stream()
			.map((element) -> new ExcludeElement(key(element.key()), element.operator()))
			.toList();
		return new ExcludeConstraint(exclusion.name(), exclusion.method(), elements, names(exclusion.include()),
				exclusion.where(), exclusion.deferrability(), exclusion.comment());
	}

}
