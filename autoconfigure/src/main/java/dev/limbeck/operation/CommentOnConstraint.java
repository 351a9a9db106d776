package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Describe a constraint.
 *
 * @param table the table
 * @param name the name
 * @param comment the comment; {@code null} takes it away
 * @param previous the comment before, if it is known
 * @since 0.1.0
 */
public record CommentOnConstraint(QualifiedName table, String name, @Nullable String comment,
		@Nullable PreviousComment previous) implements ConstraintOperation {

	/**
	 * Create a comment on constraint.
	 * @param table the table
	 * @param name the name
	 * @param comment the comment; {@code null} takes it away
	 * @param previous the comment before, if it is known
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public CommentOnConstraint {
		OperationRequirement.present("table", table);
		OperationRequirement.text("name", name);
	}

	@Override
	public @Nullable Operation inverse() {
		return (this.previous != null) ? new CommentOnConstraint(this.table, this.name, this.previous.text(),
				new PreviousComment(this.comment)) : null;
	}

	@Override
	public <R> R accept(ConstraintOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
