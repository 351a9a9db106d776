package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.limbeck.operation.AlterColumn;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.DropColumn;
import dev.limbeck.operation.DropConstraint;
import dev.limbeck.operation.DropIndex;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;

/**
 * What has to be gone while something else happens, since the server refuses it or does
 * not find its way through it. It is dropped before, and created behind it as it was.
 */
final class Dependents {

	private final Schema schema;

	private final Map<QualifiedName, AffectedColumns> affected;

	Dependents(Schema schema, Map<QualifiedName, AffectedColumns> affected) {
		this.schema = schema;
		this.affected = affected;
	}

	/**
	 * Put operations between those that drop what is in their way when an enum type is
	 * made anew, and those that create it again.
	 * @param schema what there is
	 * @param type the name of the type
	 * @param operations the operations
	 * @return all of them
	 */
	static List<Operation> around(Schema schema, QualifiedName type, List<Operation> operations) {
		Map<QualifiedName, AffectedColumns> affected = new HashMap<>();
		schema.tables().forEach((table) -> affected.put(table.name(), AffectedColumns.by(type, table)));
		Dependents dependents = new Dependents(schema, affected);
		List<Operation> drops = views(schema, affected, type);
		drops.addAll(dependents.drops());
		dependents.schema.tables().forEach((table) -> drops.addAll(dependents.columns(table)));
		return surrounded(drops, operations);
	}

	private static List<Operation> views(Schema schema, Map<QualifiedName, AffectedColumns> affected,
			QualifiedName type) {
		List<QualifiedName> read = new ArrayList<>(List.of(type));
		affected.forEach((table, columns) -> {
			if (!columns.isNothing()) {
				read.add(table);
			}
		});
		return new ArrayList<>(ViewDependents.of(AnyView.all(schema), read).stream().map(AnyView::drop).toList());
	}

	private static List<Operation> surrounded(List<Operation> drops, List<Operation> operations) {
		List<Operation> all = new ArrayList<>(drops);
		all.addAll(operations);
		for (int i = drops.size() - 1; i >= 0; i--) {
			all.add(Objects.requireNonNull(drops.get(i).inverse()));
		}
		return all;
	}

	/**
	 * Return what drops constraints and indexes: foreign keys before what they refer to.
	 * @return the operations, each of which knows what it drops
	 */
	List<Operation> drops() {
		List<Operation> foreignKeys = new ArrayList<>();
		List<Operation> others = new ArrayList<>();
		for (Table table : this.schema.tables()) {
			for (Constraint constraint : table.constraints()) {
				if (constraint.accept(new ConstraintDependence(this.schema, this.affected, table.name()))) {
					((constraint instanceof ForeignKey) ? foreignKeys : others)
						.add(DropConstraint.of(table.name(), constraint));
				}
			}
			table.indexes()
				.stream()
				.filter(of(table)::isIn)
				.map((index) -> new DropIndex(table.name(), index.name(), false, false, false, index))
				.forEach(others::add);
		}
		foreignKeys.addAll(others);
		return foreignKeys;
	}

	private AffectedColumns of(Table table) {
		return this.affected.getOrDefault(table.name(), AffectedColumns.NOTHING);
	}

	private List<Operation> columns(Table table) {
		List<Operation> changes = new ArrayList<>();
		for (Column column : table.columns()) {
			if (of(table).gone().contains(column.name())) {
				changes.add(0, new DropColumn(table.name(), column.name(), false, false, column, List.of()));
			}
			else if (of(table).isDefault(column)) {
				changes.add(0, new AlterColumn(table.name(), column.name(), List.of(new ColumnChange.SetDefault(null)),
						column));
			}
		}
		return changes;
	}

}
