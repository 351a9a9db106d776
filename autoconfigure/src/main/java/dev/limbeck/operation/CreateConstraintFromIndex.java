package dev.limbeck.operation;

import dev.limbeck.schema.Deferrability;
import dev.limbeck.schema.QualifiedName;

/**
 * Make a unique index that is there a constraint, which takes no time.
 *
 * @param table the table
 * @param name the name of the constraint, which the index gets, too
 * @param index the name of the index
 * @param primaryKey whether it becomes the primary key rather than a unique constraint
 * @param deferrability when it is checked
 * @since 0.1.0
 */
public record CreateConstraintFromIndex(QualifiedName table, String name, String index, boolean primaryKey,
		Deferrability deferrability) implements ConstraintOperation {

	/**
	 * Create a create constraint from index.
	 * @param table the table
	 * @param name the name of the constraint, which the index gets, too
	 * @param index the name of the index
	 * @param primaryKey whether it becomes the primary key rather than a unique
	 * constraint
	 * @param deferrability when it is checked
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public CreateConstraintFromIndex {
		OperationRequirement.present("table", table);
		OperationRequirement.text("name", name);
		OperationRequirement.text("index", index);
		OperationRequirement.present("deferrability", deferrability);
	}

	@Override
	public <R> R accept(ConstraintOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
