package dev.limbeck.compare;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.limbeck.operation.CreateConstraint;
import dev.limbeck.operation.CreateConstraintFromIndex;
import dev.limbeck.operation.CreateIndex;
import dev.limbeck.operation.DropConstraint;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.RenameConstraint;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexKey;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Compares the primary key and the unique constraints of a table.
 */
final class KeyComparator {

	private final ComparisonBuilder findings;

	private final TablePair table;

	private final RowsInTheWay rows;

	KeyComparator(ComparisonContext comparing, TablePair table) {
		this.findings = comparing.findings();
		this.table = table;
		this.rows = new RowsInTheWay(comparing, table);
	}

	void comparePrimaryKey() {
		PrimaryKey from = this.table.database().primaryKey();
		PrimaryKey to = this.table.normalized().primaryKey();
		if (isSame(from, to)) {
			return;
		}
		DifferenceDraft finding = finding(from, to);
		if (from != null) {
			this.findings.droppedKey(this.table.name(), from.columns());
			finding.step(Phase.DROP_CONSTRAINTS, DropConstraint.of(this.table.name(), from));
		}
		if (to != null) {
			finding.step(Phase.CREATE_CONSTRAINTS,
					new CreateConstraint(this.table.name(), this.table.declared(to, PrimaryKey.class)),
					(from != null) ? this.rows.of(to, from) : this.rows.of(to));
		}
	}

	private DifferenceDraft finding(@Nullable PrimaryKey from, @Nullable PrimaryKey to) {
		PrimaryKey either = Objects.requireNonNull((to != null) ? to : from);
		ComparedObject object = this.table.object(ObjectType.PRIMARY_KEY, Objects.requireNonNull(either.name()));
		if (from == null) {
			return this.findings.added(object, text(either)).mayFail();
		}
		DifferenceDraft finding = (to != null) ? this.findings.changed(object, text(from), text(to)).mayFail()
				: this.findings.removed(object, text(from));
		return finding.destructive(this.table.goesWithColumn(from));
	}

	private boolean isSame(@Nullable PrimaryKey from, @Nullable PrimaryKey to) {
		if (from == null || to == null) {
			return from == null && to == null;
		}
		boolean columns = this.table.normalized().hints().keyInAnyOrder()
				? Set.copyOf(from.columns()).equals(Set.copyOf(to.columns())) : from.columns().equals(to.columns());
		return columns && Set.copyOf(from.include()).equals(Set.copyOf(to.include()))
				&& from.withoutOverlaps() == to.withoutOverlaps() && from.deferrability() == to.deferrability();
	}

	void compareUniqueConstraints(Matching<UniqueConstraint> constraints, Matching<Index> indexes) {
		for (Matching.Pair<UniqueConstraint> pair : constraints.pairs()) {
			compare(pair.database(), this.table.declared(pair.target(), UniqueConstraint.class));
		}
		for (UniqueConstraint constraint : List.copyOf(constraints.added())) {
			Index index = indexes.removed().stream().filter((it) -> isFor(it, constraint)).findFirst().orElse(null);
			UniqueConstraint declared = this.table.declared(constraint, UniqueConstraint.class);
			if (index != null) {
				indexes.removed().remove(index);
				use(index, declared);
			}
			else {
				this.findings.added(object(constraint), text(constraint))
					.mayFail()
					.step(Phase.CREATE_CONSTRAINTS, create(declared), this.rows.of(declared));
			}
		}
		for (UniqueConstraint constraint : constraints.removed()) {
			this.findings.droppedKey(this.table.name(), constraint.columns());
			this.findings.removed(object(constraint), text(constraint))
				.destructive(this.table.goesWithColumn(constraint))
				.step(Phase.DROP_CONSTRAINTS, DropConstraint.of(this.table.name(), constraint));
		}
	}

	Matching<UniqueConstraint> match() {
		return Matching.of(this.table.database().uniqueConstraints(), this.table.normalized().uniqueConstraints(),
				new Matching.Rules<>(UniqueConstraint::name, this.table::isGenerated, KeyComparator::isSame,
						(one, other) -> one.columns().equals(other.columns())));
	}

	private static boolean isSame(UniqueConstraint from, UniqueConstraint to) {
		boolean columns = from.withoutOverlaps() ? from.columns().equals(to.columns())
				: Set.copyOf(from.columns()).equals(Set.copyOf(to.columns()));
		return columns && Set.copyOf(from.include()).equals(Set.copyOf(to.include()))
				&& from.nullsNotDistinct() == to.nullsNotDistinct() && from.withoutOverlaps() == to.withoutOverlaps()
				&& from.deferrability() == to.deferrability();
	}

	private void compare(UniqueConstraint from, UniqueConstraint to) {
		String oldName = Objects.requireNonNull(from.name());
		String newName = Objects.requireNonNull(to.name());
		if (!isSame(from, to)) {
			this.findings.droppedKey(this.table.name(), from.columns());
			this.findings.changed(object(to), describe(from), describe(to))
				.mayFail()
				.destructive(this.table.goesWithColumn(from))
				.step(Phase.DROP_CONSTRAINTS, DropConstraint.of(this.table.name(), from))
				.step(Phase.CREATE_CONSTRAINTS, create(to), this.rows.of(to, from));
		}
		else if (!oldName.equals(newName) && !this.table.isGenerated(newName)) {
			this.findings.renamed(object(from), newName)
				.step(Phase.RENAME_PARTS, new RenameConstraint(this.table.name(), oldName, newName));
		}
	}

	private Operation create(UniqueConstraint constraint) {
		return new CreateConstraint(this.table.name(), constraint);
	}

	private ComparedObject object(UniqueConstraint constraint) {
		return this.table.object(ObjectType.UNIQUE_CONSTRAINT, Objects.requireNonNull(constraint.name()));
	}

	private static String text(Constraint constraint) {
		return constraint.accept(new ConstraintText());
	}

	static String describe(UniqueConstraint constraint) {
		return constraint.columns() + (constraint.nullsNotDistinct() ? " nulls not distinct" : "")
				+ (constraint.include().isEmpty() ? "" : " include " + constraint.include())
				+ ConstraintText.of(constraint.deferrability());
	}

	// The server takes only a plain index for a constraint
	private static boolean isFor(Index index, UniqueConstraint constraint) {
		List<IndexKey> plain = constraint.columns().stream().map(IndexKey::column).toList();
		return index.unique() && index.valid() && index.where() == null && index.keys().equals(plain)
				&& index.include().equals(constraint.include())
				&& index.nullsNotDistinct() == constraint.nullsNotDistinct() && !constraint.withoutOverlaps();
	}

	private void use(Index index, UniqueConstraint constraint) {
		String name = Objects.requireNonNull(constraint.name());
		Operation use = new CreateConstraintFromIndex(this.table.name(), name, Objects.requireNonNull(index.name()),
				false, constraint.deferrability());
		this.findings
			.changed(object(constraint), "from the unique index " + index.name(),
					new Sides("the constraint", "the index " + index.name()))
			.steps(Phase.CREATE_CONSTRAINTS, List.of(use), List.of(DropConstraint.of(this.table.name(), constraint),
					new CreateIndex(this.table.name(), index, false, false)));
	}

}
