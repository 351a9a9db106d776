package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.dialect.Conversion;
import dev.limbeck.dialect.ValueType;
import dev.limbeck.operation.AlterColumn;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.CreateEnum;
import dev.limbeck.operation.DropEnum;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.RenameEnum;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;

/**
 * Makes an enum type anew, which is the only way to take a value away or to change their
 * order. It fails if a row has a value that the new type has not.
 */
final class EnumRebuild {

	private static final String SUFFIX = "_old";

	private final ComparisonContext comparing;

	private final Schema schema;

	EnumRebuild(ComparisonContext comparing, Schema schema) {
		this.comparing = comparing;
		this.schema = schema;
	}

	List<Operation> operations(EnumType from, EnumType to) {
		List<Operation> operations = new ArrayList<>();
		QualifiedName old = this.comparing.counters().aside(from.name());
		operations.add(new RenameEnum(from.name(), old.name()));
		operations.add(new CreateEnum(to));
		for (Table table : this.schema.tables()) {
			for (Column column : table.columns()) {
				// one that is generated is dropped before, and added again behind it
				if (ComparisonContext.isOf(column.type(), from.name()) && column.generated() == null) {
					operations.add(alter(table, column, from));
				}
			}
		}
		operations.add(new DropEnum(old, false, false, new EnumType(old, from.values(), null)));
		return Dependents.around(this.schema, from.name(), operations);
	}

	/**
	 * Return what becomes of the rows.
	 * @param from the type as it is
	 * @param to the type as it will be
	 * @return the risk, with a query for each column of the type
	 */
	Risk risk(EnumType from, EnumType to) {
		Risk risk = Risk.NONE;
		for (Table table : this.schema.tables()) {
			for (Column column : table.columns()) {
				if (ComparisonContext.isOf(column.type(), from.name())) {
					risk = risk
						.and(Risk.of(table.name() + "." + column.name() + ": " + from.values() + " → " + to.values(),
								conversion(table, column, from.values(), to.values())));
				}
			}
		}
		return risk;
	}

	// to the rules it is a type like any other, that text has to lead to
	private Conversion conversion(Table table, Column column, List<String> from, List<String> to) {
		ColumnType type = column.type();
		ColumnType old = new ColumnType(type.schema(), type.name() + SUFFIX, List.of(), type.dimensions());
		return this.comparing.rules()
			.conversion(table.name(), column.name(), new ValueType(old, from), new ValueType(type, to));
	}

	private Operation alter(Table table, Column column, EnumType from) {
		ColumnType type = column.type();
		String using = conversion(table, column, from.values(), from.values()).using();
		List<ColumnChange> changes = new ArrayList<>();
		changes.add(new ColumnChange.SetType(type, null, using, false));
		if (column.serverDefault() != null) {
			changes.add(new ColumnChange.SetDefault(column.serverDefault()));
		}
		return new AlterColumn(table.name(), column.name(), changes, null);
	}

}
