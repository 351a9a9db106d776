package dev.limbeck.schema;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What whoever compares a table with a database has to know, and no database does.
 *
 * @param renamedFrom the name that the table had before, if it had another
 * @param renamedColumns the names that columns have by the names that they had before
 * @param generatedNames the names of constraints and indexes that nobody has chosen, so
 * that one like it under any name will do
 * @param keyInAnyOrder whether nobody has chosen the order of the columns of the primary
 * key, so that any will do
 * @since 0.1.0
 */
public record TableHints(@Nullable QualifiedName renamedFrom, Map<String, String> renamedColumns,
		Set<String> generatedNames, boolean keyInAnyOrder) {

	/**
	 * There is nothing to know.
	 */
	public static final TableHints NONE = new TableHints(null, Map.of(), Set.of());

	/**
	 * Create hints.
	 * @param renamedFrom the name that the table had before, if it had another
	 * @param renamedColumns the names that columns have by the names that they had before
	 * @param generatedNames the names of constraints and indexes that nobody has chosen
	 * @param keyInAnyOrder whether nobody has chosen the order of the columns of the
	 * primary key
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public TableHints {
		renamedColumns = Requirement.map("renamedColumns", renamedColumns);
		generatedNames = Set.copyOf(generatedNames);
	}

	/**
	 * Create hints for a table of which the order of the key's columns is chosen.
	 * @param renamedFrom the name that the table had before, if it had another
	 * @param renamedColumns the names that columns have by the names that they had before
	 * @param generatedNames the names of constraints and indexes that nobody has chosen
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public TableHints(@Nullable QualifiedName renamedFrom, Map<String, String> renamedColumns,
			Set<String> generatedNames) {
		this(renamedFrom, renamedColumns, generatedNames, false);
	}

	/**
	 * Return these hints with further names that nobody has chosen.
	 * @param names the names
	 * @return the hints
	 */
	public TableHints generated(Collection<String> names) {
		Set<String> all = new HashSet<>(this.generatedNames);
		all.addAll(names);
		return new TableHints(this.renamedFrom, this.renamedColumns, all, this.keyInAnyOrder);
	}

}
