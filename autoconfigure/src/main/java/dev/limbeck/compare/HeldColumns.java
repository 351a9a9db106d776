package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.limbeck.operation.AddColumn;
import dev.limbeck.operation.AlterColumn;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.ColumnOperation;
import dev.limbeck.operation.CreateConstraint;
import dev.limbeck.operation.CreateIndex;
import dev.limbeck.operation.DropEnum;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ConstraintVisitor;
import dev.limbeck.schema.ExcludeConstraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.UniqueConstraint;

/**
 * Columns that keep their types until there is a consent. What needs the new type, or
 * that the old one is gone, waits with them.
 */
final class HeldColumns {

	private final Map<QualifiedName, Map<String, Consent>> columns = new HashMap<>();

	private final Map<QualifiedName, Consent> types = new HashMap<>();

	private final Map<QualifiedName, Set<String>> untilDrop = new HashMap<>();

	private final Map<QualifiedName, Map<String, Set<String>>> generated = new HashMap<>();

	void hold(QualifiedName table, Column column, Consent consent) {
		if (consent != Consent.NONE) {
			this.columns.computeIfAbsent(table, (name) -> new HashMap<>()).merge(column.name(), consent, Consent::and);
			ColumnType type = column.type();
			this.types.merge(QualifiedName.of(type.schema(), type.name()), consent, Consent::and);
		}
	}

	/**
	 * Let a column keep its type until another is dropped that is generated from it.
	 * @param table the table
	 * @param column the column
	 */
	void holdUntilDrop(QualifiedName table, Column column) {
		hold(table, column, Consent.DROPS);
		this.untilDrop.computeIfAbsent(table, (name) -> new HashSet<>()).add(column.name());
	}

	/**
	 * Let a column that is generated wait with those that it is generated from.
	 * @param table the table
	 * @param column the column
	 * @param sources the columns that it reads
	 */
	void follow(QualifiedName table, String column, Set<String> sources) {
		this.generated.computeIfAbsent(table, (name) -> new HashMap<>()).put(column, sources);
	}

	/**
	 * Let a column that is generated, and the columns that it is generated from, wait for
	 * the consent to drops.
	 * @param table the table
	 * @param column the column that is generated
	 */
	void holdSources(Table table, String column) {
		this.generated.getOrDefault(table.name(), Map.of())
			.getOrDefault(column, Set.of())
			.stream()
			.flatMap((source) -> Stream.ofNullable(table.column(source)))
			.forEach((source) -> holdUntilDrop(table.name(), source));
	}

	/**
	 * Return which consent is needed before an operation can be done.
	 * @param operation the operation
	 * @return what for the columns that it needs
	 */
	Consent demanded(Operation operation) {
		if (this.columns.isEmpty()) {
			return Consent.NONE;
		}
		if (operation instanceof DropEnum drop) {
			return this.types.getOrDefault(drop.type(), Consent.NONE);
		}
		if (operation instanceof CreateConstraint create) {
			return create.constraint().accept(new DemandOfConstraint(create.table()));
		}
		if (operation instanceof CreateIndex create) {
			return consent(create.table(), IndexComparator.columns(create.index()))
				.and(mentioned(create.table(), IndexComparator.describe(create.index())));
		}
		return (operation instanceof ColumnOperation change) ? demandedByColumn(change) : Consent.NONE;
	}

	private Consent demandedByColumn(ColumnOperation operation) {
		if (operation instanceof AddColumn add) {
			return (add.column().generated() != null) ? consent(add.table(), List.of(add.column().name()))
					: Consent.NONE;
		}
		boolean waits = operation instanceof AlterColumn alter
				&& this.untilDrop.getOrDefault(alter.table(), Set.of()).contains(alter.column())
				&& alter.changes().stream().anyMatch(ColumnChange.SetType.class::isInstance);
		return waits ? Consent.DROPS : Consent.NONE;
	}

	private Consent consent(QualifiedName table, Collection<String> names) {
		Map<String, Consent> held = this.columns.getOrDefault(table, Map.of());
		Map<String, Set<String>> sources = this.generated.getOrDefault(table, Map.of());
		Consent consent = Consent.NONE;
		for (String name : names) {
			consent = consent.and(held.getOrDefault(name, Consent.NONE));
			for (String source : sources.getOrDefault(name, Set.of())) {
				consent = consent.and(held.getOrDefault(source, Consent.NONE));
			}
		}
		return consent;
	}

	private Consent mentioned(QualifiedName table, String expression) {
		List<String> names = new ArrayList<>(this.columns.getOrDefault(table, Map.of()).keySet());
		names.addAll(this.generated.getOrDefault(table, Map.of()).keySet());
		names.removeIf((name) -> !new NameScan(name).areIn(expression));
		return consent(table, names);
	}

	/**
	 * Tells which consent the columns of a new constraint demand.
	 */
	private final class DemandOfConstraint implements ConstraintVisitor<Consent> {

		private final QualifiedName table;

		DemandOfConstraint(QualifiedName table) {
			this.table = table;
		}

		@Override
		public Consent visit(PrimaryKey key) {
			return consent(this.table, key.columns());
		}

		@Override
		public Consent visit(UniqueConstraint key) {
			return consent(this.table, key.columns());
		}

		@Override
		public Consent visit(ForeignKey key) {
			return consent(this.table, key.columns()).and(consent(key.referredTable(), key.referredColumns()));
		}

		@Override
		public Consent visit(CheckConstraint check) {
			return mentioned(this.table, check.condition());
		}

		@Override
		public Consent visit(ExcludeConstraint exclude) {
			return consent(this.table, CheckComparator.columns(exclude))
				.and(mentioned(this.table, CheckComparator.describe(exclude)));
		}

	}

}
