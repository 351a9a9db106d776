package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Describe a column of a table.
 *
 * @param table the table
 * @param column the column
 * @param comment the comment; {@code null} takes it away
 * @param previous the comment before, if it is known
 * @since 0.1.0
 */
public record CommentOnColumn(QualifiedName table, String column, @Nullable String comment,
		@Nullable PreviousComment previous) implements ColumnOperation {

	/**
	 * Create a comment on column.
	 * @param table the table
	 * @param column the column
	 * @param comment the comment; {@code null} takes it away
	 * @param previous the comment before, if it is known
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public CommentOnColumn {
		OperationRequirement.present("table", table);
		OperationRequirement.text("column", column);
	}

	@Override
	public @Nullable Operation inverse() {
		return (this.previous != null)
				? new CommentOnColumn(this.table, this.column, this.previous.text(), new PreviousComment(this.comment))
				: null;
	}

	@Override
	public <R> R accept(ColumnOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
