package dev.limbeck.operation;

import dev.limbeck.schema.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * Says what there is to say about a schema that is created.
 *
 * @since 0.1.0
 */
public final class CreateSchemaBuilder {

	private boolean ifNotExists;

	private @Nullable String owner;

	private @Nullable String comment;

	CreateSchemaBuilder() {
	}

	/**
	 * Do nothing if there is one of that name.
	 * @return this
	 */
	public CreateSchemaBuilder ifNotExists() {
		this.ifNotExists = true;
		return this;
	}

	/**
	 * Let a role own it.
	 * @param role the role
	 * @return this
	 */
	public CreateSchemaBuilder owner(String role) {
		this.owner = role;
		return this;
	}

	/**
	 * Describe it.
	 * @param comment the comment
	 * @return this
	 */
	public CreateSchemaBuilder comment(String comment) {
		this.comment = comment;
		return this;
	}

	CreateSchema operation(String name) {
		return new CreateSchema(new Namespace(name, this.owner, this.comment), this.ifNotExists);
	}

}
