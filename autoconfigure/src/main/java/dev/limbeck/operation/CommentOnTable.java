package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Describe a table.
 *
 * @param table the table
 * @param comment the comment; {@code null} takes it away
 * @param previous the comment before, if it is known
 * @since 0.1.0
 */
public record CommentOnTable(QualifiedName table, @Nullable String comment,
		@Nullable PreviousComment previous) implements TableOperation {

	/**
	 * Create a comment on table.
	 * @param table the table
	 * @param comment the comment; {@code null} takes it away
	 * @param previous the comment before, if it is known
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public CommentOnTable {
		OperationRequirement.present("table", table);
	}

	@Override
	public @Nullable Operation inverse() {
		return (this.previous != null)
				? new CommentOnTable(this.table, this.previous.text(), new PreviousComment(this.comment)) : null;
	}

	@Override
	public <R> R accept(TableOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
