package dev.limbeck.schema;

import org.jspecify.annotations.Nullable;

/**
 * A function or a procedure.
 *
 * @param name the name
 * @param procedure whether it is a procedure
 * @param arguments the arguments as they stand between the parentheses, with names, modes
 * and defaults
 * @param returns what a function returns, such as {@code SETOF users}; {@code null} if
 * its arguments say so, or for a procedure
 * @param language the language
 * @param options what stands before the body, such as {@code STABLE STRICT}, if anything
 * @param body the body, without quotes
 * @param comment the comment, if it has one
 * @since 0.1.0
 */
public record Routine(QualifiedName name, boolean procedure, String arguments, @Nullable String returns,
		String language, @Nullable String options, String body, @Nullable String comment) {

	/**
	 * Create a routine.
	 * @param name the name
	 * @param procedure whether it is a procedure
	 * @param arguments the arguments as they stand between the parentheses, with names,
	 * modes and defaults
	 * @param returns what a function returns, such as {@code SETOF users}; {@code null}
	 * if its arguments say so, or for a procedure
	 * @param language the language
	 * @param options what stands before the body, such as {@code STABLE STRICT}, if
	 * anything
	 * @param body the body, without quotes
	 * @param comment the comment, if it has one
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public Routine {
		Requirement.present("function", name);
		Requirement.present("arguments", arguments);
		Requirement.textIfAny("returns", returns);
		Requirement.text("language", language);
		Requirement.textIfAny("options", options);
		Requirement.text("body", body);
		if (procedure && returns != null) {
			throw new InvalidSchemaException("returns", "is set, but a procedure returns nothing");
		}
	}

}
