package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Describe an object that is not a table, a column or a constraint.
 *
 * @param kind what kind of object it is
 * @param name the name
 * @param comment the comment; {@code null} takes it away
 * @param previous the comment before, if it is known
 * @since 0.1.0
 */
public record CommentOnObject(ObjectKind kind, QualifiedName name, @Nullable String comment,
		@Nullable PreviousComment previous) implements DatabaseOperation {

	/**
	 * Create a comment on object.
	 * @param kind what kind of object it is
	 * @param name the name
	 * @param comment the comment; {@code null} takes it away
	 * @param previous the comment before, if it is known
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public CommentOnObject {
		OperationRequirement.present("kind", kind);
		OperationRequirement.present("name", name);
	}

	@Override
	public @Nullable Operation inverse() {
		return (this.previous != null)
				? new CommentOnObject(this.kind, this.name, this.previous.text(), new PreviousComment(this.comment))
				: null;
	}

	@Override
	public <R> R accept(DatabaseOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
