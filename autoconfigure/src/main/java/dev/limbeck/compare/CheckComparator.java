package dev.limbeck.compare;

import java.util.List;
import java.util.Objects;

import dev.limbeck.operation.CreateConstraint;
import dev.limbeck.operation.DropConstraint;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.RenameConstraint;
import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ExcludeConstraint;
import dev.limbeck.schema.ExcludeElement;

/**
 * Compares the checks and the exclusion constraints of a table.
 */
final class CheckComparator {

	private final ComparisonBuilder findings;

	private final TablePair table;

	private final RowsInTheWay rows;

	CheckComparator(ComparisonContext comparing, TablePair table) {
		this.findings = comparing.findings();
		this.table = table;
		this.rows = new RowsInTheWay(comparing, table);
	}

	void compareChecks() {
		Matching<CheckConstraint> checks = Matching.of(this.table.database().checkConstraints(),
				this.table.normalized().checkConstraints(), new Matching.Rules<>(CheckConstraint::name,
						this.table::isGenerated, CheckComparator::isSame, (one, other) -> false));
		for (Matching.Pair<CheckConstraint> pair : checks.pairs()) {
			if (isSame(pair.database(), pair.target())) {
				String name = rename(ObjectType.CHECK_CONSTRAINT, pair.database(), pair.target());
				if (!pair.database().validated() && pair.database().enforced() && pair.target().validated()) {
					Validation.describe(this.findings, this.table.name(),
							object(ObjectType.CHECK_CONSTRAINT, pair.database()), name, this.rows.of(pair.database()));
				}
			}
			else {
				change(ObjectType.CHECK_CONSTRAINT, pair.database(), create(pair.target()), pair.target());
			}
		}
		checks.added().forEach((check) -> add(ObjectType.CHECK_CONSTRAINT, check, create(check)));
		checks.removed().forEach((check) -> remove(ObjectType.CHECK_CONSTRAINT, check));
	}

	private Operation create(CheckConstraint check) {
		return new CreateConstraint(this.table.name(), this.table.declared(check, CheckConstraint.class));
	}

	private static boolean isSame(CheckConstraint from, CheckConstraint to) {
		return Conjunction.areSame(from.condition(), to.condition()) && from.noInherit() == to.noInherit()
				&& from.enforced() == to.enforced();
	}

	static String describe(CheckConstraint check) {
		return "(" + check.condition() + ")" + (check.noInherit() ? " no inherit" : "")
				+ (check.enforced() ? "" : " not enforced");
	}

	void compareExclusions() {
		Matching<ExcludeConstraint> exclusions = Matching.of(this.table.database().excludeConstraints(),
				this.table.normalized().excludeConstraints(), new Matching.Rules<>(ExcludeConstraint::name,
						this.table::isGenerated, CheckComparator::isSame, (one, other) -> false));
		for (Matching.Pair<ExcludeConstraint> pair : exclusions.pairs()) {
			if (isSame(pair.database(), pair.target())) {
				rename(ObjectType.EXCLUDE_CONSTRAINT, pair.database(), pair.target());
			}
			else {
				change(ObjectType.EXCLUDE_CONSTRAINT, pair.database(), create(pair.target()), pair.target());
			}
		}
		exclusions.added().forEach((exclusion) -> add(ObjectType.EXCLUDE_CONSTRAINT, exclusion, create(exclusion)));
		exclusions.removed().forEach((exclusion) -> remove(ObjectType.EXCLUDE_CONSTRAINT, exclusion));
	}

	static List<String> columns(ExcludeConstraint exclusion) {
		return exclusion.elements()
			.stream()
			.map((element) -> element.key().column())
			.filter((column) -> column != null)
			.map(String::valueOf)
			.toList();
	}

	private Operation create(ExcludeConstraint exclusion) {
		return new CreateConstraint(this.table.name(), this.table.declared(exclusion, ExcludeConstraint.class));
	}

	static boolean isSame(ExcludeConstraint from, ExcludeConstraint to) {
		return from.method().equals(to.method()) && from.elements().equals(to.elements())
				&& from.include().equals(to.include()) && Conjunction.areSame(from.where(), to.where())
				&& from.deferrability() == to.deferrability();
	}

	static String describe(ExcludeConstraint exclusion) {
		List<String> elements = exclusion.elements().stream().map(CheckComparator::describe).toList();
		return elements + ((exclusion.where() != null) ? " where " + exclusion.where() : "");
	}

	private static String describe(ExcludeElement element) {
		String subject = (element.key().column() != null) ? element.key().column() : element.key().expression();
		return subject + " " + element.operator();
	}

	private ComparedObject object(ObjectType type, Constraint constraint) {
		return this.table.object(type, Objects.requireNonNull(constraint.name()));
	}

	private void add(ObjectType type, Constraint constraint, Operation create) {
		this.findings.added(object(type, constraint), text(constraint))
			.mayFail()
			.step(Phase.CREATE_CONSTRAINTS, create, this.rows.of(constraint));
	}

	private void remove(ObjectType type, Constraint constraint) {
		this.findings.removed(object(type, constraint), text(constraint))
			.destructive(this.table.goesWithColumn(constraint))
			.step(Phase.DROP_CONSTRAINTS, DropConstraint.of(this.table.name(), constraint));
	}

	private void change(ObjectType type, Constraint from, Operation create, Constraint to) {
		this.findings.changed(object(type, to), text(from), text(to))
			.mayFail()
			.destructive(this.table.goesWithColumn(from))
			.step(Phase.DROP_CONSTRAINTS, DropConstraint.of(this.table.name(), from))
			.step(Phase.CREATE_CONSTRAINTS, create, this.rows.of(to, from));
	}

	private static String text(Constraint constraint) {
		return constraint.accept(new ConstraintText());
	}

	// Return the name that it has then
	private String rename(ObjectType type, Constraint from, Constraint to) {
		String oldName = Objects.requireNonNull(from.name());
		String newName = Objects.requireNonNull(to.name());
		if (!oldName.equals(newName) && !this.table.isGenerated(newName)) {
			this.findings.renamed(object(type, from), newName)
				.step(Phase.RENAME_PARTS, new RenameConstraint(this.table.name(), oldName, newName));
			return newName;
		}
		return oldName;
	}

}
