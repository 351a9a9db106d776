package dev.limbeck.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A primary key.
 *
 * @param name the name; {@code null} means that the naming convention gives one
 * @param columns the columns
 * @param include further columns that its index carries
 * @param withoutOverlaps whether the last column is a range, and keys equal otherwise may
 * not overlap there
 * @param deferrability when it is checked
 * @param comment the comment, if it has one
 * @since 0.1.0
 */
public record PrimaryKey(@Nullable String name, List<String> columns, List<String> include, boolean withoutOverlaps,
		Deferrability deferrability, @Nullable String comment) implements Constraint {

	/**
	 * Create a primary key.
	 * @param name the name; {@code null} means that the naming convention gives one
	 * @param columns the columns
	 * @param include further columns that its index carries
	 * @param withoutOverlaps whether the last column is a range, and keys equal otherwise
	 * may not overlap there
	 * @param deferrability when it is checked
	 * @param comment the comment, if it has one
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public PrimaryKey {
		Requirement.textIfAny("name", name);
		columns = Requirement.filledNames("columns", columns);
		include = Requirement.names("include", include);
		Requirement.present("deferrability", deferrability);
	}

	/**
	 * Return a primary key that has only columns.
	 * @param name the name, {@code null} for the convention's
	 * @param columns the columns
	 * @return the primary key
	 */
	public static PrimaryKey of(@Nullable String name, String... columns) {
		return new PrimaryKey(name, List.of(columns), List.of(), false, Deferrability.NOT_DEFERRABLE, null);
	}

	@Override
	public PrimaryKey withName(String name) {
		return new PrimaryKey(name, this.columns, this.include, this.withoutOverlaps, this.deferrability, this.comment);
	}

	@Override
	public <R> R accept(ConstraintVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
