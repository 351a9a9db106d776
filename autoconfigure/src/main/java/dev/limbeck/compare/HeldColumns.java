package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

	void hold(QualifiedName table, Column column, Consent consent) {
		if (consent != Consent.NONE) {
			this.columns.computeIfAbsent(table, (name) -> new HashMap<>()).put(column.name(), consent);
			ColumnType type = column.type();
			this.types.merge(QualifiedName.of(type.schema(), type.name()), consent, Consent::and);
		}
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
		return demandedByConstraint(operation);
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

	private Consent consent(QualifiedName table, List<String> names) {
		Map<String, Consent> held = this.columns.getOrDefault(table, Map.of());
		Consent consent = Consent.NONE;
		for (String name : names) {
			consent = consent.and(held.getOrDefault(name, Consent.NONE));
		}
		return consent;
	}

	private Consent mentioned(QualifiedName table, String expression) {
		List<String> names = new ArrayList<>(this.columns.getOrDefault(table, Map.of()).keySet());
		names.removeIf((name) -> !new Identifiers(name).areIn(expression));
		return consent(table, names);
	}

}
