package dev.limbeck.compare;

import java.util.Map;
import java.util.Set;

import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ConstraintVisitor;
import dev.limbeck.schema.ExcludeConstraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.UniqueConstraint;

/**
 * Tells whether a constraint depends on columns that are affected. A key does not mind
 * that the type of its columns changes, and a foreign key does.
 *
 * @param schema what there is
 * @param affected the columns, by table
 * @param table the table of the constraint
 */
record ConstraintDependence(Schema schema, Map<QualifiedName, AffectedColumns> affected,
		QualifiedName table) implements ConstraintVisitor<Boolean> {

	private AffectedColumns of(QualifiedName name) {
		return this.affected.getOrDefault(name, AffectedColumns.NOTHING);
	}

	@Override
	public Boolean visit(PrimaryKey key) {
		return of(this.table).areGone(key.columns()) || of(this.table).areGone(key.include());
	}

	@Override
	public Boolean visit(UniqueConstraint unique) {
		return of(this.table).areGone(unique.columns()) || of(this.table).areGone(unique.include());
	}

	@Override
	public Boolean visit(CheckConstraint check) {
		return of(this.table).isIn(check.condition());
	}

	@Override
	public Boolean visit(ExcludeConstraint exclusion) {
		return of(this.table).isIn(exclusion);
	}

	@Override
	public Boolean visit(ForeignKey key) {
		return of(this.table).areNamed(key.columns()) || of(key.referredTable()).areNamed(key.referredColumns())
				|| refersToDropped(key);
	}

	// A key that is dropped for what it includes is one to refer to as well
	private boolean refersToDropped(ForeignKey key) {
		Table referred = this.schema.table(key.referredTable());
		Set<String> columns = Set.copyOf(key.referredColumns());
		ConstraintDependence there = new ConstraintDependence(this.schema, this.affected, key.referredTable());
		return referred != null && (referred.constraints()
			.stream()
			.anyMatch((constraint) -> isKey(constraint, columns) && constraint.accept(there))
				|| referred.indexes()
					.stream()
					.anyMatch((index) -> isKey(index, columns) && of(key.referredTable()).isIn(index)));
	}

	private static boolean isKey(Constraint constraint, Set<String> columns) {
		return (constraint instanceof PrimaryKey primary && columns.equals(Set.copyOf(primary.columns())))
				|| (constraint instanceof UniqueConstraint unique && columns.equals(Set.copyOf(unique.columns())));
	}

	private static boolean isKey(Index index, Set<String> columns) {
		return index.unique() && index.where() == null && IndexComparator.columns(index).containsAll(columns);
	}

}
