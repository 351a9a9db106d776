package dev.limbeck.operation;

/**
 * Has a method for each operation on indexes.
 *
 * @param <R> what the methods return
 * @since 0.1.0
 */
public interface IndexOperationVisitor<R> {

	/**
	 * Visit {@code CreateIndex}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(CreateIndex operation);

	/**
	 * Visit {@code DropIndex}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(DropIndex operation);

	/**
	 * Visit {@code RenameIndex}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(RenameIndex operation);

}
