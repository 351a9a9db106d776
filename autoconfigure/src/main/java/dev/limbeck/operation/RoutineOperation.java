package dev.limbeck.operation;

/**
 * An operation on a function or procedure.
 *
 * @since 0.1.0
 */
public sealed interface RoutineOperation extends Operation permits CreateFunction, DropFunction {

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
	<R> R accept(RoutineOperationVisitor<R> visitor);

}
