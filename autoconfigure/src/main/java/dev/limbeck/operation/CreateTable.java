package dev.limbeck.operation;

import dev.limbeck.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Create a table, with its constraints, its indexes and all comments.
 *
 * @param table the table
 * @param ifNotExists whether to do nothing if there is one of that name
 * @since 0.1.0
 */
public record CreateTable(Table table, boolean ifNotExists) implements TableOperation {

	/**
	 * Create a create table.
	 * @param table the table
	 * @param ifNotExists whether to do nothing if there is one of that name
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public CreateTable {
		OperationRequirement.present("table", table);
	}

	@Override
	public @Nullable Operation inverse() {
		return new DropTable(this.table.name(), false, false, this.table);
	}

	@Override
	public <R> R accept(TableOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
