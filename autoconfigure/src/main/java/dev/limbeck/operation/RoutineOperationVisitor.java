package dev.limbeck.operation;

/**
 * Has a method for each operation on functions and procedures.
 *
 * @param <R> what the methods return
 * @since 0.1.0
 */
public interface RoutineOperationVisitor<R> {

	/**
	 * Visit {@code CreateFunction}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(CreateFunction operation);

	/**
	 * Visit {@code DropFunction}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(DropFunction operation);

}
