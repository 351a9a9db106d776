package dev.limbeck.operation;

/**
 * An operation on a schema, an extension, or the comment of any object.
 *
 * @since 0.1.0
 */
public sealed interface DatabaseOperation extends Operation
		permits CreateSchema, DropSchema, CreateExtension, DropExtension, CommentOnObject {

	@Override
	default <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	/**
	 * Call the method of a visitor for this operation.
	 * @param visitor the visitor
	 * @param <R> what it returns
	 * @return what it returned
	 */
	<R> R accept(DatabaseOperationVisitor<R> visitor);

}
