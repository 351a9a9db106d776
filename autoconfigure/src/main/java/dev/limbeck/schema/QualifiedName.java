package dev.limbeck.schema;

import org.jspecify.annotations.Nullable;

/**
 * The name of an object and the schema it is in, both as they are: nothing is folded to
 * lower case, and a dot is a character like any other.
 *
 * @param schema the schema; {@code null} means where the connection finds the object, or
 * else would create it
 * @param name the name
 * @since 0.1.0
 */
public record QualifiedName(@Nullable String schema, String name) {

	/**
	 * Create a qualified name.
	 * @param schema the schema; {@code null} means where the connection finds the object,
	 * or else would create it
	 * @param name the name
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public QualifiedName {
		Requirement.textIfAny("schema", schema);
		Requirement.text("name", name);
	}

	/**
	 * Return a name without a schema.
	 * @param name the name
	 * @return the name
	 */
	public static QualifiedName of(String name) {
		return new QualifiedName(null, name);
	}

	/**
	 * Return a name in a schema.
	 * @param schema the schema, {@code null} for none
	 * @param name the name
	 * @return the name
	 */
	public static QualifiedName of(@Nullable String schema, String name) {
		return new QualifiedName(schema, name);
	}

	/**
	 * Return another name in the same schema.
	 * @param other the other name
	 * @return the name
	 */
	public QualifiedName sibling(String other) {
		return new QualifiedName(this.schema, other);
	}

	@Override
	public String toString() {
		return (this.schema != null) ? this.schema + "." + this.name : this.name;
	}

}
