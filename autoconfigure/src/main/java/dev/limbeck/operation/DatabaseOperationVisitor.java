package dev.limbeck.operation;

/**
 * Has a method for each operation on what a database consists of.
 *
 * @param <R> what the methods return
 * @since 0.1.0
 */
public interface DatabaseOperationVisitor<R> {

	/**
	 * Visit {@code CreateSchema}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(CreateSchema operation);

	/**
	 * Visit {@code DropSchema}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(DropSchema operation);

	/**
	 * Visit {@code CreateExtension}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(CreateExtension operation);

	/**
	 * Visit {@code DropExtension}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(DropExtension operation);

	/**
	 * Visit {@code CommentOnObject}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(CommentOnObject operation);

}
