package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.operation.AlterColumn;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.CreateEnum;
import dev.limbeck.operation.DropEnum;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.RenameEnum;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Table;

/**
 * Makes an enum type anew, which is the only way to take a value away or to change their
 * order. It fails if a row has a value that the new type has not.
 */
final class EnumRebuild {

	private static final String SUFFIX = "_old";

	private final Comparing comparing;

	private final List<Table> tables;

	EnumRebuild(Comparing comparing, List<Table> tables) {
		this.comparing = comparing;
		this.tables = tables;
	}

	List<Operation> operations(EnumType from, EnumType to) {
		List<Operation> operations = new ArrayList<>();
		String oldName = from.name().name() + SUFFIX;
		operations.add(new RenameEnum(from.name(), oldName));
		operations.add(new CreateEnum(to));
		for (Table table : this.tables) {
			for (Column column : table.columns()) {
				if (Comparing.isOf(column.type(), from.name())) {
					operations.add(alter(table, column));
				}
			}
		}
		operations.add(new DropEnum(from.name().sibling(oldName), false, false,
				new EnumType(from.name().sibling(oldName), from.values(), null)));
		return operations;
	}

	private Operation alter(Table table, Column column) {
		ColumnType type = column.type();
		// to the rules it is a type like any other, that text has to lead to
		String conversion = this.comparing.rules()
			.conversion(column.name(),
					new ColumnType(type.schema(), type.name() + SUFFIX, List.of(), type.dimensions()), type);
		List<ColumnChange> changes = new ArrayList<>();
		changes.add(new ColumnChange.SetType(type, null, conversion, false));
		if (column.serverDefault() != null) {
			changes.add(new ColumnChange.SetDefault(column.serverDefault()));
		}
		return new AlterColumn(table.name(), column.name(), changes, null);
	}

}
