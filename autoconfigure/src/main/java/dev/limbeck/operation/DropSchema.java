package dev.limbeck.operation;

import dev.limbeck.schema.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * Drop a schema.
 *
 * @param schema the schema
 * @param ifExists whether to do nothing if there is none of that name
 * @param cascade whether to drop what depends on it, too
 * @param dropped what the schema was like, if it is known
 * @since 0.1.0
 */
public record DropSchema(String schema, boolean ifExists, boolean cascade,
		@Nullable Namespace dropped) implements DatabaseOperation {

	/**
	 * Create a drop schema.
	 * @param schema the schema
	 * @param ifExists whether to do nothing if there is none of that name
	 * @param cascade whether to drop what depends on it, too
	 * @param dropped what the schema was like, if it is known
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public DropSchema {
		OperationRequirement.text("schema", schema);
	}

	@Override
	public @Nullable Operation inverse() {
		return (this.dropped != null) ? new CreateSchema(this.dropped, false) : null;
	}

	@Override
	public <R> R accept(DatabaseOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
