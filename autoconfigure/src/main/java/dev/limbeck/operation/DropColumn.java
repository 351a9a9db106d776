package dev.limbeck.operation;

import java.util.List;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Drop a column of a table, and the constraints that it is part of.
 *
 * @param table the table
 * @param column the column
 * @param ifExists whether to do nothing if there is none of that name
 * @param cascade whether to drop what depends on it, too
 * @param dropped what the column was like, if it is known
 * @param constraints the constraints of this column alone that are known
 * @since 0.1.0
 */
public record DropColumn(QualifiedName table, String column, boolean ifExists, boolean cascade,
		@Nullable Column dropped, List<Constraint> constraints) implements ColumnOperation {

	/**
	 * Create a drop column.
	 * @param table the table
	 * @param column the column
	 * @param ifExists whether to do nothing if there is none of that name
	 * @param cascade whether to drop what depends on it, too
	 * @param dropped what the column was like, if it is known
	 * @param constraints the constraints of this column alone that are known
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public DropColumn {
		OperationRequirement.present("table", table);
		OperationRequirement.text("column", column);
		constraints = OperationRequirement.list("constraints", constraints);
	}

	@Override
	public @Nullable Operation inverse() {
		return (this.dropped != null) ? new AddColumn(this.table, this.dropped, this.constraints, false) : null;
	}

	@Override
	public <R> R accept(ColumnOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
