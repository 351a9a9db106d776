package dev.limbeck.compare;

import java.util.List;

import dev.limbeck.operation.AddColumn;
import dev.limbeck.operation.AlterColumn;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.DropColumn;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.QualifiedName;

/**
 * Adds a column to a table that may have rows.
 */
final class ColumnAddition {

	private final QualifiedName table;

	private final Column column;

	ColumnAddition(QualifiedName table, Column column) {
		this.table = table;
		this.column = column;
	}

	void describe(DifferenceDraft finding) {
		if (!needsValues()) {
			// what is generated reads others as they will be
			finding.step((this.column.generated() != null) ? Phase.ADD_GENERATED : Phase.ADD_COLUMNS,
					new AddColumn(this.table, this.column, List.of(), false));
			return;
		}
		Column nullable = new Column(this.column.name(), this.column.type(), true, null, null, null,
				this.column.collation(), this.column.comment());
		Operation demand = new AlterColumn(this.table, this.column.name(), List.of(new ColumnChange.SetNullable(false)),
				nullable);
		Operation drop = new DropColumn(this.table, this.column.name(), false, false, this.column, List.of());
		finding.step(Phase.ADD_COLUMNS, new AddColumn(this.table, nullable, List.of(), false), drop)
			.fill(Phase.ADD_COLUMNS, this.table, this.column, demand, List.of(), Risk.NONE);
	}

	private boolean needsValues() {
		return !this.column.nullable() && this.column.serverDefault() == null && this.column.identity() == null
				&& this.column.generated() == null && !this.column.type().name().endsWith("serial");
	}

}
