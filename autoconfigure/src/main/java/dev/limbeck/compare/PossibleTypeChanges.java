package dev.limbeck.compare;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;

/**
 * Tells before the comparison whether it may change a type. What is new may be what has
 * lost another name, and have another type as well.
 *
 * @param comparing how to compare
 * @param database the database
 * @param target the target
 */
record PossibleTypeChanges(Comparing comparing, Schema database, Schema target) {

	boolean areThere() {
		return inColumns() || inEnumTypes();
	}

	private boolean inColumns() {
		Map<QualifiedName, Table> tables = new HashMap<>();
		this.database.tables().forEach((table) -> tables.put(table.name(), table));
		if (mayBeRenamed(tables.keySet(), this.target.tables().stream().map(Table::name).toList())) {
			return true;
		}
		return this.target.tables().stream().anyMatch((table) -> {
			Table existing = tables.get(table.name());
			return existing != null && mayChange(existing, table);
		});
	}

	private boolean mayChange(Table existing, Table table) {
		return mayBeRenamed(names(existing), names(table)) || table.columns().stream().anyMatch((column) -> {
			Column before = existing.column(column.name());
			return before != null && (this.comparing.isTypeChanged(table.name(), before, column)
					|| Comparing.isCollationChanged(before, column));
		});
	}

	private static List<String> names(Table table) {
		return table.columns().stream().map(Column::name).toList();
	}

	private boolean inEnumTypes() {
		Map<QualifiedName, EnumType> types = new HashMap<>();
		this.database.enumTypes().forEach((type) -> types.put(type.name(), type));
		if (mayBeRenamed(types.keySet(), this.target.enumTypes().stream().map(EnumType::name).toList())) {
			return true;
		}
		return this.target.enumTypes().stream().anyMatch((type) -> {
			EnumType existing = types.get(type.name());
			return existing != null && !Set.copyOf(existing.values()).equals(Set.copyOf(type.values()));
		});
	}

	private static <N> boolean mayBeRenamed(Collection<N> database, Collection<N> target) {
		return !database.containsAll(target) && !target.containsAll(database);
	}

}
