package dev.limbeck.schema;

import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * An exclusion constraint: no two rows for which all operators hold.
 *
 * @param name the name; {@code null} means that the naming convention gives one
 * @param method the index method, such as {@code gist}
 * @param elements what is compared, and how
 * @param include further columns that its index carries
 * @param where the rows that it is about, if not all
 * @param deferrability when it is checked
 * @param comment the comment, if it has one
 * @since 0.1.0
 */
public record ExcludeConstraint(@Nullable String name, String method, List<ExcludeElement> elements,
		List<String> include, @Nullable String where, Deferrability deferrability,
		@Nullable String comment) implements Constraint {

	/**
	 * Create an exclude constraint.
	 * @param name the name; {@code null} means that the naming convention gives one
	 * @param method the index method, such as {@code gist}
	 * @param elements what is compared, and how
	 * @param include further columns that its index carries
	 * @param where the rows that it is about, if not all
	 * @param deferrability when it is checked
	 * @param comment the comment, if it has one
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public ExcludeConstraint {
		Requirement.textIfAny("name", name);
		Requirement.text("method", method);
		elements = Requirement.filled("elements", elements);
		include = Requirement.names("include", include);
		Requirement.textIfAny("where", where);
		Requirement.present("deferrability", deferrability);
	}

	/**
	 * Return an exclusion constraint.
	 * @param name the name, {@code null} for the convention's
	 * @param definition says what is compared, and how
	 * @return the exclusion constraint
	 */
	public static ExcludeConstraint of(@Nullable String name, Consumer<ExcludeBuilder> definition) {
		ExcludeBuilder builder = new ExcludeBuilder(name);
		definition.accept(builder);
		return builder.constraint();
	}

	@Override
	public ExcludeConstraint withName(String name) {
		return new ExcludeConstraint(name, this.method, this.elements, this.include, this.where, this.deferrability,
				this.comment);
	}

	@Override
	public <R> R accept(ConstraintVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
