package dev.limbeck.dialect.postgresql;

import dev.limbeck.schema.Index;

/**
 * An index in the catalog.
 *
 * @param oid what the catalog calls it
 * @param table the table
 * @param index what it is like
 */
record CatalogIndex(long oid, long table, Index index) {

}
