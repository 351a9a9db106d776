package dev.limbeck.schema;

import org.jspecify.annotations.Nullable;

/**
 * A check constraint.
 *
 * @param name the name; {@code null} means that the naming convention gives one
 * @param condition what must not be false for any row
 * @param noInherit whether tables that inherit do without it
 * @param validated whether the rows that were there first have been checked
 * @param enforced whether it is checked at all
 * @param comment the comment, if it has one
 * @since 0.1.0
 */
public record CheckConstraint(@Nullable String name, String condition, boolean noInherit, boolean validated,
		boolean enforced, @Nullable String comment) implements Constraint {

	/**
	 * Create a check constraint.
	 * @param name the name; {@code null} means that the naming convention gives one
	 * @param condition what must not be false for any row
	 * @param noInherit whether tables that inherit do without it
	 * @param validated whether the rows that were there first have been checked
	 * @param enforced whether it is checked at all
	 * @param comment the comment, if it has one
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public CheckConstraint {
		Requirement.textIfAny("name", name);
		Requirement.text("condition", condition);
		validated = validated && enforced;
	}

	/**
	 * Return a check constraint that has only a condition.
	 * @param name the name, {@code null} for the convention's
	 * @param condition the condition
	 * @return the check constraint
	 */
	public static CheckConstraint of(@Nullable String name, String condition) {
		return new CheckConstraint(name, condition, false, true, true, null);
	}

	@Override
	public CheckConstraint withName(String name) {
		return new CheckConstraint(name, this.condition, this.noInherit, this.validated, this.enforced, this.comment);
	}

	@Override
	public <R> R accept(ConstraintVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
