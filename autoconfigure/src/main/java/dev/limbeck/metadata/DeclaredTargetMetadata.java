package dev.limbeck.metadata;

import dev.limbeck.schema.Schema;

/**
 * A schema that is declared in Java, with the builders that revisions use.
 *
 * @param name what it is called in messages
 * @param schema the schema
 * @since 0.1.0
 */
public record DeclaredTargetMetadata(String name, Schema schema) implements TargetMetadata {

	@Override
	public Schema schema(int serverVersion) {
		return this.schema;
	}

}
