package dev.limbeck.schema;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A materialized view.
 *
 * @param name the name
 * @param columns the names of its columns, if they are not those of the query
 * @param query the query
 * @param indexes its indexes
 * @param storageParameters the storage parameters
 * @param tablespace the tablespace, if it is not the database's own
 * @param comment the comment, if it has one
 * @since 0.1.0
 */
public record MaterializedView(QualifiedName name, List<String> columns, String query, List<Index> indexes,
		Map<String, String> storageParameters, @Nullable String tablespace, @Nullable String comment) {

	/**
	 * Create a materialized view.
	 * @param name the name
	 * @param columns the names of its columns, if they are not those of the query
	 * @param query the query
	 * @param indexes its indexes
	 * @param storageParameters the storage parameters
	 * @param tablespace the tablespace, if it is not the database's own
	 * @param comment the comment, if it has one
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public MaterializedView {
		Requirement.present("materializedView", name);
		columns = Requirement.names("columns", columns);
		Requirement.text("query", query);
		indexes = Requirement.list("indexes", indexes);
		storageParameters = Requirement.map("storageParameters", storageParameters);
		Requirement.textIfAny("tablespace", tablespace);
	}

}
