package dev.limbeck.operation;

/**
 * Has a method for each kind of operation. Each kind has a visitor of its own, with a
 * method for each operation, so that no class has to know all of them.
 *
 * @param <R> what the methods return
 * @since 0.1.0
 */
public interface OperationVisitor<R> {

	/**
	 * Visit an operation on a table as a whole.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(TableOperation operation);

	/**
	 * Visit an operation on a column.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(ColumnOperation operation);

	/**
	 * Visit an operation on an index.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(IndexOperation operation);

	/**
	 * Visit an operation on a constraint.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(ConstraintOperation operation);

	/**
	 * Visit an operation on a sequence.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(SequenceOperation operation);

	/**
	 * Visit an operation on an enum type.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(EnumOperation operation);

	/**
	 * Visit an operation on a view or materialized view.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(ViewOperation operation);

	/**
	 * Visit an operation on a function or procedure.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(RoutineOperation operation);

	/**
	 * Visit an operation on a schema, an extension, or the comment of any object.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(DatabaseOperation operation);

	/**
	 * Visit an operation that is SQL or rows rather than a change of an object.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(StatementOperation operation);

	/**
	 * Visit an operation that is not one of ours.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(CustomOperation operation);

}
