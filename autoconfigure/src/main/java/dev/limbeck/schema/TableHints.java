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
 * @param counters the sequences that number rows without being named by a default, by
 * column: those that an application asks for ids, or those behind the serial and identity
 * columns of a table that was read
 * @param extent how much of the table whoever declares it can say
 * @param declaredBy what in the application declares the table, for messages about it
 * @since 0.1.0
 */
public record TableHints(@Nullable QualifiedName renamedFrom, Map<String, String> renamedColumns,
		Set<String> generatedNames, boolean keyInAnyOrder, Map<String, QualifiedName> counters, Extent extent,
		@Nullable String declaredBy) {

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
	 * @param counters the sequences that number rows without being named by a default
	 * @param extent how much of the table whoever declares it can say
	 * @param declaredBy what in the application declares the table
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public TableHints {
		renamedColumns = Requirement.map("renamedColumns", renamedColumns);
		generatedNames = Set.copyOf(generatedNames);
		counters = Requirement.map("counters", counters);
		Requirement.present("extent", extent);
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
		this(renamedFrom, renamedColumns, generatedNames, false, Map.of(), Extent.EVERYTHING, null);
	}

	/**
	 * Return these hints with further names that nobody has chosen.
	 * @param names the names
	 * @return the hints
	 */
	public TableHints generated(Collection<String> names) {
		Set<String> all = new HashSet<>(this.generatedNames);
		all.addAll(names);
		return new TableHints(this.renamedFrom, this.renamedColumns, all, this.keyInAnyOrder, this.counters,
				this.extent, this.declaredBy);
	}

	/**
	 * Return these hints for whoever can say only so much of a table.
	 * @param extent how much that is
	 * @return the hints
	 */
	public TableHints extent(Extent extent) {
		return new TableHints(this.renamedFrom, this.renamedColumns, this.generatedNames, this.keyInAnyOrder,
				this.counters, extent, this.declaredBy);
	}

	/**
	 * Return these hints with the sequences that number rows.
	 * @param counters the sequences, by column
	 * @return the hints
	 */
	public TableHints counters(Map<String, QualifiedName> counters) {
		return new TableHints(this.renamedFrom, this.renamedColumns, this.generatedNames, this.keyInAnyOrder, counters,
				this.extent, this.declaredBy);
	}

	/**
	 * Return these hints with what declares the table.
	 * @param declaration such as {@code entity 'com.acme.User'}
	 * @return the hints
	 */
	public TableHints declaredBy(@Nullable String declaration) {
		return new TableHints(this.renamedFrom, this.renamedColumns, this.generatedNames, this.keyInAnyOrder,
				this.counters, this.extent, declaration);
	}

}
