package dev.limbeck.operation;

/**
 * Has a method for each operation on tables.
 *
 * @param <R> what the methods return
 * @since 0.1.0
 */
public interface TableOperationVisitor<R> {

	/**
	 * Visit {@code CreateTable}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(CreateTable operation);

	/**
	 * Visit {@code DropTable}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(DropTable operation);

	/**
	 * Visit {@code RenameTable}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(RenameTable operation);

	/**
	 * Visit {@code SetTableSchema}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(SetTableSchema operation);

	/**
	 * Visit {@code CommentOnTable}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(CommentOnTable operation);

	/**
	 * Visit {@code AlterTable}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(AlterTable operation);

	/**
	 * Visit {@code AttachPartition}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(AttachPartition operation);

	/**
	 * Visit {@code DetachPartition}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(DetachPartition operation);

}
