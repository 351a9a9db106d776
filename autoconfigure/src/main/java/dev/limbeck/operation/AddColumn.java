package dev.limbeck.operation;

import java.util.List;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ExcludeConstraint;
import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Add a column to a table.
 *
 * @param table the table
 * @param column the column
 * @param constraints constraints of this column alone
 * @param ifNotExists whether to do nothing if there is one of that name
 * @since 0.1.0
 */
public record AddColumn(QualifiedName table, Column column, List<Constraint> constraints,
		boolean ifNotExists) implements ColumnOperation {

	/**
	 * Create an add column.
	 * @param table the table
	 * @param column the column
	 * @param constraints constraints of this column alone
	 * @param ifNotExists whether to do nothing if there is one of that name
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public AddColumn {
		OperationRequirement.present("table", table);
		OperationRequirement.present("column", column);
		for (Constraint constraint : constraints) {
			if (constraint instanceof ExcludeConstraint) {
				throw new InvalidOperationException("constraints",
						"has an exclusion constraint, which is added by itself");
			}
		}
	}

	@Override
	public @Nullable Operation inverse() {
		return new DropColumn(this.table, this.column.name(), false, false, this.column, this.constraints);
	}

	@Override
	public <R> R accept(ColumnOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
