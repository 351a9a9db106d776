package dev.limbeck.schema;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What there is to say about a table besides its columns.
 *
 * @param unlogged whether it does without the write-ahead log, and is empty after a crash
 * @param partitionBy how it is partitioned, such as {@code RANGE (created)}, if it is
 * @param inherits the tables that it inherits from
 * @param storageParameters the storage parameters
 * @param tablespace the tablespace, if it is not the database's own
 * @since 0.1.0
 */
public record TableOptions(boolean unlogged, @Nullable String partitionBy, List<QualifiedName> inherits,
		Map<String, String> storageParameters, @Nullable String tablespace) {

	/**
	 * There is nothing to say.
	 */
	public static final TableOptions NONE = new TableOptions(false, null, List.of(), Map.of(), null);

	/**
	 * Create a table options.
	 * @param unlogged whether it does without the write-ahead log, and is empty after a
	 * crash
	 * @param partitionBy how it is partitioned, such as {@code RANGE (created)}, if it is
	 * @param inherits the tables that it inherits from
	 * @param storageParameters the storage parameters
	 * @param tablespace the tablespace, if it is not the database's own
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public TableOptions {
		Requirement.textIfAny("partitionBy", partitionBy);
		inherits = Requirement.list("inherits", inherits);
		storageParameters = Requirement.map("storageParameters", storageParameters);
		Requirement.textIfAny("tablespace", tablespace);
	}

}
