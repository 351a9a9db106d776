package dev.limbeck.operation;

import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Drop a constraint.
 *
 * @param table the table
 * @param name the name; {@code null} means that the naming convention gave it one
 * @param ifExists whether to do nothing if there is none of that name
 * @param cascade whether to drop what depends on it, too
 * @param dropped what the constraint was like, if it is known
 * @since 0.1.0
 */
public record DropConstraint(QualifiedName table, @Nullable String name, boolean ifExists, boolean cascade,
		@Nullable Constraint dropped) implements ConstraintOperation {

	/**
	 * Create a drop constraint.
	 * @param table the table
	 * @param name the name; {@code null} means that the naming convention gave it one
	 * @param ifExists whether to do nothing if there is none of that name
	 * @param cascade whether to drop what depends on it, too
	 * @param dropped what the constraint was like, if it is known
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public DropConstraint {
		OperationRequirement.present("table", table);
		OperationRequirement.nameOr("name", name, dropped);
	}

	@Override
	public @Nullable Operation inverse() {
		return (this.dropped != null) ? new CreateConstraint(this.table, this.dropped) : null;
	}

	/**
	 * Return what drops a constraint that is known.
	 * @param table the table
	 * @param constraint the constraint
	 * @return the operation
	 */
	public static DropConstraint of(QualifiedName table, Constraint constraint) {
		return new DropConstraint(table, constraint.name(), false, false, constraint);
	}

	@Override
	public <R> R accept(ConstraintOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
