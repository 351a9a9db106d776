package dev.limbeck.operation;

import dev.limbeck.schema.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * Create a schema.
 *
 * @param schema the schema
 * @param ifNotExists whether to do nothing if there is one of that name
 * @since 0.1.0
 */
public record CreateSchema(Namespace schema, boolean ifNotExists) implements DatabaseOperation {

	/**
	 * Create a create schema.
	 * @param schema the schema
	 * @param ifNotExists whether to do nothing if there is one of that name
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public CreateSchema {
		OperationRequirement.present("schema", schema);
	}

	@Override
	public @Nullable Operation inverse() {
		return new DropSchema(this.schema.name(), false, false, this.schema);
	}

	@Override
	public <R> R accept(DatabaseOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
