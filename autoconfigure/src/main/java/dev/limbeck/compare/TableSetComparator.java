package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.limbeck.dialect.NormalizedTarget;
import dev.limbeck.operation.CreateConstraint;
import dev.limbeck.operation.CreateTable;
import dev.limbeck.operation.DropConstraint;
import dev.limbeck.operation.DropTable;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.UniqueConstraint;

/**
 * Compares the tables of a database with those that are wanted.
 */
final class TableSetComparator {

	private final ComparisonContext comparing;

	private final ComparisonBuilder findings;

	private final Schema actual;

	private final Map<QualifiedName, Table> database = new LinkedHashMap<>();

	private final Map<QualifiedName, Table> normalized = new HashMap<>();

	private final List<Table> added = new ArrayList<>();

	private final List<Table> removed = new ArrayList<>();

	private final List<TablePair> common = new ArrayList<>();

	TableSetComparator(ComparisonContext comparing, Schema database, NormalizedTarget target) {
		this.comparing = comparing;
		this.findings = comparing.findings();
		this.actual = database;
		database.tables().forEach((table) -> this.database.put(table.name(), table));
		target.normalized().tables().forEach((table) -> this.normalized.put(table.name(), table));
		for (Table table : target.declared().tables()) {
			Table existing = this.database.get(table.name());
			if (existing == null) {
				this.added.add(table);
			}
			else {
				this.common
					.add(UnmappedParts.settle(comparing, new TablePair(existing, table, normalized(table.name()))));
			}
		}
		this.database.values()
			.stream()
			.filter((table) -> !this.normalized.containsKey(table.name()))
			.forEach(this.removed::add);
	}

	private Table normalized(QualifiedName name) {
		return Objects.requireNonNull(this.normalized.get(name));
	}

	void compare() {
		addTables();
		removeTables();
		List<TableComparator> comparators = this.common.stream()
			.map((pair) -> new TableComparator(this.comparing, pair))
			.toList();
		comparators.forEach(TableComparator::compare);
		comparators.forEach(TableComparator::rebuildForeignKeys);
		new RegeneratedColumns(this.findings, this.actual).describe();
		new KeptInTheWay(this.findings).report();
	}

	private void addTables() {
		TableOrder order = new TableOrder(this.added, this::isReady);
		for (Table table : order.ordered()) {
			DifferenceDraft finding = this.findings
				.added(ComparedObject.of(ObjectType.TABLE, table.name()), text(table))
				.step(Phase.CREATE_TABLES, new CreateTable(table, false));
			order.later(table.name())
				.forEach((key) -> finding.step(Phase.CREATE_FOREIGN_KEYS, new CreateConstraint(table.name(), key)));
			this.removed.stream()
				.filter((candidate) -> isSimilar(candidate, table))
				.forEach((candidate) -> this.findings
					.candidate(new RenameCandidate(ObjectType.TABLE, null, candidate.name(), table.name())));
		}
	}

	// A table that is there is ready for a foreign key if the key that it refers to is,
	// and stays as it is
	private boolean isReady(ForeignKey key) {
		Table existing = this.database.get(key.referredTable());
		Table wanted = this.normalized.get(key.referredTable());
		if (existing == null || wanted == null) {
			return true;
		}
		return hasKey(existing, key) && hasKey(wanted, key)
				&& key.referredColumns().stream().allMatch((column) -> isSettled(existing, wanted, column));
	}

	private static boolean hasKey(Table table, ForeignKey key) {
		Set<String> columns = Set.copyOf(key.referredColumns());
		if (table.primaryKey() != null && columns.equals(Set.copyOf(table.primaryKey().columns()))) {
			return true;
		}
		return table.uniqueConstraints()
			.stream()
			.map(UniqueConstraint::columns)
			.anyMatch((unique) -> columns.equals(Set.copyOf(unique)));
	}

	private boolean isSettled(Table existing, Table wanted, String name) {
		Column from = existing.column(name);
		Column to = wanted.column(name);
		return from != null && from.generated() == null && to != null
				&& this.comparing.rules().satisfies(from.type(), to.type());
	}

	private static String text(Table table) {
		return "columns " + table.columns().stream().map(Column::name).toList();
	}

	private boolean isSimilar(Table candidate, Table table) {
		Set<String> names = new HashSet<>();
		candidate.columns().forEach((column) -> names.add(column.name()));
		long shared = table.columns().stream().filter((column) -> names.contains(column.name())).count();
		return shared * 2 >= Math.max(names.size(), table.columns().size());
	}

	private void removeTables() {
		List<Table> order = new ArrayList<>();
		List<Table> going = this.removed.stream()
			.filter((table) -> this.comparing.isComplete(ObjectType.TABLE, table.name()))
			.toList();
		TableOrder creation = new TableOrder(going, (key) -> true);
		order.addAll(creation.ordered());
		Collections.reverse(order);
		for (Table table : order) {
			DifferenceDraft finding = this.findings
				.removed(ComparedObject.of(ObjectType.TABLE, table.name()), text(table))
				.destructive(true);
			for (Constraint constraint : table.constraints()) {
				if (constraint instanceof ForeignKey key) {
					this.findings.goesWithTable(key);
				}
			}
			creation.later(table.name())
				.forEach((key) -> finding.step(Phase.DROP_FOREIGN_KEYS, DropConstraint.of(table.name(), key)));
			finding.step(Phase.DROP_TABLES, new DropTable(table.name(), false, false, table));
		}
	}

}
