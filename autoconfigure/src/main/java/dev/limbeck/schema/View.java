package dev.limbeck.schema;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A view.
 *
 * @param name the name
 * @param columns the names of its columns, if they are not those of the query
 * @param query the query
 * @param options the options, such as {@code security_barrier}
 * @param checkOption the check option, {@code LOCAL} or {@code CASCADED}, if it has one
 * @param comment the comment, if it has one
 * @since 0.1.0
 */
public record View(QualifiedName name, List<String> columns, String query, Map<String, String> options,
		@Nullable String checkOption, @Nullable String comment) {

	/**
	 * Create a view.
	 * @param name the name
	 * @param columns the names of its columns, if they are not those of the query
	 * @param query the query
	 * @param options the options, such as {@code security_barrier}
	 * @param checkOption the check option, {@code LOCAL} or {@code CASCADED}, if it has
	 * one
	 * @param comment the comment, if it has one
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public View {
		Requirement.present("view", name);
		columns = Requirement.names("columns", columns);
		Requirement.text("query", query);
		options = Requirement.map("options", options);
		if (checkOption != null && !checkOption.equals("LOCAL") && !checkOption.equals("CASCADED")) {
			throw new InvalidSchemaException("checkOption", "is '" + checkOption + "', not LOCAL or CASCADED");
		}
	}

}
