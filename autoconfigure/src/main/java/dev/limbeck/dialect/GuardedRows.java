package dev.limbeck.dialect;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The rows of tables that the migrations keep for themselves.
 *
 * @param schema the schema of the tables, or where they would be created; {@code null} if
 * the connection finds none
 * @param rows the rows by the name of their table, each with the columns that were asked
 * for; nothing for a table that does not exist
 * @since 0.1.0
 */
public record GuardedRows(@Nullable String schema, Map<String, List<List<@Nullable String>>> rows) {
}
