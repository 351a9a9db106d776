package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Rename a table.
 *
 * @param table the table
 * @param newName the new name
 * @since 0.1.0
 */
public record RenameTable(QualifiedName table, String newName) implements TableOperation {

	/**
	 * Create a rename table.
	 * @param table the table
	 * @param newName the new name
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public RenameTable {
		OperationRequirement.present("table", table);
		OperationRequirement.text("newName", newName);
	}

	@Override
	public @Nullable Operation inverse() {
		return new RenameTable(this.table.sibling(this.newName), this.table.name());
	}

	@Override
	public <R> R accept(TableOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
