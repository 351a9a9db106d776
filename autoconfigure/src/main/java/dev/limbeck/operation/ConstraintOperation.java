package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;

/**
 * An operation on a constraint.
 *
 * @since 0.1.0
 */
public sealed interface ConstraintOperation extends Operation permits CreateConstraint, CreateConstraintFromIndex,
		DropConstraint, ValidateConstraint, RenameConstraint, CommentOnConstraint {

	@Override
	default <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	/**
	 * Return the table that it is about.
	 * @return the table
	 */
	QualifiedName table();

	/**
	 * Call the method of a visitor for this operation.
	 * @param visitor the visitor
	 * @param <R> what it returns
	 * @return what it returned
	 */
	<R> R accept(ConstraintOperationVisitor<R> visitor);

}
