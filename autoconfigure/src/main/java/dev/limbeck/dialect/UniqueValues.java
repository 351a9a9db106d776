package dev.limbeck.dialect;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Values of which no two rows may have the same.
 *
 * @param columns the columns that have them
 * @param converted the expressions of the values that they will have, by column, where
 * they are others
 * @param filled the expressions of the values that rows without one will have, by column
 * @param nullsNotDistinct whether two rows without a value count as the same
 * @param where the condition for the rows that count, {@code null} for all
 * @since 0.1.0
 */
public record UniqueValues(List<String> columns, Map<String, String> converted, Map<String, String> filled,
		boolean nullsNotDistinct, @Nullable String where) {

	/**
	 * Create unique values.
	 * @param columns the columns that have them
	 * @param converted the expressions of the values that they will have
	 * @param filled the expressions of the values that rows without one will have
	 * @param nullsNotDistinct whether two rows without a value count as the same
	 * @param where the condition for the rows that count
	 */
	public UniqueValues {
		columns = List.copyOf(columns);
		converted = Map.copyOf(converted);
		filled = Map.copyOf(filled);
	}

}
