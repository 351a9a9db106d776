package dev.limbeck.metadata.jpa;

import dev.limbeck.metadata.IgnoredObjects;
import dev.limbeck.schema.Schema;

/**
 * What was read of a boot model.
 *
 * @param schema the schema that it needs
 * @param ignored what it leaves out
 */
record ModelSchema(Schema schema, IgnoredObjects ignored) {

}
