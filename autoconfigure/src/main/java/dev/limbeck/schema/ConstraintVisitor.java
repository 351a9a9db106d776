package dev.limbeck.schema;

/**
 * Has a method for each kind of constraint.
 *
 * @param <R> what the methods return
 * @since 0.1.0
 */
public interface ConstraintVisitor<R> {

	/**
	 * Visit a primary key.
	 * @param constraint the constraint
	 * @return the result
	 */
	R visit(PrimaryKey constraint);

	/**
	 * Visit a unique constraint.
	 * @param constraint the constraint
	 * @return the result
	 */
	R visit(UniqueConstraint constraint);

	/**
	 * Visit a foreign key.
	 * @param constraint the constraint
	 * @return the result
	 */
	R visit(ForeignKey constraint);

	/**
	 * Visit a check constraint.
	 * @param constraint the constraint
	 * @return the result
	 */
	R visit(CheckConstraint constraint);

	/**
	 * Visit an exclusion constraint.
	 * @param constraint the constraint
	 * @return the result
	 */
	R visit(ExcludeConstraint constraint);

}
