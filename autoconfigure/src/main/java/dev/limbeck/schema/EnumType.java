package dev.limbeck.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An enum type.
 *
 * @param name the name
 * @param values the values, in order
 * @param comment the comment, if it has one
 * @since 0.1.0
 */
public record EnumType(QualifiedName name, List<String> values, @Nullable String comment) {

	/**
	 * Create an enum type.
	 * @param name the name
	 * @param values the values, in order
	 * @param comment the comment, if it has one
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public EnumType {
		Requirement.present("enum", name);
		values = Requirement.list("values", values);
		Requirement.distinct("values", values);
	}

}
