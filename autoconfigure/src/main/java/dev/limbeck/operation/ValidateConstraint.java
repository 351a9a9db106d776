package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;

/**
 * Check the rows that were there before a constraint that is not valid yet.
 *
 * @param table the table
 * @param name the name
 * @since 0.1.0
 */
public record ValidateConstraint(QualifiedName table, String name) implements ConstraintOperation {

	/**
	 * Create a validate constraint.
	 * @param table the table
	 * @param name the name
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public ValidateConstraint {
		OperationRequirement.present("table", table);
		OperationRequirement.text("name", name);
	}

	@Override
	public <R> R accept(ConstraintOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
