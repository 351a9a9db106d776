package dev.limbeck.schema;

import org.jspecify.annotations.Nullable;

/**
 * A schema in PostgreSQL's sense: a named part of a database.
 *
 * @param name the name
 * @param owner the role that owns it; {@code null} means whoever creates it
 * @param comment the comment, if it has one
 * @since 0.1.0
 */
public record Namespace(String name, @Nullable String owner, @Nullable String comment) {

	/**
	 * Create a namespace.
	 * @param name the name
	 * @param owner the role that owns it; {@code null} means whoever creates it
	 * @param comment the comment, if it has one
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public Namespace {
		Requirement.text("schema", name);
		Requirement.textIfAny("owner", owner);
	}

}
