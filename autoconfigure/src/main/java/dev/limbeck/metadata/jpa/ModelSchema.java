package dev.limbeck.metadata.jpa;

import java.util.List;

import dev.limbeck.metadata.IgnoredObjects;
import dev.limbeck.schema.Schema;

/**
 * What was read of a boot model.
 *
 * @param schema the schema that it needs
 * @param ignored what it leaves out
 * @param notes what it needs, too, and nobody compares
 */
record ModelSchema(Schema schema, IgnoredObjects ignored, List<String> notes) {

}
