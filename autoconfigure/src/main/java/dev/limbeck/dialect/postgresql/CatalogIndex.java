package dev.limbeck.dialect.postgresql;

import java.util.List;

import dev.limbeck.schema.Index;

/**
 * An index in the catalog.
 *
 * @param oid what the catalog calls it
 * @param table the table
 * @param columns the numbers of the columns that are keys, 0 for expressions, and then of
 * those that are included
 * @param index what it is like
 */
record CatalogIndex(long oid, long table, List<Integer> columns, Index index) {

}
