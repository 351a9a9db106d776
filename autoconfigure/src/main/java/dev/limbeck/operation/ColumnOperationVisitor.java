package dev.limbeck.operation;

/**
 * Has a method for each operation on columns.
 *
 * @param <R> what the methods return
 * @since 0.1.0
 */
public interface ColumnOperationVisitor<R> {

	/**
	 * Visit {@code AddColumn}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(AddColumn operation);

	/**
	 * Visit {@code DropColumn}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(DropColumn operation);

	/**
	 * Visit {@code AlterColumn}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(AlterColumn operation);

	/**
	 * Visit {@code CommentOnColumn}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(CommentOnColumn operation);

}
