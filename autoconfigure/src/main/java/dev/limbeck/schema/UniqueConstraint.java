package dev.limbeck.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A unique constraint.
 *
 * @param name the name; {@code null} means that the naming convention gives one
 * @param columns the columns
 * @param include further columns that its index carries
 * @param nullsNotDistinct whether two nulls count as equal
 * @param withoutOverlaps whether the last column is a range, and rows equal otherwise may
 * not overlap there
 * @param deferrability when it is checked
 * @param comment the comment, if it has one
 * @since 0.1.0
 */
public record UniqueConstraint(@Nullable String name, List<String> columns, List<String> include,
		boolean nullsNotDistinct, boolean withoutOverlaps, Deferrability deferrability,
		@Nullable String comment) implements Constraint {

	/**
	 * Create an unique constraint.
	 * @param name the name; {@code null} means that the naming convention gives one
	 * @param columns the columns
	 * @param include further columns that its index carries
	 * @param nullsNotDistinct whether two nulls count as equal
	 * @param withoutOverlaps whether the last column is a range, and rows equal otherwise
	 * may not overlap there
	 * @param deferrability when it is checked
	 * @param comment the comment, if it has one
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public UniqueConstraint {
		Requirement.textIfAny("name", name);
		columns = Requirement.filledNames("columns", columns);
		include = Requirement.names("include", include);
		Requirement.present("deferrability", deferrability);
	}

	/**
	 * Return a unique constraint that has only columns.
	 * @param name the name, {@code null} for the convention's
	 * @param columns the columns
	 * @return the unique constraint
	 */
	public static UniqueConstraint of(@Nullable String name, String... columns) {
		return new UniqueConstraint(name, List.of(columns), List.of(), false, false, Deferrability.NOT_DEFERRABLE,
				null);
	}

	@Override
	public UniqueConstraint withName(String name) {
		return new UniqueConstraint(name, this.columns, this.include, this.nullsNotDistinct, this.withoutOverlaps,
				this.deferrability, this.comment);
	}

	@Override
	public <R> R accept(ConstraintVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
