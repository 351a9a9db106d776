package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.limbeck.operation.AddColumn;
import dev.limbeck.operation.AlterColumn;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.ColumnOperation;
import dev.limbeck.operation.CreateCheckConstraint;
import dev.limbeck.operation.CreateExcludeConstraint;
import dev.limbeck.operation.CreateForeignKey;
import dev.limbeck.operation.CreateIndex;
import dev.limbeck.operation.CreatePrimaryKey;
import dev.limbeck.operation.CreateUniqueConstraint;
import dev.limbeck.operation.DropEnum;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.QualifiedName;

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
		if (operation instanceof CreateForeignKey create) {
			ForeignKey key = create.constraint();
			return consent(create.table(), key.columns()).and(consent(key.referredTable(), key.referredColumns()));
		}
		if (operation instanceof CreateIndex create) {
			return consent(create.table(), IndexComparator.columns(create.index()))
				.and(mentioned(create.table(), IndexComparator.describe(create.index())));
		}
		return (operation instanceof ColumnOperation change) ? demandedByColumn(change)
				: demandedByConstraint(operation);
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

	private Consent demandedByConstraint(Operation operation) {
		if (operation instanceof CreateUniqueConstraint create) {
			return consent(create.table(), create.constraint().columns());
		}
		if (operation instanceof CreatePrimaryKey create) {
			return consent(create.table(), create.constraint().columns());
		}
		if (operation instanceof CreateExcludeConstraint create) {
			return consent(create.table(), CheckComparator.columns(create.constraint()))
				.and(mentioned(create.table(), CheckComparator.describe(create.constraint())));
		}
		return (operation instanceof CreateCheckConstraint create)
				? mentioned(create.table(), create.constraint().condition()) : Consent.NONE;
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
		names.removeIf((name) -> !new Identifiers(name).areIn(expression));
		return consent(table, names);
	}

}
