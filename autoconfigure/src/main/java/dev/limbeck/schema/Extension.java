package dev.limbeck.schema;

import org.jspecify.annotations.Nullable;

/**
 * An extension.
 *
 * @param name the name
 * @param schema the schema of its objects; {@code null} is left to the extension
 * @param version the version; {@code null} is left to the server
 * @param comment the comment, if it has one of its own
 * @since 0.1.0
 */
public record Extension(String name, @Nullable String schema, @Nullable String version, @Nullable String comment) {

	/**
	 * Create an extension.
	 * @param name the name
	 * @param schema the schema of its objects; {@code null} is left to the extension
	 * @param version the version; {@code null} is left to the server
	 * @param comment the comment, if it has one of its own
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public Extension {
		Requirement.text("extension", name);
		Requirement.textIfAny("schema", schema);
		Requirement.textIfAny("version", version);
	}

}
