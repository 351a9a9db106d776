package dev.limbeck.operation;

import java.util.List;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Change a column of a table.
 *
 * @param table the table
 * @param column the column
 * @param changes the changes; a new name comes last
 * @param existing what the column is like before, if it is known
 * @since 0.1.0
 */
public record AlterColumn(QualifiedName table, String column, List<ColumnChange> changes,
		@Nullable Column existing) implements ColumnOperation {

	/**
	 * Create an alter column.
	 * @param table the table
	 * @param column the column
	 * @param changes the changes; a new name comes last
	 * @param existing what the column is like before, if it is known
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public AlterColumn {
		OperationRequirement.present("table", table);
		OperationRequirement.text("column", column);
		changes = OperationRequirement.filled("changes", changes);
		ColumnChanges.requireCompatible(changes);
	}

	@Override
	public @Nullable Operation inverse() {
		return new ColumnChanges(this).inverse();
	}

	@Override
	public <R> R accept(ColumnOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
