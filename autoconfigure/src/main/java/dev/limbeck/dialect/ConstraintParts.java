package dev.limbeck.dialect;

import java.util.List;
import java.util.stream.Stream;

import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.ConstraintVisitor;
import dev.limbeck.schema.ExcludeConstraint;
import dev.limbeck.schema.ExcludeElement;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.IndexKey;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.UniqueConstraint;

/**
 * What the name of a constraint is made of.
 */
final class ConstraintParts implements ConstraintVisitor<NameParts> {

	/** PostgreSQL, too, calls a column of an index that has no name so. */
	private static final String EXPRESSION = "expr";

	private final QualifiedName table;

	ConstraintParts(QualifiedName table) {
		this.table = table;
	}

	static List<String> columns(Stream<IndexKey> keys) {
		return keys.map((key) -> (key.column() != null) ? key.column() : EXPRESSION).toList();
	}

	@Override
	public NameParts visit(PrimaryKey constraint) {
		return NameParts.of("pk", this.table, constraint.columns());
	}

	@Override
	public NameParts visit(UniqueConstraint constraint) {
		return NameParts.of("uq", this.table, constraint.columns());
	}

	@Override
	public NameParts visit(ForeignKey constraint) {
		return new NameParts("fk", this.table.name(), constraint.columns(), constraint.referredTable().name(),
				constraint.referredColumns(), null);
	}

	@Override
	public NameParts visit(CheckConstraint constraint) {
		return new NameParts("ck", this.table.name(), List.of(), null, List.of(),
				NamePattern.hash(constraint.condition()));
	}

	@Override
	public NameParts visit(ExcludeConstraint constraint) {
		return NameParts.of("ex", this.table, columns(constraint.elements().stream().map(ExcludeElement::key)));
	}

}
