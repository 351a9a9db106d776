package dev.limbeck.operation;

import java.util.List;

import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Change several things about a table at once, so that it is locked and rewritten once.
 *
 * @param table the table
 * @param operations what to do to its columns and constraints
 * @since 0.1.0
 */
public record AlterTable(QualifiedName table, List<Operation> operations) implements TableOperation {

	/**
	 * Create an alter table.
	 * @param table the table
	 * @param operations what to do to its columns and constraints
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public AlterTable {
		OperationRequirement.present("table", table);
		operations = OperationRequirement.filled("operations", operations);
		for (Operation operation : operations) {
			if (!table.equals(tableOf(operation))) {
				throw new InvalidOperationException("operations", "has " + operation.getClass().getSimpleName()
						+ ", which is not about a column or constraint of table '" + table + "'");
			}
		}
	}

	@Override
	public @Nullable Operation inverse() {
		return Inverses.of(this.operations, (inverses) -> new AlterTable(this.table, inverses));
	}

	private static @Nullable QualifiedName tableOf(Operation operation) {
		if (operation instanceof ColumnOperation column) {
			return column.table();
		}
		return (operation instanceof ConstraintOperation constraint) ? constraint.table() : null;
	}

	@Override
	public <R> R accept(TableOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
