package dev.limbeck.schema;

import org.jspecify.annotations.Nullable;

/**
 * What a table demands of its rows.
 *
 * @since 0.1.0
 */
public sealed interface Constraint
		permits PrimaryKey, UniqueConstraint, ForeignKey, CheckConstraint, ExcludeConstraint {

	/**
	 * Return the name.
	 * @return the name; {@code null} means that the naming convention gives one
	 */
	@Nullable String name();

	/**
	 * Return the comment.
	 * @return the comment, {@code null} for none
	 */
	@Nullable String comment();

	/**
	 * Return the same constraint under a name.
	 * @param name the name
	 * @return the constraint
	 */
	Constraint withName(String name);

	/**
	 * Call the method of a visitor for this kind of constraint.
	 * @param visitor the visitor
	 * @param <R> what it returns
	 * @return what it returned
	 */
	<R> R accept(ConstraintVisitor<R> visitor);

}
