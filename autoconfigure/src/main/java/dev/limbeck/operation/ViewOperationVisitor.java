package dev.limbeck.operation;

/**
 * Has a method for each operation on views and materialized views.
 *
 * @param <R> what the methods return
 * @since 0.1.0
 */
public interface ViewOperationVisitor<R> {

	/**
	 * Visit {@code CreateView}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(CreateView operation);

	/**
	 * Visit {@code DropView}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(DropView operation);

	/**
	 * Visit {@code CreateMaterializedView}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(CreateMaterializedView operation);

	/**
	 * Visit {@code DropMaterializedView}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(DropMaterializedView operation);

	/**
	 * Visit {@code RefreshMaterializedView}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(RefreshMaterializedView operation);

}
