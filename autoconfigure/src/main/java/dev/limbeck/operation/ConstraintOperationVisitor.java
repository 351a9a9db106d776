package dev.limbeck.operation;

/**
 * Has a method for each operation on constraints.
 *
 * @param <R> what the methods return
 * @since 0.1.0
 */
public interface ConstraintOperationVisitor<R> {

	/**
	 * Visit {@code CreateConstraint}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(CreateConstraint operation);

	/**
	 * Visit {@code CreateConstraintFromIndex}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(CreateConstraintFromIndex operation);

	/**
	 * Visit {@code DropConstraint}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(DropConstraint operation);

	/**
	 * Visit {@code ValidateConstraint}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(ValidateConstraint operation);

	/**
	 * Visit {@code RenameConstraint}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(RenameConstraint operation);

	/**
	 * Visit {@code CommentOnConstraint}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(CommentOnConstraint operation);

}
