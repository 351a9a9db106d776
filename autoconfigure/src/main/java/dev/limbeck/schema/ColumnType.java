package dev.limbeck.schema;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The type of a column. Every spelling that a database has for one of its own types is
 * turned into one: {@code int4} and {@code int} are {@code integer}, and
 * {@code character varying} is {@code varchar}. So types that are the same are equal.
 *
 * @param schema the schema of the type; {@code null} for a type of the database's own, or
 * one to be found by the search path
 * @param name the name, in the short spelling of types of the database's own
 * @param arguments what stands in parentheses, such as a length
 * @param dimensions how many dimensions an array has, 0 if it is none
 * @since 0.1.0
 */
public record ColumnType(@Nullable String schema, String name, List<String> arguments, int dimensions) {

	private static final Pattern ARGUMENT = Pattern.compile("-?\\d+|[A-Za-z_][A-Za-z0-9_]*");

	/**
	 * Create a column type.
	 * @param schema the schema of the type; {@code null} for a type of the database's
	 * own, or one to be found by the search path
	 * @param name the name, in the short spelling of types of the database's own
	 * @param arguments what stands in parentheses, such as a length
	 * @param dimensions how many dimensions an array has, 0 if it is none
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public ColumnType {
		Requirement.textIfAny("schema of the type", schema);
		Requirement.text("type", name);
		arguments = Requirement.list("arguments of type " + name, arguments);
		for (String argument : arguments) {
			if (!ARGUMENT.matcher(argument).matches()) {
				throw new InvalidSchemaException("type", "has the argument '" + argument + "', not a number or a word");
			}
		}
		if (dimensions < 0) {
			throw new InvalidSchemaException("dimensions", "is less than zero");
		}
		if (schema == null || schema.equals(StandardTypes.SCHEMA)) {
			String canonical = StandardTypes.canonicalName(schema, name, arguments);
			schema = (canonical != null) ? null : schema;
			name = (canonical != null) ? canonical : name;
			arguments = (schema != null) ? arguments : StandardTypes.canonicalArguments(name, arguments);
		}
	}

	/**
	 * Read a type as the database would write or read it, such as
	 * {@code character varying(30)[]}, {@code timestamp(3) with time zone},
	 * {@code app.mood} or {@code "Mood"}.
	 * @param text the text
	 * @return the type
	 * @throws InvalidSchemaException if it is not one type
	 */
	public static ColumnType parse(String text) {
		Requirement.text("type", text);
		return new TypeParser(text).parse();
	}

	/**
	 * Tell whether the database has the type of its own, so that its name is no
	 * identifier and is never quoted.
	 * @return whether it is
	 */
	public boolean isStandard() {
		return this.schema == null && StandardTypes.isStandard(this.name);
	}

	/**
	 * Tell whether it is an array.
	 * @return whether it is
	 */
	public boolean isArray() {
		return this.dimensions > 0;
	}

	/**
	 * Return the type of the elements of an array.
	 * @return the type without dimensions
	 */
	public ColumnType element() {
		return new ColumnType(this.schema, this.name, this.arguments, 0);
	}

	@Override
	public String toString() {
		return ((this.schema != null) ? this.schema + "." : "") + this.name
				+ (this.arguments.isEmpty() ? "" : "(" + String.join(",", this.arguments) + ")")
				+ "[]".repeat(this.dimensions);
	}

}
